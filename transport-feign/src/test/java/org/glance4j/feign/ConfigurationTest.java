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
                "userDomainName or userDomainId, password, projectName or projectId are missing");
        assertRefused(
                FeignTransport.builder()
                        .authUrl(AUTH)
                        .userId("u")
                        .password(SECRET)
                        .projectName("p"),
                "projectDomainName or projectDomainId is missing");
        assertRefused(FeignTransport.builder().userId("u").password(SECRET).projectId("p"), "authUrl");
    }

    @Test
    void whatExcludesEachOtherIsRefused() {
        assertRefused(complete().token(SECRET), "either password or token");
        assertRefused(complete().tokenSource(new Stubs.FixedToken()).endpoint(AUTH), "either tokenSource");
        assertRefused(FeignTransport.builder().tokenSource(new Stubs.FixedToken()), "set endpoint");
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
