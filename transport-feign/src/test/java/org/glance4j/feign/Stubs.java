package org.glance4j.feign;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;

/** What the tests against a {@link StubServer} have in common. */
final class Stubs {
    /** No text of this library may hold one of these. */
    static final String PASSWORD = "5ecret-passw0rd";

    static final String TOKEN = "5ecret-t0ken-";

    static final ImageId IMAGE = ImageId.of("a96be11e-8536-4910-92cb-de50aa19dfe6");
    static final ProjectId OWNER = ProjectId.of("producer-id");
    static final ProjectId CONSUMER = ProjectId.of("123456");

    private Stubs() {}

    /** A transport to this server with a token that is always the same, which tries nothing again. */
    static FeignTransport transport(StubServer server) {
        return builder(server).maxAttempts(1).build();
    }

    /** A builder with a token that is always the same, whose transport does not pause. */
    static FeignTransportBuilder builder(StubServer server) {
        return FeignTransport.builder()
                .endpoint(server.url())
                .tokenSource(new FixedToken())
                .pauser(pause -> {});
    }

    /** A builder with a password, for the identity service at {@code /identity} of this server. */
    static FeignTransportBuilder withPassword(StubServer server) {
        return FeignTransport.builder()
                .authUrl(server.url().resolve("/identity/v3"))
                .username("producer")
                .userDomainName("Default")
                .password(Secret.of(PASSWORD))
                .projectName("producer")
                .projectDomainName("Default")
                .pauser(pause -> {});
    }

    static boolean isTokenRequest(Received request) {
        return request.is("POST", "/identity/v3/auth/tokens");
    }

    /** The identity service's answer: a token that lives an hour, with a catalog of one image endpoint. */
    static Reply token(StubServer server, int number) {
        return token(number, catalogEntry("public", "RegionOne", server.url() + "/image"));
    }

    static Reply token(int number, String catalogEndpoints) {
        String body = "{\"token\":{\"methods\":[\"password\"],\"issued_at\":\"2026-11-23T12:00:00.000000Z\","
                + "\"expires_at\":\"2026-11-23T13:00:00.000000Z\",\"project\":{\"id\":\"" + OWNER
                + "\",\"name\":\"p\"},"
                + "\"roles\":[{\"id\":\"1\",\"name\":\"Member\"}],\"catalog\":[{\"type\":\"image\",\"name\":\"glance\","
                + "\"endpoints\":[" + catalogEndpoints + "]}]}}";
        return Reply.json(201, body, "X-Subject-Token: " + TOKEN + number);
    }

    static String catalogEntry(String visibleOn, String region, String url) {
        return "{\"id\":\"1\",\"interface\":\"" + visibleOn + "\",\"region\":\"" + region + "\",\"region_id\":\""
                + region + "\",\"url\":\"" + url + "\"}";
    }

    static String image(String more) {
        return "{\"id\":\"" + IMAGE
                + "\",\"status\":\"queued\",\"visibility\":\"shared\",\"protected\":false,\"tags\":[],"
                + "\"created_at\":\"2026-11-23T12:00:00Z\",\"updated_at\":\"2026-11-23T12:00:00Z\"" + more + "}";
    }

    static String member(String status) {
        return "{\"member_id\":\"" + CONSUMER + "\",\"image_id\":\"" + IMAGE + "\",\"status\":\"" + status
                + "\",\"created_at\":\"2026-11-23T12:00:00Z\",\"updated_at\":\"2026-11-23T12:00:00Z\","
                + "\"schema\":\"/v2/schemas/member\"}";
    }

    /** Gives the same token always, and cannot renew it. */
    static final class FixedToken implements TokenSource {
        final AtomicInteger rejections = new AtomicInteger();

        @Override
        public Secret token(Deadline deadline) {
            return Secret.of(TOKEN + 0);
        }

        @Override
        public boolean reject(Secret rejected) {
            rejections.incrementAndGet();
            return false;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.of(Caller.of(OWNER));
        }
    }
}
