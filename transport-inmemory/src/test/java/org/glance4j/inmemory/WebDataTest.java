package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.auth.Caller;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Downloads of what is at a web address, when the web fails or takes its time. */
class WebDataTest {
    private static final byte[] DATA = {1, 2, 3, 4, 5};
    private static final String ADDRESS = "http://images.example/five";

    /** What the web does when it is asked. */
    private interface Answer {
        InputStream open() throws Throwable;
    }

    private Answer answer = () -> new ByteArrayInputStream(DATA);
    private final InMemoryImageService service = InMemoryImageService.builder()
            .openLocations(true)
            .webSource(new WebSource() {
                @Override
                public boolean allows(URI uri) {
                    return true;
                }

                @Override
                public InputStream open(URI uri) throws IOException {
                    try {
                        return answer.open();
                    } catch (IOException | RuntimeException | Error e) {
                        throw e;
                    } catch (Throwable e) {
                        throw new AssertionError(e);
                    }
                }
            })
            .build();
    private final ImageTransport owner = service.as(Caller.of(ProjectId.of("p")));
    private ImageId image = ImageId.of("none");

    @BeforeEach
    void locate() {
        image = owner.images()
                .create(NewImage.builder()
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
        owner.images()
                .update(
                        image,
                        ImagePatch.builder()
                                .addLocation(ImageLocation.at(ADDRESS))
                                .build());
    }

    @AfterEach
    void close() {
        service.close();
    }

    private <T extends ImageServiceException> T failure(Class<T> type, Throwable thrown) {
        answer = () -> {
            throw thrown;
        };
        T failure =
                catchThrowableOfType(type, () -> owner.data().download(image).close());
        assertThat(failure).isNotNull().hasCause(thrown);
        return failure;
    }

    @Test
    void whatIsNotThereIsNoData() {
        for (IOException thrown : List.of(new FileNotFoundException(ADDRESS), new NoSuchFileException(ADDRESS))) {
            NoImageDataException failure = failure(NoImageDataException.class, thrown);
            assertThat(failure.failure().status()).isEqualTo(204);
            assertThat(failure.failure().advice()).isEqualTo("its address has no data any more");
        }
    }

    @Test
    void webThatCannotBeReachedMakesTheServiceUnavailable() {
        for (IOException thrown : List.of(new IOException("refused"), new SocketTimeoutException("too late"))) {
            ServiceUnavailableException failure = failure(ServiceUnavailableException.class, thrown);
            assertThat(failure.failure().status()).isEqualTo(503);
            assertThat(failure.failure().serviceText())
                    .isEqualTo("Remote server where the image is present is unavailable.");
        }
    }

    @Test
    void answerThatTheServiceCannotUseIsAnErrorOfTheService() {
        for (Throwable thrown :
                List.of(new ProtocolException("status 410"), new IllegalStateException(), new AssertionError())) {
            assertThat(failure(ServiceErrorException.class, thrown).failure().status())
                    .isEqualTo(500);
        }
    }

    @Test
    void theLastLocationTellsTheFailure() {
        owner.images()
                .update(
                        image,
                        ImagePatch.builder()
                                .addLocation(ImageLocation.at(ADDRESS + "?again"))
                                .build());
        AtomicBoolean first = new AtomicBoolean(true);
        answer = () -> {
            throw first.getAndSet(false) ? new FileNotFoundException(ADDRESS) : new IOException("refused");
        };
        assertThatThrownBy(() -> owner.data().download(image)).isInstanceOf(ServiceUnavailableException.class);
    }

    @Test
    void dataThatEndsEarlyOrBreaksOffFailsTheReading() throws IOException {
        answer = () -> new ByteArrayInputStream(DATA, 0, 3);
        assertCut();
        answer = () -> new ByteArrayInputStream(DATA) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                throw new IllegalStateException("broken");
            }
        };
        assertCut();
        answer = () -> new ByteArrayInputStream(new byte[9]);
        try (ImageDownload longer = owner.data().download(image)) {
            assertThat(longer.stream().readAllBytes()).hasSize(DATA.length);
        }
    }

    private void assertCut() throws IOException {
        try (ImageDownload download = owner.data().download(image)) {
            assertThat(download.sizeBytes()).hasValue(DATA.length);
            assertThatThrownBy(() -> download.stream().readAllBytes()).isInstanceOf(IOException.class);
        }
    }

    @Test
    void deadlineEndsWhatTheWebTakesItsTimeFor() throws IOException {
        AtomicLong nanos = new AtomicLong();
        Deadline deadline = Deadline.after(nanos::get, Duration.ofSeconds(1));
        AtomicBoolean closed = new AtomicBoolean();
        answer = () -> new ByteArrayInputStream(DATA) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                nanos.addAndGet(Duration.ofSeconds(2).toNanos());
                return super.read(target, offset, length);
            }

            @Override
            public void close() {
                closed.set(true);
            }
        };
        try (ImageDownload download = owner.within(deadline).data().download(image)) {
            assertThat(download.stream().read()).isEqualTo(1);
            assertThatThrownBy(() -> download.stream().read()).isInstanceOf(DeadlineExceededException.class);
        }
        assertThat(closed).isTrue();
        Deadline next = Deadline.after(nanos::get, Duration.ofSeconds(1));
        answer = () -> {
            nanos.addAndGet(Duration.ofSeconds(2).toNanos());
            throw new IOException("too late");
        };
        assertThatThrownBy(() -> owner.within(next).data().download(image))
                .isInstanceOf(DeadlineExceededException.class);
    }

    @Test
    void deadlineAndInterruptEndWhatAnAddressTakesItsTimeFor() {
        AtomicLong nanos = new AtomicLong();
        ImagePatch another = ImagePatch.builder()
                .addLocation(ImageLocation.at(ADDRESS + "?again"))
                .build();
        answer = () -> new ByteArrayInputStream(DATA) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                nanos.addAndGet(Duration.ofSeconds(2).toNanos());
                return 1;
            }
        };
        ImageTransport hurried = owner.within(Deadline.after(nanos::get, Duration.ofSeconds(5)));
        DeadlineExceededException late = catchThrowableOfType(
                DeadlineExceededException.class, () -> hurried.images().update(image, another));
        assertThat(late).isNotNull();
        assertThat(late.effect()).isEqualTo(Effect.NOT_APPLIED);
        answer = () -> {
            throw new InterruptedIOException("interrupted");
        };
        assertThatThrownBy(() -> owner.images().update(image, another)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ImageLocation.of(owner.images().get(image)).orElseThrow()).hasSize(1);
    }

    @Test
    void interruptWhileTheWebIsAskedEndsTheCall() {
        answer = () -> {
            throw new InterruptedIOException("interrupted");
        };
        assertThatThrownBy(() -> owner.data().download(image)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }
}
