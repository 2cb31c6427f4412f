package org.glance4j.feign.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.contract.PlantedRun;
import org.glance4j.contract.Statements;
import org.glance4j.inmemory.http.WireRequest;
import org.glance4j.inmemory.http.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** For each statement about HTTP alone, a cloud that breaks it, and the statement's own tests, which have to notice. */
class PlantedAnswersTest {
    private static final String TOKENS = "/identity/v3/auth/tokens";
    private static final int BAD_REQUEST = 400;
    private static final int SERVER_ERRORS = 500;

    /** A cloud that breaks a statement. */
    record Corruption(String statement, String words, CorruptingFront.Rule rule) {
        @Override
        public String toString() {
            return statement + " broken: " + words;
        }
    }

    static Stream<Corruption> corruptions() {
        return Stream.of(
                new Corruption("S-114", "a service that fails says that the request was bad", (server, request) -> {
                    WireResponse answer = server.answer(request);
                    return answer.status() < SERVER_ERRORS
                            ? answer
                            : new WireResponse(BAD_REQUEST, answer.headers(), answer.body(), answer.sizeBytes());
                }),
                new Corruption(
                        "S-115",
                        "a token that nobody gave is taken",
                        (server, request) -> server.answer(
                                request.header("X-Auth-Token").orElse("").startsWith("made-up")
                                        ? with(
                                                request,
                                                Map.of(
                                                        "X-Auth-Token",
                                                        server.token("producer").reveal()))
                                        : request)),
                new Corruption(
                        "S-117",
                        "images are not below v2",
                        (server, request) -> server.answer(new WireRequest(
                                request.method(),
                                request.target().replace("/v2/images", "/images"),
                                request.headers(),
                                request.body()))),
                new Corruption(
                        "S-118",
                        "the catalog is another region's",
                        (server, request) ->
                                text(server.answer(request), answer -> answer.replace("RegionOne", "Elsewhere"))),
                new Corruption("S-119", "the token stands in the header X-Token", (server, request) -> {
                    WireResponse answer = server.answer(request);
                    Map<String, List<String>> headers = new TreeMap<>(answer.headers());
                    headers.put(
                            "X-Token", List.of(answer.header("X-Subject-Token").orElse("")));
                    headers.keySet().removeIf("X-Subject-Token"::equalsIgnoreCase);
                    return new WireResponse(answer.status(), headers, answer.body(), answer.sizeBytes());
                }),
                new Corruption("S-120", "an application credential without a scope is refused", (server, request) -> {
                    String body = new String(request.body().readAllBytes(), UTF_8);
                    boolean refused = request.target().equals(TOKENS)
                            && body.contains("application_credential")
                            && !body.contains("\"scope\"");
                    return server.answer(new WireRequest(
                            request.method(),
                            request.target(),
                            request.headers(),
                            new ByteArrayInputStream((refused ? "{}" : body).getBytes(UTF_8))));
                }));
    }

    private static WireRequest with(WireRequest request, Map<String, String> headers) {
        Map<String, List<String>> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        fields.putAll(request.headers());
        headers.forEach((name, value) -> fields.put(name, List.of(value)));
        return new WireRequest(request.method(), request.target(), fields, request.body());
    }

    private static WireResponse text(WireResponse answer, UnaryOperator<String> change) throws IOException {
        byte[] body =
                change.apply(new String(answer.body().readAllBytes(), UTF_8)).getBytes(UTF_8);
        return new WireResponse(answer.status(), answer.headers(), new ByteArrayInputStream(body), body.length);
    }

    @Test
    void everyStatementAboutHttpAloneIsBrokenOnce() {
        assertThat(corruptions().map(Corruption::statement))
                .containsExactlyInAnyOrderElementsOf(Statements.aboutHttpAlone());
    }

    @ParameterizedTest
    @MethodSource("corruptions")
    void testsOfTheStatementFailByItsNumber(Corruption corruption) {
        CorruptedSignIn.PLANTED.set(corruption.rule());
        try {
            PlantedRun.failsBy(
                    corruption.statement(),
                    "http",
                    PlantedRun.testsOf(corruption.statement(), CorruptedSignIn.class).stream()
                            .map(test -> selectMethod(CorruptedSignIn.class, test))
                            .toList());
        } finally {
            CorruptedSignIn.PLANTED.remove();
        }
    }
}
