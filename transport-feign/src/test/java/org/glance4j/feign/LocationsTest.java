package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.ImageClient;
import org.glance4j.error.Effect;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.OperationNotOfferedException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.junit.jupiter.api.Test;

/** Locations, which came with version 2.17 of the API. Source: Image API v2, get and add location. */
class LocationsTest {
    private static final String PATH = "/v2/images/" + Stubs.IMAGE + "/locations";
    private static final String VERSIONS =
            "{\"versions\": [{\"id\": \"v2.%s\", \"status\": \"CURRENT\", \"links\": []}]}";

    private static String text(int status) {
        return "{\"message\": \"no\", \"code\": \"" + status + " x\", \"title\": \"x\"}";
    }

    @Test
    void locationsAreListed() throws IOException {
        try (StubServer server = new StubServer(request ->
                        Reply.json(200, "[{\"url\": \"cinder://lvm/39e6\", \"metadata\": {\"store\": \"lvm\"}}]"));
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport.locations().list(Stubs.IMAGE))
                    .containsExactly(new ImageLocation("cinder://lvm/39e6", Map.of("store", "lvm"), null));
            assertThat(server.received()).allMatch(request -> request.is("GET", PATH));
        }
    }

    @Test
    void aLocationIsAddedAndTakenInLater() throws IOException {
        List<String> bodies = new ArrayList<>();
        try (StubServer server = new StubServer(request -> {
                    bodies.add(request.text());
                    return new Reply("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n", false);
                });
                FeignTransport transport = Stubs.transport(server)) {
            transport.locations().add(Stubs.IMAGE, "http://h/x", new ImageHash("sha256", "00"));
            transport.locations().add(Stubs.IMAGE, "http://h/y", null);
            assertThat(server.received()).allMatch(request -> request.is("POST", PATH));
            assertThat(bodies)
                    .containsExactly(
                            "{\"url\":\"http://h/x\",\"validation_data\":{\"os_hash_algo\":\"sha256\",\"os_hash_value\":\"00\"}}",
                            "{\"url\":\"http://h/y\"}");
            assertThatThrownBy(() -> transport.locations().add(ImageId.of("a/b"), "http://h", null))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() -> transport.locations().add(Stubs.IMAGE, "", null))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(bodies).hasSize(2);
        }
    }

    @Test
    void whatIsNotAcceptedIsNotTakenForDone() throws IOException {
        try (StubServer server = new StubServer(request -> Reply.noContent());
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() -> transport.locations().add(Stubs.IMAGE, "http://h/x", null))
                    .isInstanceOf(UnexpectedAnswerException.class)
                    .hasMessageContaining("has status 204 where the Image API says 202");
        }
    }

    @Test
    void refusalsSayWhy() throws IOException {
        int[] status = {403};
        try (StubServer server = new StubServer(request -> Reply.json(status[0], text(status[0])));
                FeignTransport transport = Stubs.transport(server)) {
            ForbiddenException shown = catchThrowableOfType(
                    ForbiddenException.class, () -> transport.locations().list(Stubs.IMAGE));
            assertThat(shown.failure().explanations())
                    .extracting(Explanation::rule)
                    .containsExactly(Rule.ONLY_SERVICE_SEES_LOCATIONS);
            status[0] = 409;
            ImageStatusConflictException added = catchThrowableOfType(
                    ImageStatusConflictException.class,
                    () -> transport.locations().add(Stubs.IMAGE, "http://h/x", null));
            assertThat(added.failure().explanations())
                    .extracting(Explanation::rule)
                    .contains(Rule.IMAGE_NOT_QUEUED);
            assertThat(added.effect()).isEqualTo(Effect.NOT_APPLIED);
        }
    }

    @Test
    void anOlderServiceIsNotAskedForThem() throws IOException {
        int[] minor = {16};
        try (StubServer server = new StubServer(request -> request.target().equals("/")
                        ? Reply.json(300, VERSIONS.formatted(minor[0]))
                        : Reply.json(200, "[]"));
                FeignTransport transport = Stubs.transport(server)) {
            ImageClient client = ImageClient.of(transport);
            OperationNotOfferedException refused = catchThrowableOfType(
                    OperationNotOfferedException.class, () -> client.locations().list(Stubs.IMAGE));
            assertThat(refused.neededMinor()).isEqualTo(17);
            assertThat(refused.highestMinor()).isEqualTo(16);
            assertThat(server.received()).hasSize(1).allMatch(request -> request.is("GET", "/"));
            minor[0] = 18;
            assertThat(ImageClient.of(transport).locations().list(Stubs.IMAGE)).isEmpty();
        }
    }
}
