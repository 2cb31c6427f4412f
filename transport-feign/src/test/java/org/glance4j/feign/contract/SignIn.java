package org.glance4j.feign.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.contract.Statement;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.UnauthorizedException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.model.ImageQuery;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Every kind of credentials of Identity v3, against whichever Keystone there is; the endpoint is the catalog's. */
abstract class SignIn {

    /** Where Keystone is, ending in {@code /v3}. */
    abstract URI authUrl();

    /** Where the Image service is, without {@code /v2}. */
    abstract URI endpoint();

    /** Whom the producer's tokens stand for. */
    abstract Caller producer();

    abstract String producerUserId();

    /** The id of the producer's application credential {@value #CREDENTIAL_NAME}. */
    abstract String credentialId();

    abstract Secret credentialSecret();

    static final String CREDENTIAL_NAME = "producer-appcred";

    final FeignTransportBuilder builder() {
        return FeignTransport.builder().authUrl(authUrl());
    }

    private FeignTransportBuilder producersPassword() {
        return builder().username("producer").userDomainName("Default").password(Secret.of("producer-password"));
    }

    static void list(ImageTransport transport) {
        assertThat(transport
                        .images()
                        .list(ImageQuery.builder().limit(1).build())
                        .items())
                .hasSizeLessThan(2);
    }

    final void actsAsProducer(FeignTransportBuilder builder) {
        try (FeignTransport transport = builder.build()) {
            list(transport);
            assertThat(transport.caller()).contains(producer());
        }
    }

    @Test
    @Statement("S-119")
    final void aPasswordWithNames() {
        actsAsProducer(producersProject());
    }

    final FeignTransportBuilder producersProject() {
        return producersPassword().projectName("producer").projectDomainName("Default");
    }

    @Test
    @Statement("S-117")
    final void everyFormOfTheEndpointReachesTheService() {
        for (String suffix : List.of("", "/", "/v2", "/v2/")) {
            actsAsProducer(producersProject().endpoint(URI.create(endpoint() + suffix)));
        }
    }

    @Test
    @Statement("S-118")
    final void interfaceAndRegionChooseTheEndpoint() {
        for (String visibleOn : List.of("public", "internal", "admin")) {
            actsAsProducer(producersProject().endpointInterface(visibleOn).region("RegionOne"));
        }
        try (FeignTransport transport = producersProject().region("Nowhere").build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("public in RegionOne");
        }
    }

    @Test
    @Statement("S-115")
    final void aRefusedTokenIsRenewedOnceAndTheCallRepeatedOnce() throws Exception {
        Secret token = askForToken(
                ", \"scope\": {\"project\": {\"id\": \"" + producer().project() + "\"}}");
        RenewingTokens renewed = new RenewingTokens(Secret.of("made-up"), token);
        try (FeignTransport transport = FeignTransport.builder()
                .endpoint(endpoint())
                .tokenSource(renewed)
                .build()) {
            list(transport);
            assertThat(renewed.refusals()).isEqualTo(1);
        }
        RenewingTokens unknown = new RenewingTokens(Secret.of("made-up"), Secret.of("made-up-2"), token);
        try (FeignTransport transport = FeignTransport.builder()
                .endpoint(endpoint())
                .tokenSource(unknown)
                .build()) {
            assertThatThrownBy(() -> list(transport)).isInstanceOf(UnauthorizedException.class);
            // The third token would have been taken: it was not asked for.
            assertThat(unknown.refusals()).isEqualTo(1);
        }
    }

    @Test
    final void aPasswordWithIds() {
        actsAsProducer(builder()
                .userId(producerUserId())
                .password(Secret.of("producer-password"))
                .projectId(producer().project().value()));
    }

    @Test
    final void aPasswordWithIdsOfDomains() {
        actsAsProducer(builder()
                .username("producer")
                .userDomainId("default")
                .password(Secret.of("producer-password"))
                .projectName("producer")
                .projectDomainId("default"));
    }

    @Test
    @Statement("S-120")
    final void anApplicationCredentialById() {
        actsAsProducer(
                builder().applicationCredentialId(credentialId()).applicationCredentialSecret(credentialSecret()));
    }

    @Test
    @Statement("S-120")
    final void anApplicationCredentialByName() {
        actsAsProducer(builder()
                .applicationCredentialName(CREDENTIAL_NAME)
                .username("producer")
                .userDomainId("default")
                .applicationCredentialSecret(credentialSecret()));
    }

    @Test
    final void theWholeSystemIsForTheAdminWhoIsNoProjectThen() {
        try (FeignTransport transport = builder()
                .username("admin")
                .userDomainName("Default")
                .password(Secret.of("admin-password"))
                .systemScope("all")
                .build()) {
            assertThat(transport.identity().orElseThrow().findProject("producer"))
                    .contains(producer().project());
            assertThat(transport.caller()).isEmpty();
        }
        try (FeignTransport transport = producersPassword().systemScope("all").build()) {
            assertThatThrownBy(() -> list(transport)).isInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    final void aDomainNeedsARoleInIt() {
        try (FeignTransport transport = producersPassword().domainId("default").build()) {
            assertThatThrownBy(() -> list(transport)).isInstanceOf(UnauthorizedException.class);
        }
    }

    @Test
    final void aUserWithoutDefaultProjectHasToNameOne() {
        try (FeignTransport transport = producersPassword().build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("set projectName or projectId");
        }
    }

    @Test
    final void anUnknownApplicationCredentialIsNotFound() {
        try (FeignTransport transport = builder()
                .applicationCredentialId("nonsense")
                .applicationCredentialSecret(Secret.of("nonsense"))
                .build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(NotFoundException.class)
                    .hasMessageContaining("Could not find Application Credential");
        }
    }

    @Test
    final void aWrongSecretIsUnauthorized() {
        try (FeignTransport transport = builder()
                .applicationCredentialId(credentialId())
                .applicationCredentialSecret(Secret.of("nonsense"))
                .build()) {
            assertThatThrownBy(() -> list(transport))
                    .isInstanceOf(UnauthorizedException.class)
                    .hasMessageContaining("requires authentication");
        }
    }

    @Test
    final void aTokenIsExchangedForOneOfAProject() throws Exception {
        Secret given = askForToken("");
        actsAsProducer(builder().token(given).projectId(producer().project().value()));
    }

    /** A token of the producer's, asked for without the library; for no project where no scope is given. */
    private Secret askForToken(String scope) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(authUrl() + "/auth/tokens"))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("""
                        {"auth": {"identity": {"methods": ["password"], "password": {"user": {"name": "producer",
                          "domain": {"id": "default"}, "password": "producer-password"}}}%s}}""".formatted(scope)))
                .build();
        return Secret.of(HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .headers()
                .firstValue("X-Subject-Token")
                .orElseThrow());
    }
}
