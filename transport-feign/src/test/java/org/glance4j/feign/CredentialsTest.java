package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;
import org.glance4j.contract.Statement;
import org.glance4j.contract.StatementRecord;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.StubServer.Script;
import org.glance4j.feign.config.CloudConfig;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ProjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each kind of credentials asks the identity service with, and what is read from its answer. */
class CredentialsTest {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("http");

    private static final Secret SECRET = Secret.of(Stubs.PASSWORD);

    private final AtomicInteger tokens = new AtomicInteger();
    private final AtomicLong nanos = new AtomicLong();
    private final Ticker ticker = nanos::get;
    private Script identity = request ->
            request.target().contains("/v2.0/") ? access("") : Stubs.token(server(), tokens.incrementAndGet());
    private StubServer server;

    @TempDir
    private Path nothing;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(
                request -> request.is("POST", "/identity/v3/auth/tokens") || request.is("POST", "/identity/v2.0/tokens")
                        ? identity.answer(request)
                        : Reply.json(200, "{\"images\":[]}"));
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private StubServer server() {
        return server;
    }

    private FeignTransportBuilder builder() {
        return FeignTransport.builder()
                .authUrl(server.url().resolve("/identity"))
                .ticker(ticker);
    }

    /** Identity v2.0's answer: a token that lives a day, with a catalog of one image endpoint. */
    private Reply access(String more) {
        return access(tokens.incrementAndGet(), more, """
                {"region":"ORD","tenantId":"5","publicURL":"%s/image/v2"}""".formatted(server.url()));
    }

    private static Reply access(int number, String more, String endpoints) {
        return Reply.json(
                200, """
                {"access":{"token":{"id":"%s%d","expires":"2026-11-24T12:00:00.000Z",\
                "tenant":{"id":"5","name":"five"}%s},"user":{"id":"1","name":"producer","roles":[\
                {"id":"2","name":"Member","tenantId":"5"},{"id":"3","name":"admin","tenantId":"MossoCloudFS_5"}]},\
                "serviceCatalog":[{"type":"image","name":"cloudImages","endpoints":[%s]}]}}""".formatted(Stubs.TOKEN, number, more, endpoints), "Date: Mon, 23 Nov 2026 12:00:00 GMT");
    }

    private static void list(FeignTransport transport) {
        assertThat(transport.images().list(ImageQuery.defaults()).items()).isEmpty();
    }

    /** The body with which these credentials ask for a token. */
    private String asked(FeignTransportBuilder builder) {
        try (FeignTransport transport = builder.build()) {
            list(transport);
        }
        List<Received> received = server.received();
        assertThat(received.get(received.size() - 1).headers())
                .containsEntry("x-auth-token", Stubs.TOKEN + tokens.get());
        return received.get(received.size() - 2).text();
    }

    @Test
    @Statement("S-120")
    void anApplicationCredentialIsSentWithoutAScope() {
        assertThat(asked(builder().applicationCredentialId("c1").applicationCredentialSecret(SECRET)))
                .isEqualTo(
                        "{\"auth\":{\"identity\":{\"methods\":[\"application_credential\"],\"application_credential\":"
                                + "{\"id\":\"c1\",\"secret\":\"" + Stubs.PASSWORD + "\"}}}}");
    }

