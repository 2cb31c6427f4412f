package org.glance4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.glance4j.auth.Caller;
import org.glance4j.data.Planted;
import org.glance4j.data.TransferResult;
import org.glance4j.data.UploadOptions;
import org.glance4j.data.Verification;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageAlreadyExistsException;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.ImportFailedException;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.OperationNotOfferedException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.error.StatusUnreachableException;
import org.glance4j.error.TaskFailedException;
import org.glance4j.error.TaskNotFoundException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.glance4j.model.ProjectId;
import org.glance4j.model.ResourceUsage;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskStatus;
import org.glance4j.testing.PlantedService;
import org.glance4j.testing.ReadAgain;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.ServiceOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Imports from one call, and the waits; pauses move the clock of the service and of the deadline alike. */
class ImportsTest {
    private static final URI PAGE = URI.create("http://images.example/debian.raw");
    private static final URI NOWHERE = URI.create("http://images.example/nothing");
    private static final byte[] DATA = {1, 2, 3, 4, 5};
    private static final NewImage DEBIAN = NewImage.named("debian")
            .diskFormat(DiskFormat.RAW)
            .containerFormat(ContainerFormat.BARE)
            .build();

    private Instant now = Instant.parse("2026-01-01T00:00:00Z");
    private long nanos;
    private final List<Duration> pauses = new ArrayList<>();
    private final InMemoryImageService service = InMemoryImageService.builder()
            .clock(() -> now)
            .stores(
                    Store.of(StoreId.of("fast")),
                    Store.of(StoreId.of("slow")),
                    Store.of(StoreId.of("web")).withReadOnly(true))
            .importDelay(Duration.ofSeconds(5))
            .importDuration(Duration.ofSeconds(20))
            .webSource(WebSource.of(Map.of(PAGE, DATA)))
            .build();
    private final ImageClient client = client(Caller.of(ProjectId.of("p")));
    private final ImageClient admin = client(Caller.admin(ProjectId.of("admins")));

    private ImageClient client(Caller caller) {
        return ImageClient.builder(service.as(caller))
                .ticker(() -> nanos)
                .pauser(this::pause)
                .random(new SplittableRandom(112))
                .build();
    }

