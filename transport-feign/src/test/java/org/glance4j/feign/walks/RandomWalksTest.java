package org.glance4j.feign.walks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.glance4j.contract.SmallWeb;
import org.glance4j.feign.contract.InMemoryServerTarget;
import org.glance4j.feign.contract.OpenStackOffered;
import org.glance4j.feign.contract.OpenStackTarget;
import org.glance4j.lifecycle.Profile;
import org.glance4j.testing.Soak;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Four callers walk at random, in memory, in memory over HTTP, and on a real Glance: each step has the same outcome everywhere,
 * and at the end everybody sees the same. {@code -Dglance4j.walks.seed=SEED} repeats a single walk.
 */
@ExtendWith(OpenStackOffered.class)
@Timeout(7_200)
class RandomWalksTest {
    private static final int WALKS = 500;
    private static final int STEPS = 30;

    @ParameterizedTest
    @EnumSource(Profile.class)
    void leadToTheSameEverywhere(Profile profile) throws IOException {
        Long only = Long.getLong("glance4j.walks.seed");
        long first = only == null ? new Random().nextLong() : only;
        int walks = only == null ? Soak.times(WALKS) : 1;
        System.out.println("random walks, " + profile + ": seeds " + first + " and the next " + (walks - 1));
        try (OpenStackTarget real = new OpenStackTarget(profile);
                InMemoryServerTarget http = InMemoryServerTarget.withProjectsOf(real);
                InHeap heap = new InHeap(real);
                SmallWeb web = new SmallWeb("from the web".getBytes(StandardCharsets.US_ASCII))) {
            Walking walking = new Walking(
                    List.of(heap, TargetService.of(http), TargetService.of(real)),
                    new Ground.Web(web.image(), web.nothing()));
            for (int i = 0; i < walks; i++) {
                take(first + i, walking);
            }
            System.out.println("random walks, " + profile + ": " + walks + " walks of " + STEPS
                    + " steps lead to the same; explained: " + walking.explained());
        }
    }

    private static void take(long seed, Walking walking) throws IOException {
        Walk walk = Walk.drawn(seed, STEPS);
        Optional<Walking.Difference> difference = walking.take(walk);
        if (difference.isPresent()) {
            Walk shortest = walking.shortened(walk, difference.get());
            String again = walking.take(shortest).map(Walking.Difference::words).orElse("(does not come apart again)");
            throw new AssertionError("seed " + seed + ": a walk comes apart\n" + shortest + "\nat " + again
                    + "\nfirst at " + difference.get().words());
        }
    }
}
