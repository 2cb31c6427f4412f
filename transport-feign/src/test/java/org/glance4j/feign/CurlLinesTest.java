package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLServerSocket;
import org.glance4j.auth.Secret;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.tls.TlsFiles;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.SentRequest;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A request that is shown as a curl line is the request that the line sends: the shell is asked, not the eye. */
class CurlLinesTest {
    private static final String AWKWARD = "it's \"$HOME\" `id` \\n \\\\ !! * ~ #; & | < > 100% {a,b} [1-3] $(id)";
    private static final String UNPRINTABLE = "é日 tab\there\nand\u0007\u007f\u0085\u202e\u2028.";
    private static final String PASSWORD = "pa\\ss'w\"ord $HOME `id`";
    private static final byte[] DATA = "data\0 of an image\r\n".getBytes(UTF_8);

    private final List<String> lines = new ArrayList<>();
    private final ClientListener listener = new ClientListener() {
        @Override
        public void attemptBegan(ObservedCall call, SentRequest request) {
            lines.add(request.toCurl());
        }
    };

    @TempDir
    private Path scratch;

    @Test
    void everyRequestIsSentOnceMore() throws Exception {
        sendOnceMore(transport -> {
            ImageId image = Stubs.IMAGE;
            transport
                    .images()
                    .create(NewImage.named(AWKWARD)
                            .tag(AWKWARD)
                            .property("p " + UNPRINTABLE, AWKWARD + UNPRINTABLE)
                            .minDiskGb(3)
                            .isProtected(true)
                            .build());
            transport.images().get(ImageId.of(AWKWARD));
            transport
                    .images()
                    .list(ImageQuery.builder()
                            .name(AWKWARD)
                            .tag(AWKWARD)
                            .limit(3)
                            .build());
            transport
                    .images()
                    .update(
                            image,
                            ImagePatch.builder().name(AWKWARD).remove("a b").build());
            transport.images().addTag(image, AWKWARD);
            transport.images().removeTag(image, AWKWARD);
            transport.images().deactivate(image);
            transport.images().reactivate(image);
            transport.images().delete(ImageId.of("..."));
            transport.members().add(image, ProjectId.of(AWKWARD));
            transport.members().get(image, ProjectId.of(AWKWARD));
            transport.members().list(image);
            transport.members().updateStatus(image, ProjectId.of("$OS_TOKEN"), MemberStatus.ACCEPTED);
            transport.members().remove(image, ProjectId.of("'"));
            transport.data().upload(image, ImageData.of(DATA));
            close(transport.data().download(image));
            close(transport.data().download(image, ByteRange.between(2, 3)));
        });
    }

    @Test
    void proxyAuthoritiesAndCertificateAreThoseOfTheConnection() throws Exception {
        assumeTrue(runs("curl", "--version") && runs("bash", "--version"), "curl or bash is not installed");
        SSLServerSocket socket = (SSLServerSocket) TlsFiles.server("server.pem")
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setNeedClientAuth(true);
        try (StubServer server = new StubServer(CurlLinesTest::answer, socket);
                StubProxy proxy = new StubProxy(socket.getLocalPort())) {
            FeignTransportBuilder builder = Stubs.builder(server)
                    .endpoint(URI.create("https://localhost:9292"))
                    .proxy(ProxySettings.through(proxy.url()).as("us er", Secret.of(PASSWORD)))
                    .cert(TlsFiles.file("client-ec.pem"))
                    .key(TlsFiles.file("client-ec-sec1.key"))
                    .listener(listener);
            try (FeignTransport inFile =
                            builder.cacert(TlsFiles.file("root.pem")).build();
                    FeignTransport inMemory = builder.cacert(Files.readAllBytes(TlsFiles.file("root.pem")))
                            .build();
                    FeignTransport trusting = builder.verify(false).build()) {
                for (FeignTransport transport : List.of(inFile, inMemory, trusting)) {
                    assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
                }
            }
            assertThat(lines).hasSize(3);
            assertThat(lines.get(1)).contains("--cacert \"$OS_CACERT\"").doesNotContain("--insecure");
            assertThat(String.join("\n", lines)).doesNotContain(PASSWORD);
            shell(String.join("\n", lines));

            assertThat(server.received()).hasSize(6);
            assertThat(proxy.heads()).hasSize(6).allMatch(head -> head.contains(proxyAuthorization()));
        }
    }

