package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.config.CloudConfig;
import org.glance4j.feign.tls.TlsFiles;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.observe.AttemptEnd;
import org.glance4j.observe.CallEnd;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.SentRequest;
import org.glance4j.observe.TokenIssue;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;

/**
 * A program that works with a secret in every field, with services that repeat whatever they are told, and prints all that an
 * application could print: failures with their causes, what {@code toString} says, and what a listener hears.
 */
final class CanaryScenes {
    private static final PrintStream OUT = new PrintStream(System.out, true, UTF_8);

    private static final Set<String> SAID = new HashSet<>();

    /** What a service does with what it was sent; a text that repeats the request is given. */
    private static final Map<String, Function<String, Reply>> MISDEEDS = new LinkedHashMap<>();

    static {
        for (int status : List.of(200, 401, 407, 503)) {
            MISDEEDS.put("a page, " + status, echo -> Reply.of(status, "text/html", "<p>" + html(echo) + "</p>"));
            MISDEEDS.put("JSON, " + status, echo -> Reply.json(status, "{\"error\":{\"message\":" + json(echo) + "}}"));
        }
        MISDEEDS.put("text", echo -> Reply.of(400, "text/plain", echo));
        MISDEEDS.put("broken JSON", echo -> Reply.json(200, "{\"id\":" + json(echo) + ",\"status\":" + echo));
        MISDEEDS.put("wrong types", echo -> Reply.json(200, "{\"status\":{},\"images\":" + json(echo) + "}"));
        MISDEEDS.put("content type", echo -> Reply.of(200, line(echo), "{}"));
        MISDEEDS.put("headers", echo -> Reply.json(500, "{}", "x-openstack-request-id: " + line(echo)));
        MISDEEDS.put(
                "redirect",
                echo -> Reply.json(302, "{}", "Location: http://" + line(echo), "Retry-After: " + line(echo)));
        MISDEEDS.put("broken header", echo -> Reply.raw("HTTP/1.1 200 OK\r\n" + line(echo) + "\r\n\r\n"));
        MISDEEDS.put("broken status", echo -> Reply.raw("HTTP/1.1 " + line(echo) + "\r\n\r\n"));
        MISDEEDS.put("no HTTP", echo -> Reply.raw(line(echo) + "\r\n\r\n"));
        MISDEEDS.put(
                "broken chunk",
                echo -> Reply.raw(
                        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
                                + line(echo) + "\r\n\r\n"));
        MISDEEDS.put("no answer", echo -> Reply.nothing());
    }

    private CanaryScenes() {}

    public static void main(String[] arguments) throws Exception {
        for (Map.Entry<String, Function<String, Reply>> misdeed : MISDEEDS.entrySet()) {
            OUT.println("== " + misdeed.getKey());
            identityMisbehaves(misdeed.getValue());
            imagesMisbehave(misdeed.getValue());
            proxyMisbehaves(misdeed.getValue());
        }
        everythingWorks();
        settingsAreWrong();
        filesAreWrong();
    }

    /** The token of Identity v2.0 stands in a body. */
    private static void everythingWorks() throws IOException {
        String access = "{\"access\":{\"token\":{\"id\":" + json(Canaries.ISSUED_TOKEN)
                + ",\"tenant\":{\"id\":\"p\"}},\"user\":{\"id\":\"u\",\"roles\":[]},\"serviceCatalog\":[]}}";
        try (StubServer server = new StubServer(request -> request.target().contains("/tokens")
                ? Reply.json(200, access)
                : Reply.json(200, "{\"images\":[],\"note\":" + json(echo(request)) + "}"))) {
            run(
                    FeignTransport.builder()
                            .authUrl(server.url().resolve("/v2.0"))
                            .username(Canaries.USER)
                            .password(Secret.of(Canaries.PASSWORD))
                            .projectName("p")
                            .endpoint(server.url()),
                    CanaryScenes::listing);
        }
    }

    private static void identityMisbehaves(Function<String, Reply> misdeed) throws Exception {
        try (StubServer server = new StubServer(request -> misdeed.apply(echo(request)))) {
            for (FeignTransportBuilder settings : everyKind(server)) {
                run(settings, CanaryScenes::listing);
            }
        }
    }

