package org.glance4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageDataNotVerifiedException;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.UploadCutException;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.testing.ReadAgain;
import org.glance4j.testing.Scene;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class VerifiedUploadTest {
    private static final byte[] DATA = new byte[1_000_003];
    private static final UploadOptions STRICT = UploadOptions.defaults();

    static {
        new Random(6).nextBytes(DATA);
    }

    @TempDir
    private Path directory;

    private final DataScene scene = new DataScene();
    private final ImageId image = scene.queued();

    @AfterEach
    void close() {
        scene.close();
    }

    private static ImageData once() {
        return ImageData.of(new ByteArrayInputStream(DATA));
    }

    private byte[] stored() {
        try (ImageDownload download = scene.owner().data().download(image)) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What happens in place of each upload in turn; later ones are healthy. */
    @SafeVarargs
    private VerifiedData spoilt(BiConsumer<ImageDataOperations, ImageData>... uploads) {
        AtomicInteger sends = new AtomicInteger();
        return scene.planted(whole -> new ImageDataOperations() {
            @Override
            public void upload(ImageId id, ImageData data) {
                int send = sends.getAndIncrement();
                if (send < uploads.length) {
                    uploads[send].accept(whole, data);
                } else {
                    whole.upload(id, data);
                }
            }

            @Override
            public void upload(ImageId id, ImageData data, StoreId store) {
                upload(id, data);
            }

            @Override
            public ImageDownload download(ImageId id) {
                return whole.download(id);
            }

            @Override
            public ImageDownload download(ImageId id, ByteRange range) {
                return whole.download(id, range);
            }
        });
    }

    private OutcomeUnknownException lost() {
        return new OutcomeUnknownException(
                Failure.of(Operation.UPLOAD_DATA)
                        .imageId(image)
                        .effect(Effect.UNKNOWN)
                        .build(),
                null);
    }

    /** The service takes all of it, and its answer is lost. */
    private void lostAfter(ImageDataOperations whole, ImageData data) {
        whole.upload(image, data);
        throw lost();
    }

    /** The connection breaks when some of the data has left. */
    private void lostAmidst(ImageDataOperations whole, ImageData data) {
        try (InputStream stream = data.open()) {
            assertThat(stream.readNBytes(500_000)).hasSize(500_000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw lost();
    }

    /** What reaches the service is not what was sent. */
    private void damaged(ImageDataOperations whole, ImageData data) {
        try (InputStream stream = data.open()) {
            byte[] bytes = stream.readAllBytes();
            bytes[bytes.length / 2] ^= 1;
            whole.upload(image, ImageData.of(bytes));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatWasSentHasTheHashThatIsOnRecord() {
        TransferResult result = scene.data().upload(image, ImageData.of(DATA));

        assertThat(result)
                .isEqualTo(new TransferResult(
                        image, DATA.length, scene.image(image).hash(), Verification.VERIFIED, null));
        assertThat(stored()).isEqualTo(DATA);
    }

    @Test
    void everyKindOfSourceIsSentWhole() throws IOException {
        Path file = Files.write(directory.resolve("data"), DATA);
        byte[] tail = Arrays.copyOfRange(DATA, 3, DATA.length);
        ReadableByteChannel pipe = Channels.newChannel(new ByteArrayInputStream(DATA));
        try (FileChannel channel = FileChannel.open(file)) {
            channel.position(3);
            ImageData rest = ImageData.of(channel);
            assertThat(rest.sizeBytes()).hasValue(tail.length);
            assertThat(rest.repeatable()).isTrue();
            ImageId other = scene.queued();
            scene.data().upload(other, rest);
            assertThat(channel.isOpen()).isTrue();
            assertThat(scene.image(other).sizeBytes()).isEqualTo(tail.length);
        }
        List<ImageData> sources = List.of(
                ImageData.of(file),
                ImageData.of(new ByteArrayInputStream(DATA)),
                ImageData.of(new ByteArrayInputStream(DATA), DATA.length),
                ImageData.of(pipe),
                ImageData.of(DATA));
        for (ImageData source : sources) {
            TransferResult result = scene.data().upload(scene.queued(), source);
            assertThat(result.isVerified()).isTrue();
            assertThat(result.sizeBytes()).isEqualTo(DATA.length);
        }
        assertThat(pipe.isOpen()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 1})
    void aStreamThatGivesMoreOrLessThanItSaidIsRefused(long difference) {
        ImageData wrong = ImageData.of(new ByteArrayInputStream(DATA), DATA.length + difference);
        ImageDataSourceException failure = catchThrowableOfType(
                ImageDataSourceException.class, () -> scene.data().upload(image, wrong));

        assertThat(failure.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(failure).hasMessageContaining("the image is queued: it takes data again");
        assertThatThrownBy(() -> ImageData.of(InputStream.nullInputStream(), -1))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void dataThatIsDamagedOnItsWayIsAMismatch() {
        ImageDataMismatchException mismatch = catchThrowableOfType(
                ImageDataMismatchException.class, () -> spoilt(this::damaged).upload(image, ImageData.of(DATA)));

        assertThat(mismatch.effect()).isEqualTo(Effect.APPLIED);
        assertThat(mismatch.recorded()).contains(scene.image(image).hash());
        assertThat(mismatch.found())
                .contains(Digests.hash("sha512", Digests.get("sha512").digest(DATA)));
        assertThat(mismatch)
                .hasMessageContaining(mismatch.recorded().orElseThrow().value())
                .hasMessageContaining(mismatch.found().orElseThrow().value())
                .hasMessageContaining("delete the image");
    }

    @Test
    void aLengthThatIsNotTheRecordsIsAMismatch() {
        VerifiedData data =
                scene.showing(record -> record.toBuilder().sizeBytes(5L).build());

        assertThatThrownBy(() -> data.upload(image, once()))
                .isInstanceOf(ImageDataMismatchException.class)
                .hasMessageContaining("the service has 5 bytes, and 1000003 bytes were sent");
    }

    @Test
    void anUploadWhoseAnswerIsLostSucceedsWhereTheDataIsThere() {
        TransferResult result = spoilt(this::lostAfter).upload(image, once());

        assertThat(result.isVerified()).isTrue();
        assertThat(stored()).isEqualTo(DATA);
    }

    @Test
    void aSourceThatCanBeReadAgainIsSentAgainWhereTheImageTakesIt() {
        TransferResult result = spoilt(this::lostAmidst, this::lostAmidst).upload(image, ImageData.of(DATA));

        assertThat(result.isVerified()).isTrue();
        assertThat(stored()).isEqualTo(DATA);
        assertThat(scene.time.pauses()).hasSize(2);
    }

    private void unsent(ImageDataOperations whole, ImageData data) {
        throw new ConnectionFailedException(notSent(), null);
    }

    private Failure notSent() {
        return Failure.of(Operation.UPLOAD_DATA)
                .imageId(image)
                .effect(Effect.NOT_SENT)
                .build();
    }

    @Test
    void whatWasSentOnceIsUnknownWhereTheTimeIsOverBeforeItIsSentAgain() {
        VerifiedData data = spoilt(this::lostAmidst, (whole, again) -> {
            throw new DeadlineExceededException(notSent(), null);
        });

        assertThatThrownBy(() -> data.upload(image, ImageData.of(DATA)))
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN))
                .hasCauseInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aDeliveryThatDoesNotLeaveIsFollowedByAnother() {
        assertThat(spoilt(this::lostAmidst, this::unsent)
                        .upload(image, ImageData.of(DATA))
                        .isVerified())
                .isTrue();
    }

    @Test
    void deliveriesThatDoNotLeaveEndAsTheOneThatDid() {
        UploadCutException cut = catchThrowableOfType(
                UploadCutException.class,
                () -> spoilt(this::lostAmidst, this::unsent, this::unsent).upload(image, ImageData.of(DATA)));

        assertThat(cut.imageStatus()).hasValue(ImageStatus.QUEUED);
        assertThat(cut).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(cut.getCause().getSuppressed()).hasSize(2).hasOnlyElementsOfType(ConnectionFailedException.class);
    }

    @Test
    void aRefusalOfALaterDeliveryTellsHowTheFirstEnded() {
        VerifiedData data = spoilt(this::lostAmidst, (whole, again) -> {
            throw new ForbiddenException(
                    notSent().toBuilder().effect(Effect.NOT_APPLIED).build(), null);
        });

        assertThatThrownBy(() -> data.upload(image, ImageData.of(DATA)))
                .isInstanceOf(ForbiddenException.class)
                .satisfies(e ->
                        assertThat(e.getSuppressed()).hasSize(1).hasOnlyElementsOfType(OutcomeUnknownException.class));
    }

    @Test
    void itIsSentThreeTimesAtMost() {
        UploadCutException cut = catchThrowableOfType(
                UploadCutException.class,
                () -> spoilt(this::lostAmidst, this::lostAmidst, this::lostAmidst)
                        .upload(image, ImageData.of(DATA)));

        assertThat(cut.imageStatus()).hasValue(ImageStatus.QUEUED);
        assertThat(cut.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(cut).hasCauseInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aSourceThatCannotBeReadAgainIsNotSentShort() {
        UploadCutException cut = catchThrowableOfType(
                UploadCutException.class, () -> spoilt(this::lostAmidst).upload(image, once()));

        assertThat(cut)
                .hasMessageContaining("the image is queued: it takes data again")
                .hasMessageContaining("the data has been read and cannot be sent again");
        assertThat(cut.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(scene.image(image).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @Test
    void anEarlierDeliveryThatComesThroughLateIsRecognized() {
        VerifiedData data = spoilt(this::lostAmidst, (whole, again) -> {
            whole.upload(image, ImageData.of(DATA));
            whole.upload(image, again);
        });

        assertThatThrownBy(() -> scene.data().upload(scene.holding(DATA), ImageData.of(DATA)))
                .isInstanceOf(ImageStatusConflictException.class);
        assertThat(data.upload(image, ImageData.of(DATA)).isVerified()).isTrue();
    }

    @Test
    void anImageThatAnotherHasFilledMeanwhileIsNotOurs() {
        byte[] others = {1, 2, 3};
        VerifiedData data = spoilt((whole, sent) -> {
            whole.upload(image, ImageData.of(others));
            lostAmidst(whole, sent);
        });

        assertThatThrownBy(() -> data.upload(image, once())).isInstanceOfSatisfying(UploadCutException.class, cut -> {
            assertThat(cut.effect()).isEqualTo(Effect.UNKNOWN);
            assertThat(cut.imageStatus()).hasValue(ImageStatus.ACTIVE);
            assertThat(cut).hasCauseInstanceOf(OutcomeUnknownException.class);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1_000, 1_000_003})
    void whatAnotherHasBroughtAfterALostAnswerIsNotCalledOurs(int read) {
        byte[] others = new byte[DATA.length];
        VerifiedData data = spoilt((whole, sent) -> {
            try (InputStream stream = sent.open()) {
                stream.skipNBytes(read);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            whole.upload(image, ImageData.of(others));
            throw lost();
        });
        UploadCutException cut =
                catchThrowableOfType(UploadCutException.class, () -> data.upload(image, ImageData.of(DATA)));

        assertThat(cut).hasMessageContaining("the data may be of another upload");
        assertThat(cut).hasCauseInstanceOf(OutcomeUnknownException.class);
        assertThat(cut.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(cut.imageStatus()).hasValue(ImageStatus.ACTIVE);
        assertThat(stored()).isEqualTo(others);
    }

    @Test
    void damageToASecondDeliveryThatIsAnsweredIsAMismatch() {
        assertThatThrownBy(() -> spoilt(this::lostAmidst, this::damaged).upload(image, ImageData.of(DATA)))
                .isInstanceOf(ImageDataMismatchException.class);
    }

    @Test
    void theSizeIsThatOfAllTheDataWhereASecondDeliveryIsRefusedEarly() {
        VerifiedData data = spoilt(this::lostAmidst, (whole, again) -> {
            whole.upload(image, ImageData.of(DATA));
            try (InputStream stream = again.open()) {
                stream.skipNBytes(1_000);
            } catch (IOException e) {
                throw new AssertionError(e);
            }
            whole.upload(image, ImageData.of(DATA));
        });
        TransferResult result = data.upload(image, ImageData.of(DATA), STRICT.progress(scene.heard::add));

        assertThat(result.sizeBytes()).isEqualTo(DATA.length);
        assertThat(scene.heard.get(scene.heard.size() - 1).bytes()).isEqualTo(DATA.length);
    }

    @Test
    void theServiceGetsTimeToNoticeThatAnUploadIsOver() {
        AtomicInteger looks = new AtomicInteger();
        ImageClient slow = scene.client(Planted.record(
                Planted.data(scene.owner(), whole -> new LostUploads(whole, this::lost)),
                record -> looks.incrementAndGet() < 4
                        ? record.toBuilder().statusWord("saving").build()
                        : record));
        UploadCutException cut =
                catchThrowableOfType(UploadCutException.class, () -> slow.data().upload(image, once()));

        assertThat(cut.imageStatus()).hasValue(ImageStatus.QUEUED);
        assertThat(looks).hasValue(4);
    }

    @Test
    void anImageThatStaysSavingIsSaidToBe() {
        ImageClient stuck = scene.client(Planted.record(
                Planted.data(scene.owner(), whole -> new LostUploads(whole, this::lost)),
                record -> record.toBuilder().statusWord("saving").build()));

        assertThatThrownBy(() -> stuck.data().upload(image, ImageData.of(DATA)))
                .isInstanceOfSatisfying(UploadCutException.class, cut -> {
                    assertThat(cut.imageStatus()).hasValue(ImageStatus.SAVING);
                    assertThat(cut.effect()).isEqualTo(Effect.UNKNOWN);
                })
                .hasMessageContaining("the image is saving: look again");
    }

    @Test
    void anImageThatIsGoneIsSaidToBe() {
        VerifiedData data = spoilt((whole, sent) -> {
            scene.owner().images().delete(image);
            lostAmidst(whole, sent);
        });

        assertThatThrownBy(() -> data.upload(image, ImageData.of(DATA)))
                .isInstanceOf(UploadCutException.class)
                .hasMessageContaining("the image is not there any more")
                .satisfies(cut -> assertThat(cut.getSuppressed()[0]).isInstanceOf(ImageNotFoundException.class));
    }

    private VerifiedData withHash(ImageHash hash) {
        return scene.showing(record -> record.status() == ImageStatus.ACTIVE
                ? record.toBuilder().hash(hash).checksum(null).build()
                : record);
    }

    @Test
    void anotherAlgorithmIsComparedByReadingTheSourceAgain() {
        ImageHash sha256 = Digests.hash("sha256", Digests.get("sha256").digest(DATA));

        assertThat(withHash(sha256).upload(image, ImageData.of(DATA)).hash()).isEqualTo(sha256);
        assertThatThrownBy(() -> withHash(new ImageHash("sha256", "00")).upload(scene.queued(), ImageData.of(DATA)))
                .isInstanceOf(ImageDataMismatchException.class);
    }

    @Test
    void whatCannotBeReadAgainOrIsNotWhatItWasSaysNothingOfTheImage() {
        ImageHash sha256 = Digests.hash("sha256", Digests.get("sha256").digest(DATA));
        List<ReadAgain.Source> sources = List.of(
                () -> {
                    throw new IllegalStateException("no more");
                },
                () -> {
                    throw new UncheckedIOException(new IOException("no more"));
                },
                () -> new ByteArrayInputStream(new byte[DATA.length]),
                () -> new ByteArrayInputStream(Arrays.copyOf(DATA, 1_000)));
        for (ReadAgain.Source source : sources) {
            assertThat(withHash(sha256)
                            .upload(scene.queued(), new ReadAgain(DATA, source), STRICT.acceptUnverified())
                            .verification())
                    .isEqualTo(Verification.SOURCE_READ_ONCE);
            ImageDataNotVerifiedException refusal = catchThrowableOfType(
                    ImageDataNotVerifiedException.class,
                    () -> withHash(sha256).upload(scene.queued(), new ReadAgain(DATA, source)));
            assertThat(refusal.effect()).isEqualTo(Effect.APPLIED);
            assertThat(refusal).hasCauseInstanceOf(IOException.class);
        }
    }

    @Test
    void anotherAlgorithmThanAStreamsIsAResultUnlessItWasNamed() {
        ImageHash sha256 = Digests.hash("sha256", Digests.get("sha256").digest(DATA));
        ImageDataNotVerifiedException refusal = catchThrowableOfType(
                ImageDataNotVerifiedException.class, () -> withHash(sha256).upload(image, once()));

        assertThat(refusal.effect()).isEqualTo(Effect.APPLIED);
        assertThat(refusal).hasMessageContaining("the data is uploaded and not verified");
        assertThat(withHash(sha256)
                        .upload(scene.queued(), once(), STRICT.acceptUnverified())
                        .verification())
                .isEqualTo(Verification.SOURCE_READ_ONCE);
        assertThat(withHash(sha256)
                        .upload(scene.queued(), once(), STRICT.hashAlgorithm("sha256"))
                        .isVerified())
                .isTrue();
        assertThatThrownBy(() -> STRICT.hashAlgorithm("sha9")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noHashIsAResultForWhoAcceptsIt() {
        assertThatThrownBy(() -> withHash(null).upload(image, once()))
                .isInstanceOf(ImageDataNotVerifiedException.class)
                .hasMessageContaining("no hash of the data on record");
        assertThat(withHash(null)
                        .upload(scene.queued(), once(), STRICT.acceptUnverified())
                        .verification())
                .isEqualTo(Verification.NO_HASH);
    }

    @Test
    void aRecordThatCannotBeReadAfterwardsIsAResultForWhoAcceptsIt() {
        VerifiedData blind = scene.showing(record -> {
            throw new ImageNotFoundException(Failure.of(Operation.GET_IMAGE).build(), null);
        });

        assertThatThrownBy(() -> blind.upload(image, once()))
                .isInstanceOfSatisfying(
                        ImageDataNotVerifiedException.class,
                        e -> assertThat(e.effect()).isEqualTo(Effect.APPLIED))
                .hasCauseInstanceOf(ImageNotFoundException.class);
        assertThat(blind.upload(scene.queued(), once(), STRICT.acceptUnverified())
                        .verification())
                .isEqualTo(Verification.RECORD_NOT_READ);
    }

    @Test
    void progressBeginsAgainWithTheData() {
        List<Long> bytes = new ArrayList<>();
        UploadOptions watched = STRICT.progress(progress -> bytes.add(progress.bytes()));
        spoilt(this::lostAmidst).upload(image, ImageData.of(DATA), watched);

        assertThat(bytes).startsWith(0L, 0L).endsWith((long) DATA.length);
    }

    @Test
    void theStoreIsTheOneThatIsNamed() {
        try (InMemoryImageService service = InMemoryImageService.builder()
                .stores(Store.of(StoreId.of("fast")), Store.of(StoreId.of("slow")))
                .build()) {
            ImageClient client = scene.client(service.as(Caller.of(Scene.PRODUCER)));
            ImageId id = client.images()
                    .create(NewImage.named("data")
                            .diskFormat(DiskFormat.RAW)
                            .containerFormat(ContainerFormat.BARE)
                            .build())
                    .id();

            assertThatThrownBy(() ->
                            client.data().upload(id, ImageData.of(DATA), STRICT.store(StoreId.of("no-such-store"))))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(client.data()
                            .upload(id, ImageData.of(DATA), STRICT.store(StoreId.of("slow")))
                            .isVerified())
                    .isTrue();
        }
    }

    @Test
    void theTotalOfAStreamIsKnownAtItsEnd() {
        scene.data().upload(image, once(), STRICT.progress(scene.heard::add));

        assertThat(scene.heard.get(0).totalBytes()).isEmpty();
        assertThat(scene.heard.get(scene.heard.size() - 1).totalBytes()).hasValue(DATA.length);
    }

    @Test
    void aDeadlineAfterTheDataSaysThatItIsThere() {
        VerifiedData data =
                scene.client(scene.owner()).within(Duration.ofSeconds(5)).data();
        InputStream slowToClose = new ByteArrayInputStream(DATA) {
            @Override
            public void close() {
                scene.time.pass(Duration.ofSeconds(9));
            }
        };

        assertThatThrownBy(() -> data.upload(image, ImageData.of(slowToClose)))
                .isInstanceOfSatisfying(
                        DeadlineExceededException.class,
                        e -> assertThat(e.effect()).isEqualTo(Effect.APPLIED));
    }

    @Test
    void anInterruptAmidstLooksSaysThatNothingIsKnown() {
        VerifiedData data = spoilt((whole, sent) -> {
            Thread.currentThread().interrupt();
            throw lost();
        });

        assertThatThrownBy(() -> data.upload(image, ImageData.of(DATA)))
                .isInstanceOfSatisfying(
                        CallInterruptedException.class,
                        e -> assertThat(e.effect()).isEqualTo(Effect.UNKNOWN));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aSourceThatIsRefusedIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        InputStream source = new ByteArrayInputStream(DATA) {
            @Override
            public void close() {
                closed.incrementAndGet();
            }
        };

        assertThatThrownBy(() -> scene.data().upload(ImageId.of("none"), ImageData.of(source)))
                .isInstanceOf(ImageNotFoundException.class);
        assertThat(closed).hasValue(1);
    }
}
