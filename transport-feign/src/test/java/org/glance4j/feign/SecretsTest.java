package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.glance4j.auth.Secret;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.ImageQuery;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Passwords and tokens stand in no log, whatever its level, in no exception and in no {@code toString}. */
class SecretsTest {

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 400, 401, 500, 0})
    void noTextHoldsASecretWhateverTheServiceAnswers(int status) throws IOException {
        try (StubServer server = new StubServer(request -> {
                    if (Stubs.isTokenRequest(request)) {
                        return Reply.nothing();
                    }
                    return status == 0 ? Reply.nothing() : Reply.json(status, "{}");
                });
                StubServer working = new StubServer(request -> status == 0
                        ? Reply.raw("HTTP/1.1 201 Created\r\nX-Subject-Token: " + Stubs.TOKEN + "\r\n\r\n{}")
                        : Stubs.token(
                                1,
                                Stubs.catalogEntry(
                                        "public", "RegionOne", server.url().toString())));
                FeignTransport unreachable = Stubs.withPassword(server).build();
                FeignTransport withPassword = Stubs.withPassword(working).build();
                FeignTransport withToken = FeignTransport.builder()
                        .authUrl(working.url().resolve("/identity"))
                        .token(Secret.of(Stubs.TOKEN + "given"))
                        .build()) {
            for (FeignTransport transport : List.of(unreachable, withPassword, withToken)) {
                assertClean(transport.toString());
                assertClean(trace(catchThrowable(() -> transport.images().list(ImageQuery.defaults()))));
                assertClean(trace(
                        catchThrowable(() -> transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[1])))));
                assertClean(trace(catchThrowable(() -> transport.data().download(Stubs.IMAGE))));
                assertClean(transport.toString());
            }
        }
    }

    @Test
    void theLogHasALineForEachRequestAndNoSecret() throws IOException {
        try (StubServer server = new StubServer(
                        request -> Reply.json(200, Stubs.image(""), "x-openstack-request-id: req-in-the-log"));
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
        }
        assertThat(LoggerFactory.getLogger("org.apache.hc.client5.http.headers").isDebugEnabled())
                .isTrue();
        String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
        assertThat(log).containsPattern("GET /v2/images/\\{id} -> 200, request req-in-the-log, [0-9]+ ms");
        assertThat(log).doesNotContain(Stubs.PASSWORD);
        assertThat(log).doesNotContain(Stubs.TOKEN);
    }

    private static void assertClean(String text) {
        assertThat(text).doesNotContain(Stubs.PASSWORD).doesNotContain(Stubs.TOKEN);
    }

    private static String trace(Throwable failure) {
        if (failure == null) {
            return "";
        }
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace, true));
        return trace.toString();
    }
}