    private static void imagesMisbehave(Function<String, Reply> misdeed) throws Exception {
        try (StubServer server = new StubServer(
                request -> request.target().contains("/tokens") ? token() : misdeed.apply(echo(request)))) {
            for (FeignTransportBuilder settings : List.of(
                    password(server).endpoint(server.url()),
                    FeignTransport.builder().endpoint(server.url()).tokenSource(new OneToken()))) {
                run(settings, CanaryScenes::listing);
                run(settings, client -> client.members().get(Stubs.IMAGE, Stubs.CONSUMER));
                run(
                        settings,
                        client -> client.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED));
                run(settings, client -> {
                    client.data().upload(Stubs.IMAGE, ImageData.of(new byte[10]));
                    return "uploaded";
                });
                run(settings, client -> {
                    try (ImageDownload download = client.data().download(Stubs.IMAGE)) {
                        return download.stream().readAllBytes().length;
                    }
                });
                run(settings, client -> {
                    try (ImageDownload part = client.data().download(Stubs.IMAGE, ByteRange.from(1))) {
                        return part.stream().readAllBytes().length;
                    }
                });
            }
            OUT.println(failure(() -> {
                try (FeignTransport transport = quick(password(server)).build()) {
                    return transport.identity().orElseThrow().findProject("p");
                }
            }));
        }
    }

    private static void proxyMisbehaves(Function<String, Reply> misdeed) throws Exception {
        try (StubServer proxy = new StubServer(request -> misdeed.apply(echo(request)))) {
            URI url = URI.create("http://" + Canaries.USER + ":" + URLEncoder.encode(Canaries.PROXY_PASSWORD, UTF_8)
                    + "@127.0.0.1:" + proxy.url().getPort());
            for (String target : List.of("http://cloud.example/identity", "https://cloud.example/identity")) {
                run(
                        password(proxy).authUrl(URI.create(target)).proxy(ProxySettings.through(url)),
                        CanaryScenes::listing);
            }
        }
    }

    private static void settingsAreWrong() throws IOException {
        OUT.println("== settings");
        String userInfo = "http://u:" + Canaries.URL_PASSWORD + "@cloud.example";
        byte[] brokenKey = ("-----BEGIN PRIVATE KEY-----\n" + Canaries.BROKEN_KEY + "\n-----END PRIVATE KEY-----\n")
                .getBytes(UTF_8);
        byte[] certificate = Files.readAllBytes(TlsFiles.file("client-rsa.pem"));
        byte[] othersKey = Files.readAllBytes(TlsFiles.file("server.pem"));
        try (StubServer server = new StubServer(request -> Reply.nothing())) {
            for (FeignTransportBuilder settings : List.of(
                    password(server).authUrl(URI.create(userInfo)),
                    password(server).endpoint(URI.create(userInfo + "/v2")),
                    password(server).token(Secret.of(Canaries.GIVEN_TOKEN)),
                    password(server).tokenSource(new OneToken()).endpoint(server.url()),
                    password(server).authType(AuthType.RACKSPACE_API_KEY),
                    password(server).cert(certificate).key(brokenKey),
                    password(server).cert(certificate).key(othersKey),
                    password(server).cert(brokenKey),
                    password(server).cacert(brokenKey))) {
                run(settings, CanaryScenes::listing);
            }
            run(password(server).cert(othersKey).key(othersKey), CanaryScenes::listing);
            for (String variable : List.of(
                    userInfo + "/path",
                    "socks5://u:" + Canaries.URL_PASSWORD + "@h",
                    "http://u:" + Canaries.URL_PASSWORD + "@[")) {
                OUT.println(failure(() -> ProxySettings.fromEnvironment(Map.of("http_proxy", variable))));
            }
            OUT.println(failure(() -> ProxySettings.through(URI.create(userInfo + "/path"))));
        }
    }

    /** Each file holds the secret, and all but the first cannot be read. */
    private static void filesAreWrong() throws IOException {
        OUT.println("== files");
        Path directory = Files.createTempDirectory("canary");
        Path file = directory.resolve("clouds.yaml");
        String auth = "clouds: {a: {auth: {auth_url: 'http://127.0.0.1:1/v3', project_name: p, username: "
                + Canaries.USER + ", password: " + json(Canaries.PASSWORD);
        for (String document : List.of(
                auth + "}}}",
                auth + ", token: [}}}",
                auth + ": x}}}",
                auth + "}}}\n---\n",
                auth + "}, verify: [1]}}")) {
            Files.writeString(file, document);
            OUT.println(failure(() -> {
                CloudConfig config = CloudConfig.loader(Map.of(), directory, directory)
                        .cloud("a")
                        .load();
                say(config);
                run(config.transport(), CanaryScenes::listing);
                return config;
            }));
        }
        Files.delete(file);
        Files.delete(directory);
    }

    /** What an application asks of a client. */
    private interface Work {
        Object on(ImageClient client) throws Exception;
    }

    private static Object listing(ImageClient client) {
        return client.images().list(ImageQuery.defaults()).iterator().hasNext();
    }

    /** Prints what there is to print before, during and after a call. */
    private static void run(FeignTransportBuilder settings, Work work) {
        say(quick(settings).listener(new Printer()));
        OUT.println(failure(() -> {
            try (FeignTransport transport = settings.build()) {
                OUT.println(failure(() -> work.on(ImageClient.of(transport))));
                say(transport);
            }
            return "closed";
        }));
    }

    /** Says of an object all that was not said before. */
    private static void say(Object object) {
        try {
            for (String line : EverythingReachable.from(object)) {
                if (SAID.add(line.replaceAll("@[0-9a-f]+|[0-9]{4,}", "#"))) {
                    OUT.println(line);
                }
            }
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static FeignTransportBuilder quick(FeignTransportBuilder settings) {
        return settings.pauser(pause -> {}).maxAttempts(2);
    }

    private static String failure(Callable<?> work) {
        try {
            return work.call() == null ? "nothing" : "no failure";
        } catch (Exception e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace, true));
            say(e);
            return trace.toString();
        }
    }

    private static List<FeignTransportBuilder> everyKind(StubServer server) {
        URI v2 = server.url().resolve("/v2.0");
        FeignTransportBuilder bare = FeignTransport.builder();
        return List.of(
                password(server),
                password(server).userDomainName("").authUrl(v2).authType(AuthType.V2_PASSWORD),
                bare.authUrl(server.url())
                        .token(Secret.of(Canaries.GIVEN_TOKEN))
                        .projectId("p"),
                FeignTransport.builder()
                        .authUrl(v2)
                        .token(Secret.of(Canaries.GIVEN_TOKEN))
                        .projectName("p"),
                FeignTransport.builder()
                        .authUrl(server.url())
                        .applicationCredentialId(Canaries.USER)
                        .applicationCredentialSecret(Secret.of(Canaries.CREDENTIAL_SECRET)),
                FeignTransport.builder()
                        .authUrl(v2)
                        .authType(AuthType.RACKSPACE_API_KEY)
                        .username(Canaries.USER)
                        .apiKey(Secret.of(Canaries.API_KEY)));
    }

    private static FeignTransportBuilder password(StubServer server) {
        return FeignTransport.builder()
                .authUrl(server.url())
                .username(Canaries.USER)
                .userDomainName("Default")
                .password(Secret.of(Canaries.PASSWORD))
                .projectName("p")
                .projectDomainName("Default");
    }

    private static Reply token() {
        String body = "{\"token\":{\"project\":{\"id\":\"p\"},\"catalog\":[]}}";
        return Reply.json(201, body, "X-Subject-Token: " + Canaries.ISSUED_TOKEN);
    }

    /** All of a request, as it is, in a URL and in base64. */
    private static String echo(Received request) {
        String all = request.method() + " " + request.target() + "\n" + request.headers() + "\n" + request.text();
        StringBuilder forms = new StringBuilder(all).append('\n').append(URLEncoder.encode(all, UTF_8));
        for (String before : List.of("", "1", "12")) {
            String encoded = Base64.getEncoder().encodeToString((before + all).getBytes(UTF_8));
            forms.append('\n').append(encoded);
        }
        return forms.toString();
    }

    private static String html(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String json(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    /** One line of a head, whose characters stand for bytes. */
    private static String line(String text) {
        return new String(text.replace('\n', ' ').getBytes(UTF_8), ISO_8859_1);
    }

    /** Has a token of the application's own, and cannot renew it. */
    private record OneToken() implements TokenSource {
        @Override
        public Secret token(Deadline deadline) {
            return Secret.of(Canaries.SOURCE_TOKEN);
        }

        @Override
        public boolean reject(Secret rejected) {
            return false;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }
    }

    /** Prints what it hears. */
    private static final class Printer implements ClientListener {
        @Override
        public void callBegan(ObservedCall call) {
            OUT.println(call);
        }

        @Override
        public void attemptBegan(ObservedCall call, SentRequest request) {
            OUT.println(request + " " + request.toCurl());
        }

        @Override
        public void attemptEnded(ObservedCall call, AttemptEnd end) {
            OUT.println(end);
        }

        @Override
        public void callEnded(ObservedCall call, CallEnd end) {
            OUT.println(end);
        }

        @Override
        public void tokenIssued(TokenIssue issue) {
            OUT.println(issue);
        }
    }
}
