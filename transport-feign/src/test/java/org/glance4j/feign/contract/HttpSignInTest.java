package org.glance4j.feign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.feign.AuthType;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Credentials against the in-memory Keystone, which speaks Identity v2.0 and Rackspace's as well. */
class HttpSignInTest extends SignIn {
    private static final String ACCOUNTS = """
            {"users": [{"name": "admin"}, {"name": "producer", "id": "u1", "application_credentials": [
                {"name": "producer-appcred", "id": "c1", "secret": "producer-appcred-secret"}]}]}
            """;

    private static InMemoryImageServer server;

    @BeforeAll
    static void start() throws IOException {
        Seed seed = Seed.read(new ByteArrayInputStream(ACCOUNTS.getBytes(StandardCharsets.UTF_8)));
        server = InMemoryImageServer.builder().seed(seed).start();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Override
    URI authUrl() {
        return server.authUrl();
    }

    @Override
    Caller producer() {
        return server.seed().caller("producer").orElseThrow();
    }

    @Override
    String producerUserId() {
        return "u1";
    }

    @Override
    String credentialId() {
        return "c1";
    }

    @Override
    Secret credentialSecret() {
        return Secret.of("producer-appcred-secret");
    }

    private static FeignTransportBuilder v2() {
        return FeignTransport.builder()
                .authUrl(server.uri().resolve("/identity/v2.0"))
                .username("producer");
    }

    @Test
    void s119APasswordOfIdentityV2() {
        actsAsProducer(v2().password(Secret.of("producer-password")).projectName("producer"));
        actsAsProducer(v2().password(Secret.of("producer-password"))
                .projectId(producer().project().value()));
    }

    @Test
    void s119ATokenOfIdentityV2() {
        actsAsProducer(builder()
                .authType(AuthType.V2_TOKEN)
                .token(server.token("producer"))
                .projectName("producer"));
    }

    @Test
    void identityV2WithoutATenantGivesATokenThatIsRefused() {
        try (FeignTransport transport =
                v2().password(Secret.of("producer-password")).build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("set projectName or projectId");
        }
    }

    @Test
    void s119AnApiKeyOfRackspace() {
        actsAsProducer(v2().apiKey(Secret.of("producer-api-key")));
        try (FeignTransport transport = v2().apiKey(Secret.of("nonsense")).build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("Unable to authenticate user with credentials provided.");
        }
    }

    @Test
    void anExpiredTokenIsRenewedWithEveryKindOfCredentials() {
        for (FeignTransportBuilder builder : new FeignTransportBuilder[] {
            v2().apiKey(Secret.of("producer-api-key")),
            v2().password(Secret.of("producer-password")).projectName("producer"),
            builder().applicationCredentialId("c1").applicationCredentialSecret(credentialSecret())
        }) {
            try (FeignTransport transport = builder.build()) {
                list(transport);
                long before = server.tokenRequests();
                server.expireTokens();
                list(transport);
                assertThat(server.tokenRequests()).isEqualTo(before + 1);
            }
        }
    }
}