    private static String proxyAuthorization() {
        return "Proxy-Authorization: Basic "
                + Base64.getEncoder().encodeToString(("us er:" + PASSWORD).getBytes(UTF_8));
    }

    private void sendOnceMore(Consumer<FeignTransport> calls) throws Exception {
        assumeTrue(runs("curl", "--version") && runs("bash", "--version"), "curl or bash is not installed");
        try (StubServer server = new StubServer(CurlLinesTest::answer)) {
            try (FeignTransport transport = Stubs.withPassword(server)
                    .authUrl(server.url().resolve("/identity"))
                    .endpoint(URI.create(server.url() + "/a%20'b"))
                    .password(Secret.of(PASSWORD))
                    .listener(listener)
                    .build()) {
                calls.accept(transport);
            }
            List<Received> sent = List.copyOf(server.received());
            assertThat(lines).hasSameSizeAs(sent).noneMatch(line -> line.contains("\n"));
            assertThat(String.join("\n", lines)).doesNotContain(Stubs.TOKEN, PASSWORD);
            server.received().clear();
            shell(String.join("\n", lines));

            assertThat(server.received()).hasSameSizeAs(sent);
            for (int i = 0; i < sent.size(); i++) {
                assertThat(essence(server.received().get(i))).as(lines.get(i)).isEqualTo(essence(sent.get(i)));
            }
        }
    }

    private static Reply answer(Received request) {
        boolean member = request.target().contains("/members");
        boolean list = request.target().endsWith("/members") || request.target().contains("/images?");
        if (request.target().startsWith("/identity")) {
            return Stubs.token(1, "");
        }
        return switch (request.method()) {
            case "DELETE" -> Reply.noContent();
            case "PUT" -> member ? Reply.json(200, Stubs.member("accepted")) : Reply.noContent();
            case "POST" ->
                request.target().contains("/actions/")
                        ? Reply.noContent()
                        : Reply.json(member ? 200 : 201, member ? Stubs.member("pending") : Stubs.image(""));
            case "GET" -> {
                if (request.target().endsWith("/file")) {
                    yield Reply.of(request.headers().containsKey("range") ? 206 : 200, "application/octet-stream", "x");
                }
                if (list) {
                    yield Reply.json(200, member ? "{\"members\":[]}" : "{\"images\":[]}");
                }
                yield Reply.json(200, member ? Stubs.member("pending") : Stubs.image(""));
            }
            default -> Reply.json(200, Stubs.image(""));
        };
    }

    /** What the service goes by. */
    private static List<Object> essence(Received request) throws IOException {
        Map<String, String> headers = request.headers();
        String type = headers.get("content-type");
        boolean json = type != null && type.contains("json");
        return List.of(
                request.method(),
                request.target(),
                request.complete(),
                String.valueOf(type),
                String.valueOf(headers.get("accept")),
                String.valueOf(headers.get("range")),
                String.valueOf(headers.get("x-auth-token")),
                json ? new JsonMapper().readTree(request.text()) : request.body());
    }

    private static void close(ImageDownload download) {
        try (download) {
            assertThat(download).isNotNull();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        }
    }

    private void shell(String script) throws IOException, InterruptedException {
        Path output = scratch.resolve("output");
        ProcessBuilder shell =
                new ProcessBuilder("bash", "-eu").redirectErrorStream(true).redirectOutput(output.toFile());
        Map<String, String> variables = shell.environment();
        variables.put("LC_ALL", "C.UTF-8");
        // A line goes the request's way, whatever the shell says.
        variables.put("http_proxy", "http://127.0.0.1:1");
        variables.put("https_proxy", "http://127.0.0.1:1");
        variables.put("no_proxy", "localhost");
        variables.put("OS_TOKEN", Stubs.TOKEN + 1);
        variables.put("OS_PASSWORD", PASSWORD);
        variables.put("OS_CACERT", TlsFiles.file("root.pem").toString());
        variables.put("PROXY_USER", "us er:" + PASSWORD);
        variables.put(
                "IMAGE_FILE",
                Files.write(scratch.resolve("an image's data"), DATA).toString());
        Process bash = shell.start();
        try (var in = bash.outputWriter(UTF_8)) {
            in.write(script);
        }
        assertThat(bash.waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(bash.exitValue()).as(Files.readString(output)).isZero();
    }
}
