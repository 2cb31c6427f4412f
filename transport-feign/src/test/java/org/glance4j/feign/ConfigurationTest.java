package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.inject.Guice;
import com.google.inject.Injector;
import java.net.URI;
import org.glance4j.auth.Secret;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.guice.FeignTransportModule;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A set-up that cannot work says what is missing. */
class ConfigurationTest {
    private static final URI AUTH = URI.create("http://127.0.0.1:5000/v3");
    private static final Secret SECRET = Secret.of(Stubs.PASSWORD);

    private static FeignTransportBuilder complete() {
        return FeignTransport.builder()
                .authUrl(AUTH)
                .userId("u")
                .password(SECRET)
                .projectId("p");
    }

    @Test
    void aBuilderWithNothingSaysWhatCredentialsThereCanBe() {
        assertRefused(FeignTransport.builder(), "no credentials");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertRefused(
                FeignTransport.builder().authUrl(AUTH).username("producer"),
                "userDomainName or userDomainId, password are missing");
        assertRefused(
                FeignTransport.builder()
                        .authUrl(AUTH)
                        .userId("u")
                        .password(SECRET)
                        .projectName("p"),
                "projectDomainName or projectDomainId is missing");
        assertRefused(FeignTransport.builder().userId("u").password(SECRET).projectId("p"), "authUrl");
        assertRefused(
                FeignTransport.builder().authUrl(AUTH).applicationCredentialName("backup"),
                "applicationCredentialSecret, username or userId are missing");
        assertRefused(
                FeignTransport.builder().authUrl(AUTH).applicationCredentialSecret(SECRET),
                "applicationCredentialId or applicationCredentialName, username or userId are missing");
        assertRefused(
                FeignTransport.builder().authUrl(AUTH).authType(AuthType.RACKSPACE_API_KEY),
                "username, apiKey are missing");
        assertRefused(FeignTransport.builder().authUrl(AUTH).authType(AuthType.V3_TOKEN), "token is missing");
        assertRefused(
                FeignTransport.builder().authUrl(AUTH).authType(AuthType.V2_PASSWORD),
                "username or userId, password are missing");
    }

    @Test
    void whatExcludesEachOtherIsRefused() {
        assertRefused(complete().token(SECRET), "either password or token");
        assertRefused(complete().tokenSource(new Stubs.FixedToken()).endpoint(AUTH), "either tokenSource");
        assertRefused(FeignTransport.builder().tokenSource(new Stubs.FixedToken()), "set endpoint");
        assertRefused(
                complete().token(SECRET).apiKey(SECRET).applicationCredentialSecret(SECRET),
                "either password or token or applicationCredentialSecret or apiKey, not all");
        assertRefused(complete().authType(AuthType.V3_TOKEN), "auth type v3token takes token and no password");
        assertRefused(complete().systemScope("all"), "for one thing");
        assertRefused(complete().domainId("d"), "for one thing");
    }

    @Test
    void anApplicationCredentialHasItsOwnProjectAndUser() {
        FeignTransportBuilder byId = FeignTransport.builder()
                .authUrl(AUTH)
                .applicationCredentialId("c")
                .applicationCredentialSecret(SECRET);
        assertRefused(byId.projectId("p").domainName("d"), "leave out projectId and domainName");
        assertRefused(
                FeignTransport.builder()
                        .authUrl(AUTH)
                        .applicationCredentialId("c")
                        .applicationCredentialSecret(SECRET)
                        .username("producer"),
                "leave out username");
    }

    @Test
    void identityV2KnowsNoDomainAndNoSystem() {
        FeignTransportBuilder v2 = FeignTransport.builder()
                .authUrl(URI.create("http://127.0.0.1:5000/v2.0/"))
                .username("producer")
                .userDomainName("Default")
                .projectDomainId("default")
                .password(SECRET);
        v2.build().close();
        assertRefused(v2.systemScope("all"), "set a project instead of systemScope");
        assertRefused(v2.userDomainName("other"), "leave out userDomainName");
    }

    @Test
    void theSystemIsOne() {
        assertRefused(
                FeignTransport.builder()
                        .authUrl(AUTH)
                        .userId("u")
                        .password(SECRET)
                        .systemScope("some"),
                "systemScope must be all");
    }

    @Test
    void everyAuthTypeHasAWordOfItsOwn() {
        for (AuthType type : AuthType.values()) {
            assertThat(AuthType.of(type.word())).contains(type);
        }
        assertThat(AuthType.of("v3oidcpassword")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "h",
                "/v2",
                "ftp://h/",
                "http:///v2",
                "http://u:5ecret-passw0rd@h/",
                "http://h/?x=1",
                "http://h/#x"
            })
    void anEndpointThatIsNoneIsRefusedWithoutRepeatingIt(String endpoint) {
        assertThatThrownBy(() -> complete().endpoint(URI.create(endpoint)).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("endpoint")
                .hasMessageNotContaining(Stubs.PASSWORD);
    }

    @Test
    void guiceMakesOneTransportAtItsFirstUse() {
        Injector injector = Guice.createInjector(new FeignTransportModule(complete()));
        ImageTransport transport = injector.getInstance(ImageTransport.class);
        assertThat(transport).isInstanceOf(FeignTransport.class).isSameAs(injector.getInstance(ImageTransport.class));
        transport.close();
    }

    private static void assertRefused(FeignTransportBuilder builder, String problem) {
        assertThatThrownBy(builder::build)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining(problem)
                .hasMessageNotContaining(Stubs.PASSWORD);
    }
}
