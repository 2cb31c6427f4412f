package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.Effect;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.tls.TlsFiles;
import org.glance4j.model.MemberStatus;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Secure connections: who is trusted, who is asked for a certificate, and what is said where none comes about. */
class TlsTest {

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1", "LOCALHOST"})
    void aServiceOfAnAuthorityOfOnesOwnIsTrusted(String host) throws IOException {
        try (StubServer server = server("server.pem", false);
                FeignTransport transport = to(server, host)
                        .cacert(TlsFiles.file("authorities.pem"))
                        .build()) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(server.received().get(0).headers()).containsEntry("x-auth-token", Stubs.TOKEN + 0);
        }
    }

    @Test
    void authoritiesMayBeGivenAsADocument() throws IOException {
        try (StubServer server = server("server.pem", false);
                FeignTransport transport = to(server, "localhost")
                        .cacert(Files.readAllBytes(TlsFiles.file("root.pem")))
                        .build()) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "server.pem | other.pem | an authority that is not trusted here: set cacert",
                "server.pem | '' | an authority that is not trusted here: set cacert",
                "wronghost.pem | root.pem | is not for this host",
                "expired.pem | root.pem | has expired"
            })
    void aServiceThatCannotProveWhoItIsGetsNothing(String certificate, String authorities, String problem)
            throws IOException {
        try (StubServer server = server(certificate, false);
                FeignTransport transport =
                        trusting(to(server, "localhost"), authorities).build();
                FeignTransport careless = trusting(to(server, "localhost"), authorities)
                        .verify(false)
                        .build()) {
            ConnectionFailedException refused =
                    catchThrowableOfType(ConnectionFailedException.class, () -> change(transport));
            assertThat(refused).hasMessageContaining(problem);
            assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(server.received()).isEmpty();
            assertThat(careless.images().get(Stubs.IMAGE)).isNotNull();
        }
    }

    private static FeignTransportBuilder trusting(FeignTransportBuilder builder, String authorities) {
        return authorities.isEmpty() ? builder : builder.cacert(TlsFiles.file(authorities));
    }

    @Test
    void notToVerifyIsSaidOnceForEachTransport() throws Exception {
        // The log is every test's: a thread's name tells whose line it is.
        String name = "not-to-verify";
        Thread thread = new Thread(
                () -> {
                    try (StubServer server = server("server.pem", false);
                            FeignTransport transport =
                                    to(server, "localhost").verify(false).build()) {
                        for (int i = 0; i < 3; i++) {
                            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
                        }
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
        thread.join(TimeUnit.MINUTES.toMillis(1));
        assertThat(thread.isAlive()).isFalse();
        String log = Files.readString(Path.of(System.getProperty("org.slf4j.simpleLogger.logFile")));
        assertThat(log.lines().filter(line -> line.contains("[" + name + "] WARN")))
                .singleElement()
                .asString()
                .contains("verify is off");
        assertThat(log.lines().filter(line -> line.contains("[" + name + "] DEBUG")))
                .hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "client-rsa.pem, client-rsa.key",
        "client-rsa.pem, client-rsa-pkcs1.key",
        "client-ec.pem, client-ec-sec1.key",
        "client-ed.pem, client-ed.key"
    })
    void aClientShowsItsCertificateToAServiceThatAsks(String cert, String key) throws IOException {
        try (StubServer server = server("server.pem", true);
                FeignTransport transport = to(server, "localhost")
                        .cacert(TlsFiles.file("root.pem"))
                        .cert(TlsFiles.file(cert))
                        .key(TlsFiles.file(key))
                        .build()) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            assertThat(server.openConnections()).isEqualTo(1);
        }
    }

    @Test
    void aServiceThatAsksForACertificateInVainIsToldApart() throws IOException {
        try (StubServer server = server("server.pem", true);
                FeignTransport transport = to(server, "localhost")
                        .cacert(TlsFiles.file("root.pem"))
                        .build()) {
            ConnectionFailedException refused =
                    catchThrowableOfType(ConnectionFailedException.class, () -> change(transport));
            assertThat(refused).hasMessageMatching(".*no secure connection.*set (with )?cert and key.*");
            assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void aServiceThatDoesNotSpeakTlsIsToldApart() throws IOException {
        try (StubServer server = new StubServer(request -> Reply.json(200, Stubs.image("")));
                FeignTransport transport = to(server, "localhost").build()) {
            ConnectionFailedException refused =
                    catchThrowableOfType(ConnectionFailedException.class, () -> change(transport));
            assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
            assertThat(refused).hasMessageContaining("secure connection");
        }
    }

    @Test
    void aMistakeInAFileIsAConfigurationErrorWhenTheTransportIsBuilt() {
        FeignTransportBuilder builder = FeignTransport.builder()
                .endpoint(URI.create("https://localhost"))
                .tokenSource(new Stubs.FixedToken());
        assertThatThrownBy(() -> builder.cacert(Path.of("nowhere.pem")).build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("cacert nowhere.pem does not exist");
    }

    private static void change(FeignTransport transport) {
        assertThat(transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED))
                .isNotNull();
    }

    @Test
    void nothingOlderThanTls12IsSpokenAlsoWhereTheJvmWould(@TempDir Path directory) throws Exception {
        Path printed = directory.resolve("printed");
        Path complained = directory.resolve("complained");
        Process program = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OldTls.class.getName())
                .redirectOutput(printed.toFile())
                .redirectError(complained.toFile())
                .start();
        try {
            boolean ended = program.waitFor(2, TimeUnit.MINUTES);
            assertThat(ended).as(Files.readString(complained)).isTrue();
            assertThat(Files.readString(printed).lines())
                    .as(Files.readString(complained))
                    .containsExactly(
                            "TLSv1.1: java true, library false",
                            "TLSv1.2: java true, library true",
                            "TLSv1.3: java true, library true");
        } finally {
            program.destroyForcibly();
        }
    }

    private static FeignTransportBuilder to(StubServer server, String host) {
        return FeignTransport.builder()
                .endpoint(URI.create("https://" + host + ":" + server.url().getPort()))
                .tokenSource(new Stubs.FixedToken());
    }

    private static StubServer server(String certificate, boolean asksForCertificate) throws IOException {
        SSLServerSocket socket = (SSLServerSocket) TlsFiles.server(certificate)
                .getServerSocketFactory()
                .createServerSocket(0, 200, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(asksForCertificate);
        if (asksForCertificate) {
            // In TLS 1.3 a client may speak before it hears that its certificate is not enough.
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
        }
        return new StubServer(request -> Reply.json(200, Stubs.image("")), socket);
    }
}
