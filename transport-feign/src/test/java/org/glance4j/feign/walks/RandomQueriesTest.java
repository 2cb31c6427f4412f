package org.glance4j.feign.walks;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.contract.WireAnswer;
import org.glance4j.contract.WireRequest;
import org.glance4j.feign.contract.InMemoryServerTarget;
import org.glance4j.feign.contract.OpenStackOffered;
import org.glance4j.feign.contract.OpenStackTarget;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.glance4j.testing.Soak;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Queries at random find the same images in the same order, with the same links, in memory over HTTP and on a real Glance, or are
 * refused with the same words. {@code -Dglance4j.queries.seed=SEED} repeats a run.
 */
@ExtendWith(OpenStackOffered.class)
@Timeout(3_600)
class RandomQueriesTest {
    private static final int QUERIES = 5_000;
    private static final int IMAGES = 14;
    private static final List<Party> CALLERS = List.of(Party.OWNER, Party.CONSUMER, Party.ADMIN);
    private static final List<String> NAMES =
            List.of("a", "b", "a,b", "a:b", "", "\"q\"", "é", "b c", "2026-01-01T00:00:00Z", "in:x");

    @ParameterizedTest
    @EnumSource(Profile.class)
    void haveTheSameAnswer(Profile profile) {
        long seed = Long.getLong("glance4j.queries.seed", new Random().nextLong());
        int queries = Soak.times(QUERIES);
        System.out.println("random queries, " + profile + ": " + queries + " with -Dglance4j.queries.seed=" + seed);
        Random random = new Random(seed);
        String mark = "queries-" + UUID.randomUUID();
        List<ImageId> images = new ArrayList<>();
        try (OpenStackTarget real = new OpenStackTarget(profile);
                InMemoryServerTarget memory = InMemoryServerTarget.withProjectsOf(real)) {
            try {
                for (int i = 0; i < IMAGES; i++) {
                    images.add(ImageId.of(UUID.randomUUID()));
                    long drawn = random.nextLong();
                    for (ContractTarget target : List.of(real, memory)) {
                        make(target, images.get(i), mark, new Random(drawn));
                    }
                }
                RandomQuery query = new RandomQuery(random, mark, images);
                for (int i = 0; i < queries; i++) {
                    Party party = CALLERS.get(random.nextInt(CALLERS.size()));
                    String path = query.next();
                    assertThat(answer(memory, party, path))
                            .as("seed %s: %s, as %s", seed, path, party)
                            .isEqualTo(answer(real, party, path));
                }
            } finally {
                images.forEach(image -> real.as(Party.ADMIN).images().delete(image));
            }
        }
    }

    /** Makes the same image for the same numbers. */
    private static void make(ContractTarget target, ImageId id, String mark, Random random) {
        boolean owners = random.nextInt(3) > 0;
        Party owner = owners ? Party.OWNER : Party.CONSUMER;
        Party other = owners ? Party.CONSUMER : Party.OWNER;
        Visibility visibility = List.of(Visibility.SHARED, Visibility.PRIVATE, Visibility.COMMUNITY)
                .get(random.nextInt(3));
        NewImage.Builder image = NewImage.builder()
                .id(id)
                .tag(mark)
                .visibility(visibility)
                .hidden(random.nextInt(5) == 0)
                .minRamMb(64 * random.nextInt(3))
                .minDiskGb(random.nextInt(3));
        if (random.nextInt(8) > 0) {
            image.name(NAMES.get(random.nextInt(NAMES.size())));
        }
        List.of("x", "y", "z w").stream().filter(tag -> random.nextBoolean()).forEach(image::tag);
        List.of("os_distro", "k").stream()
                .filter(name -> random.nextBoolean())
                .forEach(name -> image.property(name, List.of("v", "w", "", "1").get(random.nextInt(4))));
        boolean formats = random.nextInt(3) > 0;
        if (formats) {
            image.diskFormat(DiskFormat.RAW).containerFormat(ContainerFormat.BARE);
        } else if (random.nextBoolean()) {
            image.diskFormat(DiskFormat.ISO);
        }
        target.as(owner).images().create(image.build());
        if (formats && random.nextBoolean()) {
            target.as(owner).data().upload(id, ImageData.of(new byte[3 + 4 * random.nextInt(2)]));
        }
        if (visibility == Visibility.SHARED && random.nextInt(4) > 0) {
            target.as(owner).members().add(id, target.caller(other).project());
            MemberStatus status = List.of(MemberStatus.PENDING, MemberStatus.ACCEPTED, MemberStatus.REJECTED)
                    .get(random.nextInt(3));
            target.as(other).members().updateStatus(id, target.caller(other).project(), status);
        }
    }

    private static String answer(ContractTarget target, Party party, String path) {
        WireAnswer answer = target.exchange(party, WireRequest.of("GET", path));
        if (answer.status() != 200) {
            return answer.status() + " " + answer.text();
        }
        JsonNode page = answer.json();
        List<String> ids = new ArrayList<>();
        page.get("images").forEach(image -> ids.add(image.get("id").textValue()));
        return "200 " + ids + ", first " + page.path("first") + ", next " + page.path("next");
    }
}
