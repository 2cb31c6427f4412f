package org.glance4j.inmemory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.glance4j.auth.Caller;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConflictException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.error.RateLimitedException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.MetadefEngine;
import org.glance4j.inmemory.internal.Serves;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultsTest {
    private static final ProjectId OWNER = ProjectId.of("owner");
    private static final ProjectId OTHER = ProjectId.of("other");
    private static final byte[] DATA = "twenty bytes of data".getBytes(StandardCharsets.US_ASCII);

    private final List<Duration> pauses = new ArrayList<>();
    private final Faults faults = new Faults(pauses::add);
    private final InMemoryImageService service =
            InMemoryImageService.builder().faults(faults).build();
    private final ImageTransport owner = service.as(Caller.of(OWNER));
    private final ImageTransport other = service.as(Caller.of(OTHER));

    @AfterEach
    void close() {
        service.close();
    }

    private Image image() {
        return owner.images()
                .create(NewImage.named("x")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build());
    }

    @Test
    void aStatusIsAnsweredAndNothingIsDone() {
        faults.order(Fault.status(Operation.CREATE_IMAGE, 503));
        ServiceUnavailableException refused = catchThrowableOfType(ServiceUnavailableException.class, this::image);
        assertThat(refused.failure().effect()).isEqualTo(Effect.NOT_APPLIED);
        assertThat(refused).hasMessageContaining("create image, call 1 by owner: status 503");
        assertThat(owner.images().list(ImageQuery.defaults()).items()).isEmpty();
        assertThat(image().status()).isEqualTo(ImageStatus.QUEUED);
    }

    @Test
    void eachStatusIsTheExceptionThatItIsOverHttp() {
        faults.order(Fault.status(Operation.GET_IMAGE, 429))
                .order(Fault.status(Operation.GET_IMAGE, 500).onCall(2))
                .order(Fault.status(Operation.GET_IMAGE, 409).onCall(3));
        ImageId id = image().id();
        assertThatThrownBy(() -> owner.images().get(id)).isInstanceOf(RateLimitedException.class);
        assertThatThrownBy(() -> owner.images().get(id)).isInstanceOf(ServiceErrorException.class);
        assertThatThrownBy(() -> owner.images().get(id)).isInstanceOf(ConflictException.class);
        assertThat(owner.images().get(id).id()).isEqualTo(id);
    }

    @Test
    void anAnswerThatIsLostBeforeTheChangeLeavesNothingChanged() {
        ImageId id = image().id();
        faults.order(Fault.answerLostBefore(Operation.ADD_MEMBER));
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class, () -> owner.members().add(id, OTHER));
        assertThat(lost.failure().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(lost.failure().imageId()).isEqualTo(id);
        assertThat(owner.members().list(id)).isEmpty();
    }

    @Test
    void callsOfTheMetadataCatalogCanFailToo() {
        ImageTransport admin = service.as(Caller.admin(OWNER));
        NamespaceName name = NamespaceName.of("n");
        faults.order(Fault.answerLostAfter(Operation.CREATE_NAMESPACE));
        OutcomeUnknownException lost = catchThrowableOfType(
                OutcomeUnknownException.class,
                () -> admin.metadefs().namespaces().create(Namespace.named("n").build()));
        assertThat(lost.failure().effect()).isEqualTo(Effect.UNKNOWN);
        assertThat(admin.metadefs().namespaces().get(name).name()).isEqualTo(name);
        faults.order(Fault.status(Operation.CREATE_METADEF_TAG, 503));
        ServiceUnavailableException refused = catchThrowableOfType(
                ServiceUnavailableException.class, () -> admin.metadefs().tags().create(name, "t"));
        assertThat(refused.failure().namespace()).isEqualTo(name);
        assertThat(admin.metadefs().tags().list(name)).isEmpty();
    }

    @Test
    void anAnswerThatIsLostAfterTheChangeLeavesItMade() {
        ImageId id = image().id();
        faults.order(Fault.answerLostAfter(Operation.ADD_MEMBER));
        assertThatThrownBy(() -> owner.members().add(id, OTHER)).isInstanceOf(OutcomeUnknownException.class);
        assertThat(owner.members().list(id)).hasSize(1);
    }

    @Test
    void aReadWhoseAnswerIsLostIsABrokenConnection() {
        ImageId id = image().id();
        faults.order(Fault.answerLostAfter(Operation.GET_IMAGE));
        assertThatThrownBy(() -> owner.images().get(id)).isInstanceOf(ConnectionFailedException.class);
    }

    @Test
    void latencyPassesBeforeTheCallAndIsInterruptible() {
        ImageId id = image().id();
        faults.order(Fault.latency(Operation.GET_IMAGE, Duration.ofMillis(1500)));
        assertThat(owner.images().get(id).id()).isEqualTo(id);
        assertThat(pauses).containsExactly(Duration.ofMillis(1500));

        Faults interrupted = new Faults(pause -> {
            throw new InterruptedException();
        });
        try (InMemoryImageService slow =
                InMemoryImageService.builder().faults(interrupted).build()) {
            interrupted.order(Fault.latency(Operation.GET_IMAGE, Duration.ofSeconds(1)));
            ImageTransport transport = slow.as(Caller.of(OWNER));
            Throwable thrown = catchThrowable(() -> transport.images().get(id));
            assertThat(Thread.interrupted()).isTrue();
            assertThat(thrown).isInstanceOf(CallInterruptedException.class);
        }
    }

    @Test
    void aCutUploadLeavesTheImageQueuedAsALostConnectionDoes() {
        ImageId id = image().id();
        faults.order(Fault.dataCut(Operation.UPLOAD_DATA, 7));
        assertThatThrownBy(() -> owner.data().upload(id, ImageData.of(DATA)))
                .isInstanceOf(OutcomeUnknownException.class);
        assertThat(owner.images().get(id).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @Test
    void aCutDownloadGivesSoManyBytesAndBreaks() throws IOException {
        ImageId id = image().id();
        owner.data().upload(id, ImageData.of(DATA));
        faults.order(Fault.dataCut(Operation.DOWNLOAD_DATA, 7));
        try (ImageDownload download = owner.data().download(id)) {
            assertThat(download.sizeBytes()).hasValue(DATA.length);
            assertThat(download.stream().readNBytes(7)).isEqualTo("twenty ".getBytes(StandardCharsets.US_ASCII));
            assertThatThrownBy(() -> download.stream().read())
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining("download image data, call 1 by owner: data cut at byte 7");
        }
        try (ImageDownload whole = owner.data().download(id)) {
            assertThat(whole.stream().readAllBytes()).isEqualTo(DATA);
        }
    }

    @Test
    void aCutIsNotSkipped() throws IOException {
        ImageId id = image().id();
        owner.data().upload(id, ImageData.of(DATA));
        faults.order(Fault.dataCut(Operation.DOWNLOAD_DATA, 7));
        try (ImageDownload download = owner.data().download(id)) {
            assertThatThrownBy(() -> download.stream().skipNBytes(15)).isInstanceOf(IOException.class);
            assertThat(download.stream().markSupported()).isFalse();
        }
    }

    @Test
    void theCallsOfOneCallerAreCountedByThemselves() {
        ImageId id = image().id();
        owner.members().add(id, OTHER);
        faults.order(Fault.status(Operation.GET_IMAGE, 500).by(OTHER).onCall(2));
        for (int call = 0; call < 5; call++) {
            owner.images().get(id);
        }
        other.images().get(id);
        assertThatThrownBy(() -> other.images().get(id)).isInstanceOf(ServiceErrorException.class);
        assertThat(other.images().get(id).id()).isEqualTo(id);
        assertThat(faults.struck())
                .containsExactly(
                        Fault.status(Operation.GET_IMAGE, 500).by(OTHER).onCall(2));
    }

    @Test
    void whatStrikesByASeedStrikesAgainByItAndByTheLinesItPrinted() {
        List<String> first = randomly(new Faults(pauses::add).orderAtRandom(42, 3));
        assertThat(first).hasSizeGreaterThan(5);
        assertThat(randomly(new Faults(pauses::add).orderAtRandom(42, 3))).isEqualTo(first);
        assertThat(randomly(new Faults(pauses::add).orderAtRandom(43, 3))).isNotEqualTo(first);
        Faults again = new Faults(pauses::add);
        first.forEach(line -> again.order(Fault.parse(line)));
        assertThat(randomly(again)).isEqualTo(first);
    }

    private static List<String> randomly(Faults random) {
        try (InMemoryImageService struck =
                InMemoryImageService.builder().faults(random).build()) {
            ImageTransport caller = struck.as(Caller.of(OWNER));
            for (int i = 0; i < 20; i++) {
                ImageId id = ImageId.of(new UUID(0, i));
                attempt(() -> caller.images().create(NewImage.named("x").id(id).build()));
                attempt(() -> caller.members().add(id, OTHER));
            }
            return random.struck().stream().map(Fault::toString).toList();
        }
    }

    private static void attempt(Runnable call) {
        Throwable thrown = catchThrowable(call::run);
        assertThat(thrown == null || thrown instanceof ImageServiceException)
                .as(String.valueOf(thrown))
                .isTrue();
    }

    @Test
    void nothingGoesWrongOnceTheOrdersAreCleared() {
        faults.orderAtRandom(1, 1).order(Fault.status(Operation.CREATE_IMAGE, 500));
        attempt(this::image);
        assertThat(faults.struck()).hasSize(1);
        faults.order(Fault.status(Operation.CREATE_IMAGE, 500)).clear();
        assertThat(image().status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(faults.struck()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update member, call 2 by 123456: answer lost after the change",
                "create image, call 1: answer lost before the change",
                "show image, call 7: latency in ms 250",
                "download image data, call 1 by a-b: data cut at byte 1024",
                "list images, call 3: status 503"
            })
    void aLineIsReadAsItIsWritten(String line) {
        assertThat(Fault.parse(line)).hasToString(line);
    }

    @ParameterizedTest
    @EnumSource
    void whatGoesWrongWithAnyOperationIsReadAsItIsWritten(Operation operation) {
        for (Fault fault : List.of(
                Fault.latency(operation, Duration.ofMillis(3)),
                Fault.status(operation, 503).by(ProjectId.of("a b: c")),
                Fault.answerLostBefore(operation).onCall(Integer.MAX_VALUE),
                Fault.answerLostAfter(operation).by(OWNER).onCall(2))) {
            assertThat(Fault.parse(fault.toString())).isEqualTo(fault);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "update member",
                "update member, call 0: answer lost after the change",
                "update member, call 9999999999: answer lost after the change",
                "paint image, call 1: answer lost after the change",
                "list images, call 1: bad luck",
                "list images, call 1: status 200",
                "list images, call 1: data cut at byte 3"
            })
    void whatIsNoFaultIsRefused(String line) {
        assertThatThrownBy(() -> Fault.parse(line)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void everyOperationOfTheEngineCanFail() {
        List<String> without = new ArrayList<>();
        for (Class<?> engine : List.of(ImageEngine.class, MetadefEngine.class)) {
            for (Method method : engine.getMethods()) {
                if (method.getParameterCount() > 0
                        && !method.getName().equals("requireTasks")
                        && !method.isAnnotationPresent(Serves.class)) {
                    without.add(method.getName());
                }
            }
        }
        assertThat(without).isEmpty();
    }
}
