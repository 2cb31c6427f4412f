package org.glance4j.feign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.contract.Statement;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.feign.AuthType;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.inmemory.Fault;
import org.glance4j.inmemory.Faults;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Operation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Credentials against the in-memory Keystone, which speaks Identity v2.0 and Rackspace's as well. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HttpSignIn extends SignIn {
    private static final String ACCOUNTS = """
            {"users": [{"name": "admin"}, {"name": "producer", "id": "u1", "application_credentials": [
                {"name": "producer-appcred", "id": "c1", "secret": "producer-appcred-secret"}]}]}
            """;

    private final Faults faults = new Faults();
    private final InMemoryImageService service =
            InMemoryImageService.builder().faults(faults).build();
    private final InMemoryImageServer server =
            InMemoryImageServer.builder().service(service).seed(accounts()).start();

    private static Seed accounts() {
        try {
            return Seed.read(new ByteArrayInputStream(ACCOUNTS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterAll
    final void stop() {
        server.close();
        service.close();
    }

    final InMemoryImageServer server() {
        return server;
    }

    /** Where the cloud is: Keystone below {@code /identity}, the Image service at the root. */
    URI root() {
        return server.uri();
    }

    @Override
    URI authUrl() {
        return root().resolve("/identity/v3");
    }

    @Override
    URI endpoint() {
        return root();
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

    private FeignTransportBuilder v2() {
        return FeignTransport.builder()
                .authUrl(root().resolve("/identity/v2.0"))
                .username("producer");
    }

    @Test
    @Statement("S-119")
    final void aPasswordOfIdentityV2() {
        actsAsProducer(v2().password(Secret.of("producer-password")).projectName("producer"));
        actsAsProducer(v2().password(Secret.of("producer-password"))
                .projectId(producer().project().value()));
    }

    @Test
    @Statement("S-119")
    final void aTokenOfIdentityV2() {
        actsAsProducer(builder()
                .authType(AuthType.V2_TOKEN)
                .token(server.token("producer"))
                .projectName("producer"));
    }

    @Test
    final void identityV2WithoutATenantGivesATokenThatIsRefused() {
        try (FeignTransport transport =
                v2().password(Secret.of("producer-password")).build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("set projectName or projectId");
        }
    }

    @Test
    @Statement("S-119")
    final void anApiKeyOfRackspace() {
        actsAsProducer(v2().apiKey(Secret.of("producer-api-key")));
        try (FeignTransport transport = v2().apiKey(Secret.of("nonsense")).build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("Unable to authenticate user with credentials provided.");
        }
    }

    @Test
    final void anExpiredTokenIsRenewedWithEveryKindOfCredentials() {
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

    @Test
    @Statement("S-114")
    final void aServiceThatFailsIsToldFromACallersError() {
        ImageId image = ImageId.of(UUID.randomUUID());
        ImagePatch patch = ImagePatch.builder().name("new").build();
        try (FeignTransport transport = producersProject().build()) {
            faults.order(Fault.status(Operation.UPDATE_IMAGE, 500));
            assertThatThrownBy(() -> transport.images().update(image, patch)).isInstanceOf(ServiceErrorException.class);
            faults.order(Fault.status(Operation.UPDATE_IMAGE, 503).onCall(2));
            assertThatThrownBy(() -> transport.images().update(image, patch))
                    .isInstanceOf(ServiceUnavailableException.class);
            assertThatThrownBy(() -> transport.images().update(image, patch))
                    .isInstanceOf(ImageNotFoundException.class);
        }
    }
}
