package org.glance4j.feign.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.testing.Soak;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Processes are killed while they download: what is there under the file's name is the image, whole, or nothing is. */
class KilledDownloadsTest {
    private static final int SIZE = 32 << 20;

    @TempDir
    private Path directory;

    @Test
    void aProcessThatIsKilledLeavesNoWrongFile() throws Exception {
        long seed = new SplittableRandom().nextLong();
        System.out.println("killed downloads: seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] data = new byte[SIZE];
        random.nextBytes(data);
        int whole = 0;
        try (InMemoryImageService service = InMemoryImageService.create();
                InMemoryImageServer server =
                        InMemoryImageServer.builder().service(service).build().start()) {
            Caller producer = server.seed().caller("producer").orElseThrow();
            ImageId image = upload(service.as(producer), data);
            long nanos = run(server, image, "first", false, Long.MAX_VALUE);
            assertIsWhole("first", data);
            for (int kill = 0; kill < Soak.times(50); kill++) {
                boolean keeps = kill % 2 == 1;
                // Of those that keep what has come, each goes on where another was killed.
                String name = keeps ? "kept" : "new";
                run(server, image, name, keeps, random.nextLong(nanos * 3 / 2));
                if (Files.exists(directory.resolve(name))) {
                    assertIsWhole(name, data);
                    whole++;
                }
            }
            run(server, image, "kept", true, Long.MAX_VALUE);
            assertIsWhole("kept", data);
        }
        System.out.println("killed downloads: of " + Soak.times(50) + " were whole before it " + whole);
    }

    private static ImageId upload(ImageTransport producer, byte[] data) {
        ImageId image = producer.images()
                .create(NewImage.named("killed")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
        producer.data().upload(image, ImageData.of(data));
        return image;
    }

    /** Checks a file, and removes it with everything that is beside it but what is kept. */
    private void assertIsWhole(String name, byte[] data) throws IOException {
        Path file = directory.resolve(name);
        assertThat(Arrays.equals(Files.readAllBytes(file), data)).as(name).isTrue();
        Files.delete(file);
        try (Stream<Path> left = Files.list(directory)) {
            for (Path part : left.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList()) {
                Files.delete(part);
            }
        }
    }

    /** Runs a download, kills it so long after its data has begun to come, and returns how long it took. */
    private long run(InMemoryImageServer server, ImageId image, String name, boolean keeps, long killAfterNanos)
            throws Exception {
        Path errors = directory.resolve("errors");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledDownload.class.getName(),
                        server.authUrl().toString(),
                        image.value(),
                        directory.resolve(name).toString(),
                        Boolean.toString(keeps)))
                .redirectError(errors.toFile())
                .start();
        try (BufferedReader printed = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(printed.readLine()).as(Files.readString(errors)).isIn("begun", "VERIFIED");
            long begun = System.nanoTime();
            boolean ended = process.waitFor(killAfterNanos, TimeUnit.NANOSECONDS);
            process.destroyForcibly();
            int code = process.waitFor();
            if (ended) {
                assertThat(code).as(Files.readString(errors)).isZero();
            }
            return System.nanoTime() - begun;
        } finally {
            process.destroyForcibly();
        }
    }
}