    @Test
    @Statement("S-120")
    void anApplicationCredentialIsNamedWithinItsUser() {
        assertThat(asked(builder()
                        .applicationCredentialName("backup")
                        .username("producer")
                        .userDomainId("default")
                        .applicationCredentialSecret(SECRET)))
                .isEqualTo(
                        "{\"auth\":{\"identity\":{\"methods\":[\"application_credential\"],\"application_credential\":"
                                + "{\"name\":\"backup\",\"user\":{\"name\":\"producer\",\"domain\":{\"id\":\"default\"}},"
                                + "\"secret\":\"" + Stubs.PASSWORD + "\"}}}}");
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "system, {\"system\":{\"all\":true}}",
                "domainId, {\"domain\":{\"id\":\"d\"}}",
                "domainName, {\"domain\":{\"name\":\"d\"}}",
                "project, {\"project\":{\"id\":\"p\"}}"
            })
    void theScopeIsTheOneThatIsSet(String scope, String expected) {
        FeignTransportBuilder builder = builder().userId("u").password(SECRET);
        switch (scope) {
            case "system" -> builder.systemScope("all");
            case "domainId" -> builder.domainId("d");
            case "domainName" -> builder.domainName("d");
            default -> builder.projectId("p");
        }
        assertThat(asked(builder)).endsWith(",\"scope\":" + expected + "}}");
    }

    @Test
    void aNameTakesTheIdsPlaceAndAnIdTheNames() {
        assertThat(asked(builder()
                        .password(SECRET)
                        .userId("u1")
                        .username("u2")
                        .userDomainId("d1")
                        .userDomainName("d2")
                        .projectId("p1")
                        .projectName("p2")
                        .projectDomainId("d1")
                        .projectDomainName("d2")))
                .isEqualTo("""
                        {"auth":{"identity":{"methods":["password"],"password":{"user":{"name":"u2",\
                        "domain":{"name":"d2"},"password":"%s"}}},"scope":{"project":{"name":"p2",\
                        "domain":{"name":"d2"}}}}}""".formatted(Stubs.PASSWORD));
        assertThat(asked(builder()
                        .password(SECRET)
                        .username("u1")
                        .userDomainName("d1")
                        .userDomainId("d2")
                        .projectName("p1")
                        .projectDomainName("d1")
                        .projectDomainId("d2")))
                .contains("\"user\":{\"name\":\"u1\",\"domain\":{\"id\":\"d2\"}")
                .contains("\"project\":{\"name\":\"p1\",\"domain\":{\"id\":\"d2\"}}");
        assertThat(asked(builder()
                        .password(SECRET)
                        .username("u1")
                        .userId("u2")
                        .projectName("p1")
                        .projectId("p2")))
                .contains("\"user\":{\"id\":\"u2\"")
                .contains("\"scope\":{\"project\":{\"id\":\"p2\"}}");
        assertThat(asked(builder().userId("u").password(SECRET).domainId("d1").domainName("d2")))
                .contains("\"scope\":{\"domain\":{\"name\":\"d2\"}}");
        assertThat(asked(builder().userId("u").password(SECRET).domainName("d1").domainId("d2")))
                .contains("\"scope\":{\"domain\":{\"id\":\"d2\"}}");
    }

    @Test
    void anApplicationCredentialsNameTakesItsIdsPlaceAndTheIdTheNames() {
        assertThat(asked(builder()
                        .applicationCredentialId("c1")
                        .applicationCredentialName("c2")
                        .userId("u")
                        .applicationCredentialSecret(SECRET)))
                .contains("\"application_credential\":{\"name\":\"c2\",\"user\":{\"id\":\"u\"},");
        assertThat(asked(builder()
                        .applicationCredentialName("c1")
                        .applicationCredentialId("c2")
                        .applicationCredentialSecret(SECRET)))
                .contains("\"application_credential\":{\"id\":\"c2\",\"secret\"");
    }

    @Test
    void identityV2IsAskedForTheTenantAndUserSetLast() {
        assertThat(asked(builder()
                        .authType(AuthType.V2_PASSWORD)
                        .userId("u1")
                        .username("u2")
                        .password(SECRET)
                        .projectId("p1")
                        .projectName("p2")))
                .contains("\"username\":\"u2\"")
                .contains("\"tenantName\":\"p2\"");
    }

    @Test
    void whatIsSetOnAConfigurationsTransportWins() {
        CloudConfig config = CloudConfig.loader(
                        Map.of(
                                "OS_AUTH_URL",
                                server.url().resolve("/identity").toString(),
                                "OS_USERNAME",
                                "producer",
                                "OS_PASSWORD",
                                Stubs.PASSWORD,
                                "OS_PROJECT_ID",
                                "a"),
                        nothing,
                        nothing)
                .root(nothing)
                .load();
        assertThat(asked(config.transport()
                        .ticker(ticker)
                        .userDomainName("Corp")
                        .projectName("b")
                        .projectDomainName("Corp")))
                .contains("\"user\":{\"name\":\"producer\",\"domain\":{\"name\":\"Corp\"}")
                .contains("\"scope\":{\"project\":{\"name\":\"b\",\"domain\":{\"name\":\"Corp\"}}}");
        assertThatThrownBy(() -> config.transport().projectName("b").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("projectDomainName or projectDomainId is missing");
    }

    @Test
    void withoutAScopeTheUsersDefaultProjectCounts() {
        assertThat(asked(builder().userId("u").password(SECRET))).doesNotContain("scope");
    }

    @Test
    void aTokenForNothingIsRefusedInClearWords() {
        identity = request -> Reply.json(201, "{\"token\":{}}", "X-Subject-Token: " + Stubs.TOKEN);
        try (FeignTransport transport = builder().userId("u").password(SECRET).build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("for no project")
                    .hasMessageContaining("set projectName or projectId");
            assertThat(server.received()).hasSize(1);
        }
    }

    @Test
    void identityV2TakesAPasswordWithATenantsName() {
        FeignTransportBuilder builder = FeignTransport.builder()
                .authUrl(server.url().resolve("/identity/v2.0/"))
                .username("producer")
                .password(SECRET)
                .projectName("five");
        assertThat(asked(builder))
                .isEqualTo("{\"auth\":{\"passwordCredentials\":{\"username\":\"producer\",\"password\":\""
                        + Stubs.PASSWORD + "\"},\"tenantName\":\"five\"}}");
    }

    @Test
    void identityV2TakesAPasswordOfAUserIdWithATenantsId() {
        assertThat(asked(builder()
                        .authType(AuthType.V2_PASSWORD)
                        .userId("1")
                        .password(SECRET)
                        .projectId("5")))
                .isEqualTo("{\"auth\":{\"passwordCredentials\":{\"userId\":\"1\",\"password\":\"" + Stubs.PASSWORD
                        + "\"},\"tenantId\":\"5\"}}");
    }

    @Test
    void identityV2TakesAToken() {
        assertThat(asked(builder().authType(AuthType.V2_TOKEN).token(SECRET).projectId("5")))
                .isEqualTo("{\"auth\":{\"token\":{\"id\":\"" + Stubs.PASSWORD + "\"},\"tenantId\":\"5\"}}");
    }

    @Test
    void rackspaceTakesAnApiKey() {
        assertThat(asked(builder().username("producer").apiKey(SECRET)))
                .isEqualTo("{\"auth\":{\"RAX-KSKEY:apiKeyCredentials\":{\"username\":\"producer\",\"apiKey\":\""
                        + Stubs.PASSWORD + "\"}}}");
    }

    @Test
    @Statement("S-119")
    void theTokenOfIdentityV2StandsInTheBody() {
        try (FeignTransport transport =
                builder().username("producer").apiKey(SECRET).build()) {
            list(transport);
            Received last = server.received().get(1);
            assertThat(last.headers()).containsEntry("x-auth-token", Stubs.TOKEN + 1);
            assertThat(last.target()).isEqualTo("/image/v2/images");
            assertThat(transport.caller()).contains(new Caller(ProjectId.of("5"), Set.of(Role.MEMBER)));
            assertThat(transport.identity()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a\\r\\nX-Injected: 1", "\\u00e9"})
    void whatNoHeaderCanHoldIsNoToken(String token) {
        identity = request ->
                Reply.json(200, "{\"access\":{\"token\":{\"id\":\"" + token + "\",\"tenant\":{\"id\":\"5\"}}}}");
        try (FeignTransport transport =
                builder().username("producer").apiKey(SECRET).build()) {
            assertThatThrownBy(() -> list(transport)).isInstanceOf(UnexpectedAnswerException.class);
            assertThat(server.received())
                    .isNotEmpty()
                    .allMatch(request -> request.target().endsWith("/tokens"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", // the answer's Date counts
                ",\"issued_at\":\"2026-11-23T12:00:00.123456\"",
                ",\"issued_at\":\"2026-11-23T13:00:00+01:00\""
            })
    void aTokenOfIdentityV2LivesByTheServicesOwnTimes(String issuedAt) {
        identity = request -> access(issuedAt);
        try (FeignTransport transport =
                builder().username("producer").apiKey(SECRET).build()) {
            list(transport);
            nanos.addAndGet(Duration.ofMinutes(24 * 60 - 2).toNanos());
            list(transport);
            assertThat(tokens).hasValue(1);
            nanos.addAndGet(Duration.ofMinutes(2).toNanos());
            list(transport);
            assertThat(tokens).hasValue(2);
        }
    }

    @Test
    void aTokenThatNeverExpiresIsUsedForAsLongAsItIsTaken() {
        identity = request -> Reply.json(
                201, """
                {"token":{"issued_at":"2026-11-23T12:00:00.000000Z","expires_at":"+999999999-12-31T23:59:59Z",\
                "project":{"id":"p"},"catalog":[{"type":"image","endpoints":[\
                {"interface":"public","region":"R","url":"%s"}]}]}}""".formatted(server.url()), "X-Subject-Token: " + Stubs.TOKEN + tokens.incrementAndGet());
        try (FeignTransport transport = builder().userId("u").password(SECRET).build()) {
            list(transport);
            nanos.addAndGet(Duration.ofDays(3650).toNanos());
            list(transport);
            assertThat(tokens).hasValue(1);
        }
    }

    @Test
    void anIdentityServiceOfAnotherVersionIsNamed() {
        identity = request ->
                Reply.json(404, "{\"error\":{\"code\":404,\"message\":\"Not here.\",\"title\":\"Not Found\"}}");
        try (FeignTransport transport = FeignTransport.builder()
                .authUrl(URI.create(server.url() + "/identity/v2.0"))
                .username("producer")
                .password(SECRET)
                .projectName("five")
                .build()) {
            assertThatThrownBy(() -> list(transport))
                    .hasMessageContaining("Not here.")
                    .hasMessageContaining("check authUrl");
        }
    }
}
