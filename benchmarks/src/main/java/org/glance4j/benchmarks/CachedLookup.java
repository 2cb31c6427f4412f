package org.glance4j.benchmarks;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** A hit of the member cache beside a hit of Caffeine with the same settings; both build their key. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CachedLookup {
    private static final int MEMBERS = 1024;
    private static final int OF_ONE_IMAGE = 128;

    private final List<Key> keys = new ArrayList<>();
    private final InMemoryImageService service = InMemoryImageService.create();
    private final ImageClient client = ImageClient.of(service.as(Caller.of(ProjectId.of("owner"))));
    private final Cache<Key, Member> caffeine = Caffeine.newBuilder()
            .maximumSize(MemberCacheSettings.defaults().maximumEntries())
            .expireAfterWrite(MemberCacheSettings.defaults().timeToLive())
            .recordStats()
            .executor(Runnable::run)
            .build();
    private int next;

    /** What a member is found by, as an application writes it. */
    public record Key(ImageId image, ProjectId member) {}

    /** Makes members and looks each up once, on both sides. */
    @Setup
    public void fill() {
        for (int i = 0; i < MEMBERS / OF_ONE_IMAGE; i++) {
            ImageId image =
                    client.images().create(NewImage.named("image").build()).id();
            for (int j = 0; j < OF_ONE_IMAGE; j++) {
                Key key = new Key(image, ProjectId.of("project-" + j));
                client.members().add(image, key.member());
                keys.add(key);
            }
        }
        keys.forEach(key -> {
            caffeine();
            glance4j();
        });
    }

    private Key next() {
        next = (next + 1) % MEMBERS;
        return keys.get(next);
    }

    /** Looks a member up in Caffeine. */
    @Benchmark
    public Member caffeine() {
        Key key = next();
        Key built = new Key(key.image(), key.member());
        Member member = caffeine.getIfPresent(built);
        return member == null ? caffeine.get(built, this::load) : member;
    }

    private Member load(Key key) {
        return client.members().get(key.image(), key.member());
    }

    /** Looks a member up through the client. */
    @Benchmark
    public Member glance4j() {
        Key key = next();
        return client.members().get(key.image(), key.member());
    }
}
