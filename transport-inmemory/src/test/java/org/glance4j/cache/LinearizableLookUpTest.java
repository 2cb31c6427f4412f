package org.glance4j.cache;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.glance4j.auth.Caller;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.testing.ForwardingMembers;
import org.glance4j.testing.Soak;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageCacheOperations;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageImportOperations;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.LocationOperations;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.MetadefOperations;
import org.glance4j.transport.SchemaOperations;
import org.glance4j.transport.ServiceOperations;
import org.glance4j.transport.StoreOperations;
import org.glance4j.transport.TaskOperations;
import org.jetbrains.lincheck.LincheckAssertionError;
import org.jetbrains.lincheck.datastructures.ModelCheckingOptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/**
 * Look-ups and changes through one cache, by threads that meet at every point of the code: what each of them sees must also
 * be what some order of them, one after the other and without a cache, would have shown. Lincheck picks the scenarios and
 * the points at which threads change over. Tagged, because it rewrites classes of the JDK: it wants a JVM to itself.
 */
@Tag("soak")
@DisabledForJreRange(min = JRE.JAVA_24, disabledReason = "Lincheck calls what these Java versions warn of")
class LinearizableLookUpTest {
    private static final long TIMEOUT_MILLIS = 120_000;

    @Test
    void lookUpsAndChangesShowWhatAnOrderOfThemWouldShow() {
        assertThatCode(() -> scenarios(Soak.times(100), DirectAndMore.class).check(Cached.class))
                .doesNotThrowAnyException();
    }

    @Test
    void cacheThatDropsBeforeItChangesIsCaught() {
        assertThatThrownBy(() -> scenarios(50, Direct.class).check(DropsTooSoon.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    @Test
    void cacheThatLooksBeforeItKeepsIsCaught() {
        assertThatThrownBy(() -> scenarios(50, Direct.class).check(ChecksThenActs.class))
                .isInstanceOf(LincheckAssertionError.class)
                .hasMessageContaining("Invalid execution results");
    }

    private static ModelCheckingOptions scenarios(int count, Class<?> order) {
        return new ModelCheckingOptions()
                .iterations(count)
                .invocationsPerIteration(100)
                .threads(2)
                .actorsBefore(0)
                .actorsPerThread(2)
                .actorsAfter(1)
                .minimizeFailedScenario(false)
                // Rewriting a class at its first use takes a busy machine longer than Lincheck waits by itself.
                .invocationTimeout$lincheck(TIMEOUT_MILLIS)
                .sequentialSpecification(order);
    }

    /** The order that is looked for: one thread, no cache. */
    public static final class Direct extends LookUps {
        public Direct() {
            super(new OneMember());
        }
    }

    public static final class DirectAndMore extends LookUps.AndMore {
        public DirectAndMore() {
            this(new OneMember());
        }

        private DirectAndMore(MemberOperations service) {
            super(service, service);
        }
    }

    public static final class Cached extends LookUps.AndMore {
        public Cached() {
            this(CachingTransport.over(new MembersOnly(new OneMember()), MemberCacheSettings.defaults(), () -> 0));
        }

        private Cached(ImageTransport transport) {
            super(transport.members(), transport.uncached().members());
        }
    }

    /** Keeps what a load brings that was under way during a change. */
    public static final class DropsTooSoon extends LookUps {
        public DropsTooSoon() {
            super(new MapOfMembers() {
                @Override
                public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
                    kept.remove(imageId);
                    return super.updateStatus(imageId, memberId, status);
                }
            });
        }
    }

    /** Drops in time, and keeps what it loaded whatever happened meanwhile. */
    public static final class ChecksThenActs extends LookUps {
        public ChecksThenActs() {
            super(new MapOfMembers() {
                @Override
                public Member updateStatus(ImageId imageId, ProjectId memberId, MemberStatus status) {
                    try {
                        return super.updateStatus(imageId, memberId, status);
                    } finally {
                        kept.remove(imageId);
                    }
                }
            });
        }
    }

    /** The simplest cache there is; who extends it drops what is changed. */
    private abstract static class MapOfMembers extends ForwardingMembers {
        final ConcurrentHashMap<ImageId, Member> kept = new ConcurrentHashMap<>();

        MapOfMembers() {
            super(new OneMember());
        }

        @Override
        public Member get(ImageId imageId, ProjectId memberId) {
            Member member = kept.get(imageId);
            if (member == null) {
                member = super.get(imageId, memberId);
                kept.put(imageId, member);
            }
            return member;
        }
    }

    /** A transport of members. */
    private record MembersOnly(MemberOperations members) implements ImageTransport {

        @Override
        public ImageOperations images() {
            throw new UnsupportedOperationException("images");
        }

        @Override
        public MetadefOperations metadefs() {
            throw new UnsupportedOperationException("metadefs");
        }

        @Override
        public ImageDataOperations data() {
            throw new UnsupportedOperationException("data");
        }

        @Override
        public ImageCacheOperations imageCache() {
            throw new UnsupportedOperationException("imageCache");
        }

        @Override
        public LocationOperations locations() {
            throw new UnsupportedOperationException("locations");
        }

        @Override
        public TaskOperations tasks() {
            throw new UnsupportedOperationException("tasks");
        }

        @Override
        public ServiceOperations service() {
            throw new UnsupportedOperationException("service");
        }

        @Override
        public SchemaOperations schemas() {
            throw new UnsupportedOperationException("schemas");
        }

        @Override
        public ImageImportOperations imports() {
            throw new UnsupportedOperationException("imports");
        }

        @Override
        public StoreOperations stores() {
            throw new UnsupportedOperationException("stores");
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }

        @Override
        public ImageTransport within(Deadline deadline) {
            return this;
        }

        @Override
        public void close() {}
    }
}
