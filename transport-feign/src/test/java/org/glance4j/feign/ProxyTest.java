package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.glance4j.auth.Secret;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Effect;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.tls.TlsFiles;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests through a proxy: what it sees, what the service sees, and what a proxy's refusal means. */
class ProxyTest {
    private static final String CREDENTIALS =
            "Basic " + Base64.getEncoder().encodeToString("us er:p@ss".getBytes(StandardCharsets.UTF_8));

    @Test
    void anHttpServiceIsAskedThroughTheProxyByItsWholeUrl() throws IOException {
        try (StubServer proxy = new StubServer(ProxyTest::answer);
                FeignTransport transport = through(ProxySettings.through(withUser(proxy.url())))) {
            ImageId odd = ImageId.of("a b%2F..;?{x}");
            assertThat(transport.images().get(odd)).isNotNull();
            transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[100_000]));
            assertThat(transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED))
                    .isNotNull();
            String origin = "http://glance.invalid:9292/image/v2/images/";
            assertThat(proxy.received())
                    .extracting(Received::target)
                    .containsExactly(
                            origin + "a%20b%252F..%3B%3F%7Bx%7D",
                            origin + Stubs.IMAGE + "/file",
                            origin + Stubs.IMAGE + "/members/" + Stubs.CONSUMER);
            assertThat(proxy.received().get(1).body()).hasSize(100_000);
            assertThat(proxy.received())
                    .allSatisfy(request -> assertThat(request.headers())
                            .containsEntry("host", "glance.invalid:9292")
                            .containsEntry("x-auth-token", Stubs.TOKEN + 0)
                            .containsEntry("proxy-authorization", CREDENTIALS));
        }
    }

    @Test
    void anHttpsServiceIsReachedThroughATunnelThatHidesTheToken() throws IOException {
        try (StubServer server = secure();
                StubProxy proxy = new StubProxy(server.url().getPort());
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(URI.create("https://localhost:9292"))
                        .tokenSource(new Stubs.FixedToken())
                        .cacert(TlsFiles.file("root.pem"))
                        .proxy(ProxySettings.through(proxy.url()).as("us er", Secret.of("p@ss")))
                        .build()) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(proxy.heads())
                    .singleElement()
                    .satisfies(head -> assertThat(head)
                            .startsWith("CONNECT localhost:9292 HTTP/1.1\r\n")
                            .contains("Proxy-Authorization: " + CREDENTIALS + "\r\n"));
            assertThat(proxy.seen()).doesNotContain(Stubs.TOKEN).doesNotContainIgnoringCase("x-auth-token");
            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.headers())
                            .containsEntry("x-auth-token", Stubs.TOKEN + 0)
                            .doesNotContainKey("proxy-authorization"));
        }
    }

    @Test
    void theServiceBehindATunnelIsVerifiedAsWell() throws IOException {
        try (StubServer server = secure();
                StubProxy proxy = new StubProxy(server.url().getPort());
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(URI.create("https://elsewhere.invalid"))
                        .tokenSource(new Stubs.FixedToken())
                        .cacert(TlsFiles.file("root.pem"))
                        .proxy(ProxySettings.through(proxy.url()))
                        .build()) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, () -> change(transport)))
                    .hasMessageContaining("not for this host");
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void credentialsGoToNobodyWithoutAProxyBefore() throws IOException {
        try (StubServer server = new StubServer(ProxyTest::answer);
                StubServer proxy = new StubServer(ProxyTest::answer);
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(server.url())
                        .tokenSource(new Stubs.FixedToken())
                        .proxy(ProxySettings.through(withUser(proxy.url())).except("127.0.0.1"))
                        .build()) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(proxy.received()).isEmpty();
            assertThat(server.received())
                    .singleElement()
                    .satisfies(request -> assertThat(request.headers()).doesNotContainKey("proxy-authorization"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aProxyThatWantsOtherCredentialsIsAMatterOfConfiguration(String scheme) throws IOException {
        Reply refusal = Reply.of(
                407,
                "text/html",
                "<h1>Who are you?</h1>",
                "Proxy-Authenticate: Basic realm=\"x\"",
                "Connection: close");
        try (StubServer proxy = new StubServer(request -> refusal);
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(URI.create(scheme + "://glance.invalid"))
                        .tokenSource(new Stubs.FixedToken())
                        .proxy(ProxySettings.through(withUser(proxy.url())))
                        .build()) {
            ConfigurationException refused =
                    catchThrowableOfType(ConfigurationException.class, () -> change(transport));
            assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(refused)
                    .hasMessageContaining("the proxy asks for credentials")
                    .hasMessageNotContaining("p@ss");
            assertThat(proxy.received()).hasSize(1);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "403, does not allow requests",
        "404, does not lead to the service",
        "302, does not lead to the service",
        "204, does not lead to the service",
        "201, does not lead to the service"
    })
    void noAnswerToTheTunnelIsTakenForTheServices(int status, String message) throws IOException {
        try (StubServer proxy = new StubServer(request -> Reply.json(status, Stubs.image("")));
                FeignTransport transport = toUnknownHost(proxy)) {
            ConfigurationException refused = catchThrowableOfType(
                    ConfigurationException.class, () -> transport.images().delete(Stubs.IMAGE));
            assertThat(refused).hasMessageContaining(message);
            assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(proxy.received()).singleElement().satisfies(request -> {
                assertThat(request.method()).isEqualTo("CONNECT");
                assertThat(request.headers()).doesNotContainKey("x-auth-token");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 503, 504})
    void aProxyThatCannotReachTheServiceHasSentNothing(int status) throws IOException {
        try (StubServer proxy = new StubServer(request -> Reply.of(status, "text/html", "<h1>no route</h1>"));
                FeignTransport transport = toUnknownHost(proxy)) {
            ConnectionFailedException failed =
                    catchThrowableOfType(ConnectionFailedException.class, () -> change(transport));
            assertThat(failed.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(failed).hasMessageContaining("the proxy cannot reach the service (status " + status + ")");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void aProxyThatIsNotThereIsNotTakenForTheService(String scheme) throws IOException {
        try (FeignTransport transport = FeignTransport.builder()
                .endpoint(URI.create(scheme + "://glance.invalid"))
                .tokenSource(new Stubs.FixedToken())
                .proxy(ProxySettings.through(URI.create("http://127.0.0.1:" + portOfNobody())))
                .maxAttempts(1)
                .build()) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, () -> change(transport)))
                    .hasMessageContaining("the proxy cannot be reached: does it listen there?");
        }
    }

    private static int portOfNobody() throws IOException {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return listener.getLocalPort();
        }
    }

    @Test
    void aProxyThatMakesNoTunnelIsNotTakenForTheService() throws IOException {
        try (StubServer proxy = new StubServer(request -> Reply.nothing());
                FeignTransport transport = toUnknownHost(proxy)) {
            assertThat(catchThrowableOfType(ConnectionFailedException.class, () -> change(transport)))
                    .hasMessageContaining("the proxy closed the connection without an answer");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://proxy:3128",
                "socks5://proxy:1080",
                "http:proxy",
                "http://u:5ecret-passw0rd@",
                "http://u:5ecret-passw0rd@proxy/path",
                "http://u:5ecret-passw0rd@proxy:99999",
                "http://u:5ecret-passw0rd@pröxy",
                "http://u:5ecret-passw0rd@proxy?x"
            })
    void aUrlThatIsNoProxysIsRefusedWithoutItsPassword(String url) {
        assertThatThrownBy(() -> ProxySettings.fromEnvironment(Map.of("https_proxy", url)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("the variable https_proxy")
                .hasMessageNotContaining(Stubs.PASSWORD)
                .hasNoCause();
    }

    @Test
    void aUserNameWithAColonIsRefused() {
        ProxySettings proxy = ProxySettings.through(URI.create("http://proxy"));
        assertThatThrownBy(() -> proxy.as("a:b", Secret.of(Stubs.PASSWORD)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining(Stubs.PASSWORD);
    }

    @Test
    void variablesAreReadAsOtherToolsReadThem() {
        assertThat(ProxySettings.fromEnvironment(Map.of()))
                .hasToString(ProxySettings.none().toString());
        assertReads(Map.of("http_proxy", "http://a:1", "HTTP_PROXY", "http://b:2"), "http: http://a:1, https: none");
        assertReads(Map.of("HTTP_PROXY", "b:2"), "http: http://b:2, https: none");
        assertReads(Map.of("HTTP_PROXY", "http://b:2", "REQUEST_METHOD", "GET"), "http: none, https: none");
        assertReads(Map.of("https_proxy", "", "HTTPS_PROXY", "http://b:2"), "http: none, https: none");
        assertReads(
                Map.of("ALL_PROXY", "http://c", "HTTPS_PROXY", "http://u:p@b:2/"),
                "http: http://c:80, https: http://b:2");
        assertReads(Map.of("no_proxy", "", "NO_PROXY", "a, .b c"), "except a,b,c");
    }

    private static void assertReads(Map<String, String> environment, String expected) {
        assertThat(ProxySettings.fromEnvironment(environment).toString()).contains(expected);
    }

    private static Reply answer(Received request) {
        if (request.target().endsWith("/file")) {
            return Reply.noContent();
        }
        return Reply.json(200, request.target().contains("/members/") ? Stubs.member("accepted") : Stubs.image(""));
    }

    private static StubServer secure() throws IOException {
        return new StubServer(
                ProxyTest::answer,
                TlsFiles.server("server.pem")
                        .getServerSocketFactory()
                        .createServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    }

    private static FeignTransport through(ProxySettings proxy) {
        return FeignTransport.builder()
                .endpoint(URI.create("http://glance.invalid:9292/image"))
                .tokenSource(new Stubs.FixedToken())
                .proxy(proxy)
                .build();
    }

    private static FeignTransport toUnknownHost(StubServer proxy) {
        return FeignTransport.builder()
                .endpoint(URI.create("https://glance.invalid"))
                .tokenSource(new Stubs.FixedToken())
                .proxy(ProxySettings.through(proxy.url()))
                .build();
    }

    private static URI withUser(URI proxy) {
        return URI.create("http://us%20er:p%40ss@127.0.0.1:" + proxy.getPort());
    }

    private static void change(FeignTransport transport) {
        assertThat(transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED))
                .isNotNull();
    }
}
