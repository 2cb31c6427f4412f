package org.glance4j.benchmarks;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The in-memory adapter, which refuses what Glance refuses, beside a map, which refuses nothing. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class InMemory {
    private static final ProjectId CONSUMER = ProjectId.of("consumer");

    private final InMemoryImageService service = InMemoryImageService.create();
    private final ImageTransport consumer = service.as(Caller.of(CONSUMER));
    private final Map<CachedLookup.Key, Member> map = new ConcurrentHashMap<>();
    private ImageId image = ImageId.of("none");

    /** Shares an image, on both sides. */
    @Setup
    public void share() {
        ImageTransport owner = service.as(Caller.of(ProjectId.of("owner")));
        image = owner.images().create(NewImage.named("image").build()).id();
        map.put(new CachedLookup.Key(image, CONSUMER), owner.members().add(image, CONSUMER));
    }

    /** Looks the member up in the map. */
    @Benchmark
    public @Nullable Object getFromMap() {
        return map.get(new CachedLookup.Key(image, CONSUMER));
    }

    /** Looks the member up in the service. */
    @Benchmark
    public Object getFromService() {
        return consumer.members().get(image, CONSUMER);
    }

    /** Accepts in the map. */
    @Benchmark
    public @Nullable Object acceptInMap() {
        return map.computeIfPresent(
                new CachedLookup.Key(image, CONSUMER),
                (key, member) ->
                        new Member(image, CONSUMER, MemberStatus.ACCEPTED.word(), member.createdAt(), Instant.EPOCH));
    }

    /** Accepts in the service. */
    @Benchmark
    public Object acceptInService() {
        return consumer.members().updateStatus(image, CONSUMER, MemberStatus.ACCEPTED);
    }
}
