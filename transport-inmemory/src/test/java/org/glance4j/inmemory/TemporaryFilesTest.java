package org.glance4j.inmemory;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFilesTest {
    @TempDir
    private Path directory;

    @Test
    void serviceThatNobodyClosesLeavesNoFilesWhenASignalEndsTheJvm() throws Exception {
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Spilling.class.getName(),
                        directory.toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader(UTF_8)) {
            assertThat(out.readLine()).isEqualTo("spilled");
            assertThat(files()).hasSize(1);
            process.destroy();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(files()).isEmpty();
    }

    @Test
    void closedServiceLeavesNoFiles() throws Exception {
        InMemoryImageService service = Spilling.into(directory);
        assertThat(files()).hasSize(1);
        service.close();
        assertThat(files()).isEmpty();
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    /** A program that has data in a file until it is ended from outside. */
    static final class Spilling {
        private Spilling() {}

        public static void main(String[] arguments) throws Exception {
            InMemoryImageService service = into(Path.of(arguments[0]));
            System.out.println("spilled");
            System.out.flush();
            // Bounded, so that it does not outlive a test that is killed.
            boolean unused = new CountDownLatch(1).await(60, TimeUnit.SECONDS);
            service.close();
        }

        static InMemoryImageService into(Path directory) {
            InMemoryImageService service = InMemoryImageService.builder()
                    .temporaryDirectory(directory)
                    .memoryBudgetBytes(10)
                    .build();
            ImageTransport owner = service.as(Caller.of(ProjectId.of("producer")));
            ImageId image = owner.images()
                    .create(NewImage.builder()
                            .diskFormat(DiskFormat.RAW)
                            .containerFormat(ContainerFormat.BARE)
                            .build())
                    .id();
            owner.data().upload(image, ImageData.of(new byte[1000]));
            return service;
        }
    }
}