    private void pause(Duration duration) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        pauses.add(duration);
        now = now.plus(duration);
        nanos += duration.toNanos();
    }

    @AfterEach
    void close() {
        service.close();
    }

    private List<Image> images() {
        Page<Image> page = client.images().page(ImageQuery.defaults());
        return page.items();
    }

    private ImageId staged() {
        ImageId id = client.images().create(DEBIAN).id();
        TransferResult unused = client.imports().stage(id, ImageData.of(DATA));
        return id;
    }

    @Test
    void oneCallCreatesStagesImportsAndWaits() {
        Image image = client.imports()
                .importImage(DEBIAN, ImageData.of(DATA), ImageImport.glanceDirect(), Imports.OnFailure.KEEP);
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(image.sizeBytes()).isEqualTo(DATA.length);
        assertThat(image.otherFields()).isEqualTo(Map.of("stores", "fast"));
        assertThat(pauses).isNotEmpty().allMatch(pause -> pause.compareTo(Duration.ofSeconds(30)) <= 0);
    }

    @Test
    void oneCallDownloadsFromTheWebIntoEveryStoreBeforeItReturns() {
        Image image = client.imports()
                .importImage(
                        DEBIAN,
                        ImageImport.webDownload(PAGE)
                                .toStores(StoreId.of("fast"), StoreId.of("slow"))
                                .allowingFailures(),
                        Imports.OnFailure.REMOVE);
        assertThat(image.otherFields()).isEqualTo(Map.of("stores", "fast,slow"));
        assertThat(image.properties()).containsEntry("os_glance_importing_to_stores", "");
    }

    @Test
    void failureLeavesTheImageThatIsToBeKeptAndSaysHowItIs() {
        ImportFailedException failed = catchThrowableOfType(
                ImportFailedException.class,
                () -> client.imports().importImage(DEBIAN, ImageImport.webDownload(NOWHERE), Imports.OnFailure.KEEP));
        assertThat(failed)
                .hasMessageContaining("Task failed due to Internal Error")
                .hasMessageContaining("the image was kept and is queued")
                .hasCauseInstanceOf(TaskFailedException.class);
        assertThat(failed.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(images())
                .extracting(Image::id)
                .containsExactly(failed.failure().imageId());
    }

    @Test
    void failureRemovesTheImageThatIsToBeRemoved() {
        assertThatThrownBy(() -> client.imports()
                        .importImage(DEBIAN, ImageImport.webDownload(NOWHERE), Imports.OnFailure.REMOVE))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("the image was removed");
        assertThat(images()).isEmpty();
    }

    @Test
    void refusedImportIsAFailureToo() {
        NewImage formless = NewImage.named("formless").build();
        assertThatThrownBy(() -> client.imports()
                        .importImage(
                                formless, ImageData.of(DATA), ImageImport.glanceDirect(), Imports.OnFailure.REMOVE))
                .isInstanceOf(ImportFailedException.class)
                .hasCauseInstanceOf(ImageStatusConflictException.class);
        assertThat(images()).isEmpty();
    }

    @Test
    void imageThatNoStoreTakesIsNotAwaitedForEver() {
        assertThatThrownBy(() -> client.imports()
                        .importImage(
                                DEBIAN,
                                ImageData.of(DATA),
                                ImageImport.glanceDirect().toStores(StoreId.of("web")),
                                Imports.OnFailure.KEEP))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("the image was kept and is importing")
                .hasCauseInstanceOf(TaskFailedException.class);
    }

    @Test
    void deadlineOfTheWholeCallLeavesItUnknownWhatComesOfAKeptImage() {
        ImportFailedException failed = catchThrowableOfType(
                ImportFailedException.class,
                () -> client.within(Duration.ofSeconds(10))
                        .imports()
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP));
        assertThat(failed).hasCauseInstanceOf(DeadlineExceededException.class).hasMessageContaining("still importing");
        assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(pauses.stream().reduce(Duration.ZERO, Duration::plus)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void interruptedCallRemovesTheImageAndStaysInterrupted() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() ->
                        client.imports().importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.REMOVE))
                .isInstanceOf(ImportFailedException.class)
                .hasCauseInstanceOf(CallInterruptedException.class)
                .hasMessageContaining("the image was removed");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(images()).isEmpty();
    }

    /** The client, where reading an image fails from the first time to the last. */
    private ImageClient failing(int times, Supplier<ImageServiceException> failure) {
        AtomicInteger looks = new AtomicInteger();
        return ImageClient.builder(Planted.record(service.as(Caller.of(ProjectId.of("p"))), record -> {
                    if (looks.getAndIncrement() < times) {
                        throw failure.get();
                    }
                    return record;
                }))
                .ticker(() -> nanos)
                .pauser(this::pause)
                .build();
    }

    private static ImageServiceException away() {
        return new ServiceUnavailableException(
                Failure.of(Operation.GET_IMAGE).effect(Effect.NOT_APPLIED).build(), null);
    }

    private static ImageServiceException tokenless() {
        return new UnauthorizedException(
                Failure.of(Operation.GET_IMAGE).effect(Effect.NOT_APPLIED).build(), null);
    }

    @Test
    void serviceThatIsAwayForAWhileHasImportedAllTheSame() {
        Image image = failing(9, ImportsTest::away)
                .imports()
                .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.REMOVE);
        assertThat(image.status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    void acceptedImportThatCannotBeLookedAtAnyMoreIsUnknown() {
        ImportFailedException failed = catchThrowableOfType(
                ImportFailedException.class,
                () -> failing(10, ImportsTest::away)
                        .imports()
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP));
        assertThat(failed)
                .hasCauseInstanceOf(ServiceUnavailableException.class)
                .hasMessageContaining("the import was accepted and may go on; the image was kept");
        assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
    }

    @Test
    void importWhoseAcceptanceCannotBeReadIsUnknown() {
        UnexpectedAnswerException unread = new UnexpectedAnswerException(
                Failure.of(Operation.IMPORT_IMAGE).effect(Effect.APPLIED).build(), null);
        Imports imports = ImageClient.of(Planted.accepting(service.as(Caller.of(ProjectId.of("p"))), unread))
                .imports();
        ImportFailedException failed = catchThrowableOfType(
                ImportFailedException.class,
                () -> imports.importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP));
        assertThat(failed).hasCause(unread);
        assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
    }

    private Imports accepting(Throwable failure) {
        return ImageClient.of(Planted.accepting(service.as(Caller.of(ProjectId.of("p"))), failure))
                .imports();
    }

    @Test
    void whateverIsThrownTheCallerLearnsWhichImageThereIs() {
        IllegalStateException broken = new IllegalStateException("a fault");
        ImportFailedException failed = catchThrowableOfType(
                ImportFailedException.class,
                () -> accepting(broken).importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP));
        assertThat(failed)
                .hasCause(broken)
                .hasMessageContaining("a fault")
                .hasMessageContaining("the image was kept and is ");
        assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(images())
                .extracting(Image::id)
                .containsExactly(failed.failure().imageId());
    }

    @Test
    void whateverIsThrownRemovesTheImageThatIsToBeRemoved() {
        assertThatThrownBy(() -> accepting(new IllegalStateException("a fault"))
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.REMOVE))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("the image was removed");
        assertThatThrownBy(() -> accepting(new AssertionError("an error"))
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.REMOVE))
                .isInstanceOf(AssertionError.class);
        ImageData unopened = new ReadAgain(DATA, () -> {
            throw new UncheckedIOException(new IOException("no"));
        });
        assertThatThrownBy(() -> {
                    unopened.open().close();
                    client.imports()
                            .importImage(DEBIAN, unopened, ImageImport.glanceDirect(), Imports.OnFailure.REMOVE);
                })
                .isInstanceOf(ImportFailedException.class);
        assertThat(images()).isEmpty();
    }

    @Test
    void failedLookRemovesNoImageWhoseImportWasAccepted() {
        ImportFailedException failed = catchThrowableOfType(
                ImportFailedException.class,
                () -> failing(1, ImportsTest::tokenless)
                        .imports()
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.REMOVE));
        assertThat(failed)
                .hasCauseInstanceOf(UnauthorizedException.class)
                .hasMessageContaining("the import was accepted and may go on; the image was kept and is ");
        assertThat(failed.effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(images())
                .extracting(Image::id)
                .containsExactly(failed.failure().imageId());
    }

    private final List<String> heard = new ArrayList<>();

    /** The client, where calls of image records are noted, with the time that they have. */
    private ImageClient listening() {
        ImageTransport transport = Planted.heard(
                service.as(Caller.of(ProjectId.of("p"))),
                (call, deadline) -> heard.add(
                        call + deadline.remaining().map(left -> " " + left).orElse("")));
        return ImageClient.builder(transport)
                .ticker(() -> nanos)
                .pauser(this::pause)
                .random(new SplittableRandom(112))
                .build();
    }

    @Test
    void removalHasHalfAMinuteOfItsOwnOrWhatACallHas() {
        for (ImageClient door : List.of(
                listening(),
                listening().within(Duration.ofMinutes(10)),
                listening().within(Duration.ofSeconds(11)))) {
            assertThatThrownBy(() -> door.imports()
                            .importImage(DEBIAN, ImageImport.webDownload(NOWHERE), Imports.OnFailure.REMOVE))
                    .hasMessageContaining("the image was removed");
        }
        assertThat(heard)
                .filteredOn(call -> call.startsWith("delete"))
                .containsExactly("delete PT30S", "delete PT30S", "delete PT11S");
    }

    @Test
    void imageThatIsKeptIsNotLookedAtOnceTheTimeIsOver() {
        assertThatThrownBy(() -> listening()
                        .within(Duration.ofSeconds(10))
                        .imports()
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP))
                .hasMessageContaining("the image was kept and was importing when it was looked at last");
        assertThat(heard).filteredOn(call -> call.startsWith("get")).hasSameSizeAs(pauses);
    }

    @Test
    void imageThatIsKeptIsNotLookedAtAfterAnInterrupt() {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> listening()
                        .imports()
                        .importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP))
                .isInstanceOf(ImportFailedException.class)
                .hasMessageContaining("the image was kept and was queued when it was looked at last");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(heard).containsExactly("create", "get");
    }

    private int closed;

    /** A source that can be read once, and is closed once. */
    private ImageData once(byte[] bytes) {
        return ImageData.of(new ByteArrayInputStream(bytes) {
            @Override
            public void close() {
                closed++;
            }
        });
    }

    @Test
    void sourceIsClosedWhereNothingIsSent() {
        Imports old = old();
        ImageId id = client.images().create(DEBIAN).id();
        assertThatThrownBy(() -> old.stage(id, once(DATA))).isInstanceOf(OperationNotOfferedException.class);
        assertThat(closed).isEqualTo(1);
        assertThatThrownBy(
                        () -> old.importImage(DEBIAN, once(DATA), ImageImport.glanceDirect(), Imports.OnFailure.KEEP))
                .isInstanceOf(OperationNotOfferedException.class);
        assertThat(closed).isEqualTo(2);
        NewImage taken = NewImage.named("taken").id(id).build();
        assertThatThrownBy(() -> client.imports()
                        .importImage(taken, once(DATA), ImageImport.glanceDirect(), Imports.OnFailure.KEEP))
                .isInstanceOf(ImageAlreadyExistsException.class);
        assertThat(closed).isEqualTo(3);
        assertThatThrownBy(() -> client.within(Duration.ZERO).imports().stage(id, once(DATA)))
                .isInstanceOf(DeadlineExceededException.class);
        assertThat(closed).isEqualTo(4);
        TransferResult unused = client.imports().stage(id, once(DATA));
        assertThat(closed).isEqualTo(5);
    }

    @Test
    void sourceThatCannotBeOpenedIsNotOpenedAgain() {
        AtomicInteger opened = new AtomicInteger();
        ImageData source = new ImageData() {
            @Override
            public InputStream open() throws IOException {
                opened.incrementAndGet();
                throw new IOException("no");
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.empty();
            }

            @Override
            public boolean repeatable() {
                return false;
            }
        };
        ImageId id = client.images().create(DEBIAN).id();
        assertThatThrownBy(() -> client.imports().stage(id, source)).isInstanceOf(ImageDataSourceException.class);
        assertThat(opened).hasValue(1);
    }

    @Test
    void stagedDataIsHashedOnTheWay() {
        List<Long> bytes = new ArrayList<>();
        ImageId id = client.images().create(DEBIAN).id();
        TransferResult staged = client.imports()
                .stage(
                        id,
                        ImageData.of(DATA),
                        UploadOptions.defaults().hashAlgorithm("sha256").progress(p -> bytes.add(p.bytes())));
        assertThat(staged.hash().algorithm()).isEqualTo("sha256");
        assertThat(staged.hash().value()).startsWith("74f81fe167d99b4c");
        assertThat(staged.sizeBytes()).isEqualTo(DATA.length);
        assertThat(staged.verification()).isEqualTo(Verification.STAGED);
        assertThat(bytes).startsWith(0L).endsWith((long) DATA.length);
        client.imports().start(id, ImageImport.glanceDirect());
        Image image = client.imports().awaitImage(id, ImageStatus.ACTIVE);
        assertThat(staged(once(DATA)).hash()).isEqualTo(image.hash());
    }

    private TransferResult staged(ImageData data) {
        return client.imports().stage(client.images().create(DEBIAN).id(), data);
    }

    /** The import of data where an active image shows as something else. */
    private Image imported(ImageData data, NewImage wanted, Imports.OnFailure onFailure, UnaryOperator<Image> shown) {
        UnaryOperator<Image> plant = image -> image.status() == ImageStatus.ACTIVE ? shown.apply(image) : image;
        return ImageClient.builder(Planted.record(service.as(Caller.of(ProjectId.of("p"))), plant))
                .ticker(() -> nanos)
                .pauser(this::pause)
                .build()
                .imports()
                .importImage(wanted, data, ImageImport.glanceDirect(), onFailure);
    }

    private static Image hashed(Image image, String algorithm, String value) {
        return image.toBuilder().hash(new ImageHash(algorithm, value)).build();
    }

    @Test
    void imageWithOtherDataThanWasStagedIsAFailure() {
        List<UnaryOperator<Image>> wrong = List.of(
                image -> hashed(image, "sha512", "00"),
                image -> hashed(image, "sha256", "00"),
                image -> image.toBuilder().sizeBytes(6L).build(),
                image -> image.toBuilder().hash(null).checksum("00").build());
        for (UnaryOperator<Image> shown : wrong) {
            ImportFailedException failed = catchThrowableOfType(
                    ImportFailedException.class,
                    () -> imported(ImageData.of(DATA), DEBIAN, Imports.OnFailure.KEEP, shown));
            assertThat(failed)
                    .hasCauseInstanceOf(ImageDataMismatchException.class)
                    .hasMessageContaining("the service has ")
                    .hasMessageContaining("staged")
                    .hasMessageContaining("the image was kept and is active");
            assertThat(failed.effect()).isEqualTo(Effect.APPLIED);
        }
        assertThat(images()).hasSize(4);
        ImportFailedException removed = catchThrowableOfType(
                ImportFailedException.class,
                () -> imported(ImageData.of(DATA), DEBIAN, Imports.OnFailure.REMOVE, wrong.get(0)));
        assertThat(removed).hasMessageContaining("the image was removed");
        assertThat(removed.effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(images()).hasSize(4);
    }

    @Test
    void stagedDataIsComparedByTheAlgorithmOfTheRecordWhereItCanBeReadAgain() {
        String sha256 = "74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0";
        UnaryOperator<Image> shown = image -> hashed(image, "sha256", sha256);
        assertThat(imported(ImageData.of(DATA), DEBIAN, Imports.OnFailure.KEEP, shown)
                        .status())
                .isEqualTo(ImageStatus.ACTIVE);
        assertThat(imported(once(DATA), DEBIAN, Imports.OnFailure.KEEP, image -> hashed(image, "sha256", "00"))
                        .status())
                .isEqualTo(ImageStatus.ACTIVE);
        assertThat(closed).isEqualTo(1);
    }

    private static Image bySha256(Image image) {
        return hashed(image, "sha256", "74f81fe167d99b4cb41d6d0ccda82278caee9f3e2f25d5e5a3936ff3dcec60d0");
    }

    @Test
    void endOfTheComparisonIsNoFailureOfTheImport() {
        List<Runnable> ends = List.of(
                () -> nanos += Duration.ofHours(1).toNanos(),
                () -> Thread.currentThread().interrupt());
        for (Runnable end : ends) {
            for (Imports.OnFailure onFailure : Imports.OnFailure.values()) {
                ImageData data = new ReadAgain(DATA, () -> {
                    end.run();
                    return new ByteArrayInputStream(DATA);
                });
                UnaryOperator<Image> shown = image -> image.status() == ImageStatus.ACTIVE ? bySha256(image) : image;
                Imports imports = ImageClient.builder(Planted.record(service.as(Caller.of(ProjectId.of("p"))), shown))
                        .ticker(() -> nanos)
                        .pauser(this::pause)
                        .build()
                        .within(Duration.ofMinutes(10))
                        .imports();
                ImportFailedException ended = catchThrowableOfType(
                        ImportFailedException.class,
                        () -> imports.importImage(DEBIAN, data, ImageImport.glanceDirect(), onFailure));
                boolean unused = Thread.interrupted();
                assertThat(ended)
                        .hasMessageContaining("the data is imported, and was read again to be compared")
                        .hasMessageContaining("the image was kept and was active when it was looked at last");
                assertThat(ended.effect()).isEqualTo(Effect.APPLIED);
            }
        }
        assertThat(images()).extracting(Image::status).hasSize(4).containsOnly(ImageStatus.ACTIVE);
    }

    @Test
    void sourceThatCannotBeReadAgainOrHasChangedSaysNothingOfTheImage() {
        List<ReadAgain.Source> sources = List.of(
                () -> {
                    throw new IOException("no more");
                },
                () -> {
                    throw new UncheckedIOException(new IOException("no more"));
                },
                () -> new ByteArrayInputStream(DATA) {
                    @Override
                    public synchronized int read(byte[] bytes, int offset, int length) {
                        throw new IllegalStateException("no more");
                    }
                },
                () -> new ByteArrayInputStream(DATA) {
                    @Override
                    public void close() {
                        throw new IllegalStateException("no more");
                    }
                },
                () -> new ByteArrayInputStream(new byte[DATA.length]),
                () -> new ByteArrayInputStream(new byte[] {1, 2}));
        for (ReadAgain.Source source : sources) {
            assertThat(imported(new ReadAgain(DATA, source), DEBIAN, Imports.OnFailure.REMOVE, ImportsTest::bySha256)
                            .status())
                    .isEqualTo(ImageStatus.ACTIVE);
        }
        assertThat(images()).hasSameSizeAs(sources);
    }

    @Test
    void dataThatTheSiteHasConvertedOrUnpackedIsNotCompared() {
        UnaryOperator<Image> converted = image -> hashed(image, "sha512", "00").toBuilder()
                .diskFormat(DiskFormat.QCOW2)
                .sizeBytes(77L)
                .build();
        assertThat(imported(ImageData.of(DATA), DEBIAN, Imports.OnFailure.KEEP, converted)
                        .sizeBytes())
                .isEqualTo(77);
        NewImage packed = NewImage.named("packed")
                .diskFormat(DiskFormat.RAW)
                .containerFormat(ContainerFormat.COMPRESSED)
                .build();
        for (byte[] archive : List.of(
                new byte[] {0x1f, (byte) 0x8b, 8, 0}, new byte[] {'P', 'K', 3, 4}, new byte[] {0, 0, '-', 'l', 'h'})) {
            UnaryOperator<Image> unpacked = image -> hashed(image, "sha512", "00");
            assertThat(imported(once(archive), DEBIAN, Imports.OnFailure.KEEP, unpacked)
                            .status())
                    .isEqualTo(ImageStatus.ACTIVE);
            assertThatThrownBy(() -> imported(once(archive), packed, Imports.OnFailure.KEEP, unpacked))
                    .hasCauseInstanceOf(ImageDataMismatchException.class);
        }
    }

    @Test
    void newImageHasNothingThatIsThereAlready() {
        for (ImageImport wanted : List.of(ImageImport.glanceDirect(), ImageImport.copyImage())) {
            assertThatThrownBy(() -> client.imports().importImage(DEBIAN, wanted, Imports.OnFailure.REMOVE))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("a new image has no data for the method " + wanted.method());
        }
        assertThat(images()).isEmpty();
    }

    private Imports old() {
        return ImageClient.builder(new PlantedService(service.as(Caller.of(ProjectId.of("p"))), new Old()))
                .ticker(() -> nanos)
                .pauser(this::pause)
                .build()
                .imports();
    }

    /** A service of the time before imports. */
    private static final class Old implements ServiceOperations {
        @Override
        public ApiVersions versions() {
            return new ApiVersions(List.of(new ApiVersion("v2.5", "CURRENT", List.of())));
        }

        @Override
        public List<ResourceUsage> usage() {
            return List.of();
        }
    }

    @Test
    void serviceThatImportsNothingIsNotGivenAnImage() {
        Imports imports = old();
        ImageId id = staged();
        assertThatThrownBy(() -> imports.importImage(DEBIAN, ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP))
                .isInstanceOf(OperationNotOfferedException.class);
        assertThatThrownBy(() -> imports.importImage(
                        DEBIAN, ImageData.of(DATA), ImageImport.glanceDirect(), Imports.OnFailure.KEEP))
                .isInstanceOf(OperationNotOfferedException.class);
        assertThatThrownBy(() -> imports.awaitTask(id, TaskId.of("t")))
                .isInstanceOf(OperationNotOfferedException.class);
        assertThat(images()).extracting(Image::id).containsExactly(id);
    }

    @Test
    void stagedDataGoesWithOneMethodAlone() {
        assertThatThrownBy(() -> client.imports()
                        .importImage(DEBIAN, ImageData.of(DATA), ImageImport.webDownload(PAGE), Imports.OnFailure.KEEP))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(images()).isEmpty();
    }

    @Test
    void imageIsAwaitedUntilItHasTheStatus() {
        ImageId id = staged();
        client.imports().start(id, ImageImport.glanceDirect());
        assertThat(client.imports().awaitImage(id, ImageStatus.IMPORTING).status())
                .isEqualTo(ImageStatus.IMPORTING);
        assertThat(client.imports().awaitImage(id, ImageStatus.ACTIVE).status()).isEqualTo(ImageStatus.ACTIVE);
    }

    @Test
    void waitForAStatusThatCannotComeEndsAtOnce() {
        ImageId id = client.images().create(DEBIAN).id();
        client.data().upload(id, ImageData.of(DATA));
        assertThatThrownBy(() -> client.imports().awaitImage(id, ImageStatus.QUEUED))
                .isInstanceOf(StatusUnreachableException.class)
                .hasMessageContaining("is active and cannot be queued any more");
        assertThat(pauses).isEmpty();
    }

    @Test
    void waitForADeletedImageEnds() {
        ImageId id = staged();
        client.images().delete(id);
        assertThatThrownBy(() -> client.imports().awaitImage(id, ImageStatus.ACTIVE))
                .isInstanceOf(ImageNotFoundException.class);
    }

    @Test
    void waitForAnImageEndsInTimeOrByInterruption() {
        ImageId id = staged();
        assertThatThrownBy(() -> client.within(Duration.ofSeconds(3)).imports().awaitImage(id, ImageStatus.ACTIVE))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("the image is still uploading");
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> client.imports().awaitImage(id, ImageStatus.ACTIVE))
                .isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void taskIsAwaitedUntilItHasSucceeded() {
        ImageId id = staged();
        client.imports().start(id, ImageImport.glanceDirect());
        TaskId task = client.imports().tasks(id).get(0).id();
        Task ended = client.imports().awaitTask(id, task);
        assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
        assertThat(ended.expiresAt())
                .isBetween(Instant.parse("2026-01-03T00:00:25Z"), Instant.parse("2026-01-03T00:00:25.001Z"));
    }

    @Test
    void waitForATaskThatFailsEndsWithWhatTheServiceSays() {
        ImageId id = client.images().create(DEBIAN).id();
        client.imports().start(id, ImageImport.webDownload(NOWHERE));
        TaskId task = client.imports().tasks(id).get(0).id();
        assertThatThrownBy(() -> client.imports().awaitTask(id, task))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("Task failed due to Internal Error");
    }

    private Task importing(URI from) {
        Map<String, String> image = Map.of("name", "x", "disk_format", "raw", "container_format", "bare");
        return admin.tasks().create(ImportTaskInput.fromUrl(from.toString(), DiskFormat.RAW, image));
    }

    @Test
    void taskOfNoImageIsAwaitedUntilItHasSucceeded() {
        Task ended = admin.imports().awaitTask(importing(PAGE).id());
        assertThat(ended.status()).isEqualTo(TaskStatus.SUCCESS);
        ImageId id = ImportTaskInput.importedImage(ended).orElseThrow();
        assertThat(admin.images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(pauses).as("jitter").isNotEmpty().allMatch(pause -> pause.toMillis() % 1000 != 0);
    }

    @Test
    void waitForATaskOfNoImageThatFailsEndsWithWhatTheServiceSays() {
        Task task = importing(NOWHERE);
        assertThatThrownBy(() -> admin.imports().awaitTask(task.id()))
                .isInstanceOf(TaskFailedException.class)
                .hasMessageContaining("cannot show task")
                .hasMessageContaining("task " + task.id() + " is failure: Task failed due to Internal Error");
        pauses.clear();
        assertThatThrownBy(() -> admin.imports().awaitTask(task.id())).isInstanceOf(TaskFailedException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void waitForATaskOfNoImageEndsInTimeOrByInterruption() {
        TaskId task = importing(PAGE).id();
        assertThatThrownBy(() -> admin.within(Duration.ofMillis(1)).imports().awaitTask(task))
                .isInstanceOf(DeadlineExceededException.class)
                .hasMessageContaining("the task is still p");
        TaskId another = importing(PAGE).id();
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> admin.imports().awaitTask(another)).isInstanceOf(CallInterruptedException.class);
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void taskThatIsNotThereOrNotTheCallersIsNotAwaited() {
        assertThatThrownBy(() -> admin.imports().awaitTask(TaskId.of("t"))).isInstanceOf(TaskNotFoundException.class);
        TaskId task = importing(PAGE).id();
        assertThatThrownBy(() -> client.imports().awaitTask(task)).isInstanceOf(ForbiddenException.class);
        assertThat(pauses).isEmpty();
    }

    @Test
    void expiredTaskIsNotAwaited() {
        ImageId id = staged();
        client.imports().start(id, ImageImport.glanceDirect());
        TaskId task = client.imports().tasks(id).get(0).id();
        now = now.plus(Duration.ofDays(3));
        assertThatThrownBy(() -> client.imports().awaitTask(id, task)).isInstanceOf(NotFoundException.class);
        assertThat(client.images().get(id).status()).isEqualTo(ImageStatus.ACTIVE);
    }
}
