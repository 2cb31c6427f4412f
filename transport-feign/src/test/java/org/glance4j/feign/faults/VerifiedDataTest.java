package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.glance4j.ImageClient;
import org.glance4j.data.DownloadOptions;
import org.glance4j.data.ProgressListener;
import org.glance4j.data.UploadOptions;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Effect;
import org.glance4j.error.UploadCutException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageStatus;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of verified data where a connection breaks, and the service behind it is a real one. */
@Timeout(60)
class VerifiedDataTest {
    private final Cloud cloud = new Cloud();
    private final List<String> data = new CopyOnWriteArrayList<>();
    private FeignTransport transport;
    private ImageClient client;

    @TempDir
    private Path directory;

    VerifiedDataTest() throws IOException {}

    @BeforeEach
    void connect() {
        transport = cloud.through(Cloud.OWNER).pauser(pause -> {}).build();
        client = ImageClient.builder(transport).pauser(pause -> {}).build();
    }

    @AfterEach
    void close() throws IOException {
        transport.close();
        cloud.close();
    }

    /** Spoils so many requests for data. */
    private void spoil(Fault fault, boolean applied, int times) {
        cloud.server().plan(new Plan() {
            @Override
            public @Nullable Injection on(RawRequest request) {
                if (!request.path().endsWith("/file")) {
                    return null;
                }
                data.add(request.method());
                return data.size() > times ? null : new Injection(fault, applied);
            }
        });
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "RESET_AFTER_REQUEST",
                "CLOSE_AFTER_REQUEST",
                "RESET_AFTER_HEAD",
                "RESET_IN_BODY",
                "LENGTH_TOO_SHORT",
                "LENGTH_TOO_LONG",
                "BAD_GATEWAY",
                "UNAVAILABLE_COME_NOW"
            })
    void aDownloadIsCompletedOrLeavesNothing(Fault fault) throws IOException {
        Target target = Target.of(cloud, Deed.DOWNLOAD_DATA);
        Path file = directory.resolve("image");

        spoil(fault, true, 1);
        assertThat(client.data().download(target.image(), file).isVerified()).isTrue();
        assertThat(file).hasBinaryContent(Deed.DATA);
        Files.delete(file);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "RESET_AFTER_REQUEST",
                "CLOSE_AFTER_REQUEST",
                "RESET_AFTER_HEAD",
                "RESET_IN_BODY",
                "LENGTH_TOO_SHORT",
                "LENGTH_TOO_LONG",
                "BAD_GATEWAY",
                "UNAVAILABLE_COME_NOW"
            })
    void aPartIsCompletedOrLeavesNothing(Fault fault) throws IOException {
        Target target = Target.of(cloud, Deed.DOWNLOAD_DATA);
        Path file = directory.resolve("part");
        DownloadOptions any = DownloadOptions.defaults().acceptUnverified();

        spoil(fault, true, 1);
        assertThat(client.data()
                        .download(target.image(), ByteRange.between(1_000, 100_999), file, any)
                        .sizeBytes())
                .isEqualTo(100_000);
        assertThat(file).hasBinaryContent(Arrays.copyOfRange(Deed.DATA, 1_000, 101_000));
    }

    @Test
    void aDownloadThatGetsNoFurtherLeavesNothingButWhatIsKept() throws IOException {
        Target target = Target.of(cloud, Deed.DOWNLOAD_DATA);
        Path file = directory.resolve("image");
        DownloadOptions keeping = DownloadOptions.defaults().keepPart();

        spoil(Fault.RESET_AFTER_HEAD, true, Integer.MAX_VALUE);
        assertThat(catchThrowableOfType(
                        ConnectionFailedException.class, () -> client.data().download(target.image(), file)))
                .hasMessageContaining("0 of 131072 bytes came")
                .extracting(ConnectionFailedException::effect)
                .isEqualTo(Effect.NOT_APPLIED);
        assertThat(directory).isEmptyDirectory();
        cloud.server().plan(Plan.HEALTHY);
        assertThat(client.data().download(target.image(), file, keeping).isVerified())
                .isTrue();
        assertThat(file).hasBinaryContent(Deed.DATA);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anUploadWhoseAnswerIsLostIsFoundOrSentAgain(boolean applied) {
        Target target = Target.of(cloud, Deed.UPLOAD_DATA);

        spoil(Fault.RESET_AFTER_REQUEST, applied, 1);
        assertThat(client.data().upload(target.image(), ImageData.of(Deed.DATA)).isVerified())
                .isTrue();
        assertThat(data).hasSize(applied ? 1 : 2);
        assertThat(target.status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    void anUploadThatIsCutIsSentAgainOnlyWhereItsSourceCanBeReadAgain() {
        Target target = Target.of(cloud, Deed.UPLOAD_DATA);

        spoil(Fault.RESET_IN_REQUEST, false, 1);
        UploadCutException cut = catchThrowableOfType(
                UploadCutException.class,
                () -> client.data().upload(target.image(), ImageData.of(new ByteArrayInputStream(Deed.DATA))));
        assertThat(cut.imageStatus()).hasValue(ImageStatus.QUEUED);
        assertThat(cut.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(data).hasSize(1);

        data.clear();
        spoil(Fault.RESET_IN_REQUEST, false, 2);
        assertThat(client.data().upload(target.image(), ImageData.of(Deed.DATA)).isVerified())
                .isTrue();
        assertThat(data).hasSize(3);
    }

    @Test
    void progressIsToldByTheThreadThatCalls() {
        Target target = Target.of(cloud, Deed.UPLOAD_DATA);
        Set<Thread> threads = new HashSet<>();
        ProgressListener listener = progress -> threads.add(Thread.currentThread());

        client.data()
                .upload(
                        target.image(),
                        ImageData.of(Deed.DATA),
                        UploadOptions.defaults().progress(listener));
        client.data()
                .download(
                        target.image(),
                        OutputStream.nullOutputStream(),
                        DownloadOptions.defaults().progress(listener));
        assertThat(threads).containsExactly(Thread.currentThread());
    }
}
