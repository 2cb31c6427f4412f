package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glance4j.feign.PlainServer.Request;
import org.glance4j.model.Image;
import org.glance4j.model.ImageQuery;
import org.glance4j.transport.Listing;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is alive in the heap while images are walked, over HTTP, from a server that makes each page when it is asked for. */
@Tag("soak")
class WalkLiveSetTest {
    private static final int PAGE = 100;
    private static final int LOOKS = 20;

    /** Less than what two pages hold. */
    private static final long TOLERANCE = 128 << 10;

    @Test
    void largestLiveSetDoesNotGrowWithTheCountOfImages() throws IOException {
        largestLiveSet(1_000);
        Map<Integer, Long> largest = new TreeMap<>();
        for (int count : new int[] {1_000, 10_000, 100_000}) {
            largest.put(count, largestLiveSet(count));
        }
        largest.forEach((count, bytes) -> System.out.printf(
                "walk of %,7d images: at most %,d KB alive beyond what was before%n", count, bytes >> 10));
        assertThat(largest.get(100_000)).isLessThan(largest.get(1_000) + TOLERANCE);
    }

    /** Returns by how much the heap in use, looked at when pages have just come, was larger than before at most. */
    private static long largestLiveSet(int count) throws IOException {
        try (PlainServer server = new PlainServer(request -> page(request, count));
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(server.url())
                        .tokenSource(new Stubs.FixedToken())
                        .build()) {
            ImageQuery query = ImageQuery.builder().limit(PAGE).build();
            assertThat(transport.images().list(query).items()).hasSize(PAGE);
            long before = used();
            long largest = 0;
            int met = 0;
            for (Image image : Listing.ofImages(transport::images, query)) {
                assertThat(image.sizeBytes()).isEqualTo((long) met);
                if (met % Math.max(PAGE, count / LOOKS) == 1) {
                    largest = Math.max(largest, used() - before);
                }
                met++;
            }
            assertThat(met).isEqualTo(count);
            return largest;
        }
    }

    private static long used() {
        MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
        memory.gc();
        memory.gc();
        return memory.getHeapMemoryUsage().getUsed();
    }

    private static byte[] page(Request request, int count) {
        String marker = request.target().replaceFirst(".*[?&]marker=", "");
        int first = marker.equals(request.target())
                ? 0
                : (int) UUID.fromString(marker).getLeastSignificantBits() + 1;
        int last = Math.min(first + PAGE, count);
        String images =
                IntStream.range(first, last).mapToObj(WalkLiveSetTest::image).collect(Collectors.joining(","));
        String next = last - first < PAGE ? "" : ",\"next\":\"/v2/images?limit=100\"";
        String body = "{\"images\":[" + images + "]" + next + "}";
        return ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n"
                        + body)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String image(int number) {
        return """
                {"id":"%s","name":"image-%d","status":"active","visibility":"shared","size":%d,"tags":["lts","%d"],
                "os_hash_algo":"sha512","os_hash_value":"%s","owner":"9c08b973da454e2f88242da9dc439c6a",
                "disk_format":"raw","container_format":"bare","checksum":"54e5c6d13c17074f8bfcb6b7eaaaae6e",
                "os_distro":"debian","created_at":"2026-11-23T12:54:45Z","updated_at":"2026-11-23T12:54:46Z"}""".formatted(new UUID(0, number), number, number, number, "0123456789abcdef".repeat(8));
    }
}
