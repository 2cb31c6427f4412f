package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glance4j.auth.Secret;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.inmemory.Fault;
import org.glance4j.inmemory.Faults;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.StoreId;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Faults that are ordered of the service in memory, as a client over HTTP meets them. */
class OrderedFaultsTest {
    private final Faults faults = new Faults();
    private final InMemoryImageService service =
            InMemoryImageService.builder().faults(faults).build();
    private final InMemoryImageServer server =
            InMemoryImageServer.builder().service(service).start();
    private final FeignTransport owner = transport("producer");
    private final FeignTransport consumer = transport("consumer");
    private final ProjectId consumerId = server.seed().projectId("consumer").orElseThrow();

    private FeignTransport transport(String user) {
        return FeignTransport.builder()
                .authUrl(server.authUrl())
                .username(user)
                .userDomainName("Default")
                .password(Secret.of(user + "-password"))
                .projectName(user)
                .projectDomainName("Default")
                .build();
    }

    @AfterEach
    void close() {
        owner.close();
        consumer.close();
        server.close();
        service.close();
    }

    private ImageId image() {
        return owner.images()
                .create(NewImage.named("x")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
    }

    @Test
    void aDecisionWhoseAnswerIsLostIsFoundToBeMade() {
        ImageId id = image();
        owner.members().add(id, consumerId);
        faults.order(Fault.answerLostAfter(Operation.UPDATE_MEMBER));
        assertThat(consumer.members()
                        .updateStatus(id, consumerId, MemberStatus.ACCEPTED)
                        .status())
                .isEqualTo(MemberStatus.ACCEPTED);
        assertThat(server.requests("PUT", "/v2/images/{image_id}/members/{member_id}"))
                .isEqualTo(1);
    }

    @Test
    void anOfferThatWasLostBeforeItArrivedIsMadeAgain() {
        ImageId id = image();
        faults.order(Fault.answerLostBefore(Operation.ADD_MEMBER))
                .order(Fault.status(Operation.ADD_MEMBER, 503).onCall(2));
        assertThat(owner.members().add(id, consumerId).memberId()).isEqualTo(consumerId);
        assertThat(owner.members().list(id)).hasSize(1);
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsOfUnknownOutcome() {
        ImageId id = image();
        faults.order(Fault.answerLostAfter(Operation.UPDATE_IMAGE));
        assertThatThrownBy(() ->
                        owner.images().update(id, ImagePatch.builder().name("y").build()))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aDeletionFromAStoreIsNotProvedByAnImageThatNamesNoStore() {
        ImageId id = image();
        faults.order(Fault.answerLostBefore(Operation.DELETE_FROM_STORE));
        assertThatThrownBy(() -> owner.stores().delete(StoreId.of("fast"), id))
                .isInstanceOf(OutcomeUnknownException.class);
    }

    @Test
    void aTagsNewNameProvesNothingWhereTheOldOneIsStillThere() {
        try (FeignTransport admin = transport("admin")) {
            NamespaceName namespace = NamespaceName.of("OS::Example");
            admin.metadefs().namespaces().create(Namespace.named("OS::Example").build());
            admin.metadefs().tags().addAll(namespace, List.of("a", "b"));
            faults.order(Fault.answerLostBefore(Operation.UPDATE_METADEF_TAG));
            assertThatThrownBy(() -> admin.metadefs().tags().rename(namespace, "a", "b"))
                    .isInstanceOf(OutcomeUnknownException.class);
            faults.order(Fault.answerLostAfter(Operation.UPDATE_METADEF_TAG).onCall(2));
            assertThat(admin.metadefs().tags().rename(namespace, "a", "c").name())
                    .isEqualTo("c");
        }
    }

    @Test
    void aDownloadThatIsCutBreaks() throws IOException {
        ImageId id = image();
        owner.data().upload(id, ImageData.of("twenty bytes of data".getBytes(StandardCharsets.US_ASCII)));
        faults.order(Fault.dataCut(Operation.DOWNLOAD_DATA, 7));
        try (ImageDownload download = owner.data().download(id)) {
            assertThatThrownBy(() -> download.stream().readAllBytes()).isInstanceOf(IOException.class);
        }
    }
}
