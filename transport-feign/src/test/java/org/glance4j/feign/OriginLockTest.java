package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Effect;
import org.glance4j.error.ListingNotAdvancingException;
import org.glance4j.error.UnexpectedAnswerException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.tls.TlsFiles;
import org.glance4j.model.CachePart;
import org.glance4j.model.ExportTaskInput;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.SchemaName;
import org.glance4j.model.StoreId;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.Listing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Neither token nor password reaches a second origin, whatever the first one says. */
class OriginLockTest {
    private static final int[] REDIRECTS = {301, 302, 303, 307, 308};

    private static final NamespaceName NAMESPACE = NamespaceName.of("n");

    private static Map<Operation, Consumer<FeignTransport>> operations() {
        Map<Operation, Consumer<FeignTransport>> all = new EnumMap<>(Operation.class);
        all.put(
                Operation.CREATE_IMAGE,
                t -> t.images().create(NewImage.named("n").build()));
        all.put(Operation.GET_IMAGE, t -> t.images().get(Stubs.IMAGE));
        all.put(Operation.LIST_IMAGES, t -> t.images().list(ImageQuery.defaults()));
        all.put(
                Operation.UPDATE_IMAGE,
                t -> t.images()
                        .update(Stubs.IMAGE, ImagePatch.builder().name("n").build()));
        all.put(Operation.DELETE_IMAGE, t -> t.images().delete(Stubs.IMAGE));
        all.put(Operation.ADD_TAG, t -> t.images().addTag(Stubs.IMAGE, "t"));
        all.put(Operation.REMOVE_TAG, t -> t.images().removeTag(Stubs.IMAGE, "t"));
        all.put(Operation.DEACTIVATE_IMAGE, t -> t.images().deactivate(Stubs.IMAGE));
        all.put(Operation.REACTIVATE_IMAGE, t -> t.images().reactivate(Stubs.IMAGE));
        all.put(Operation.UPLOAD_DATA, t -> t.data().upload(Stubs.IMAGE, ImageData.of(new byte[100])));
        all.put(Operation.DOWNLOAD_DATA, t -> t.data().download(Stubs.IMAGE));
        all.put(Operation.STAGE_DATA, t -> t.imports().stage(Stubs.IMAGE, ImageData.of(new byte[100])));
        all.put(Operation.IMPORT_IMAGE, t -> t.imports().importImage(Stubs.IMAGE, ImageImport.glanceDirect()));
        all.put(Operation.LIST_IMAGE_TASKS, t -> t.imports().tasks(Stubs.IMAGE));
        all.put(Operation.LIST_IMPORT_METHODS, t -> t.imports().methods());
        all.put(Operation.LIST_STORES, t -> t.stores().list());
        all.put(Operation.LIST_STORE_DETAILS, t -> t.stores().details());
        all.put(Operation.DELETE_FROM_STORE, t -> t.stores().delete(StoreId.of("fast"), Stubs.IMAGE));
        all.put(Operation.ADD_MEMBER, t -> t.members().add(Stubs.IMAGE, Stubs.CONSUMER));
        all.put(Operation.GET_MEMBER, t -> t.members().get(Stubs.IMAGE, Stubs.CONSUMER));
        all.put(Operation.LIST_MEMBERS, t -> t.members().list(Stubs.IMAGE));
        all.put(
                Operation.UPDATE_MEMBER,
                t -> t.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.ACCEPTED));
        all.put(Operation.REMOVE_MEMBER, t -> t.members().remove(Stubs.IMAGE, Stubs.CONSUMER));
        all.put(Operation.LIST_TASKS, t -> t.tasks().list(TaskQuery.defaults()));
        all.put(Operation.GET_TASK, t -> t.tasks().get(TaskId.of("t")));
        all.put(Operation.CREATE_TASK, t -> t.tasks().create(new ExportTaskInput(Stubs.IMAGE, "exports")));
        all.put(Operation.LIST_CACHE, t -> t.imageCache().list());
        all.put(Operation.CACHE_IMAGE, t -> t.imageCache().queue(Stubs.IMAGE));
        all.put(Operation.UNCACHE_IMAGE, t -> t.imageCache().remove(Stubs.IMAGE));
        all.put(Operation.CLEAR_CACHE, t -> t.imageCache().clear(CachePart.QUEUED));
        all.put(Operation.LIST_LOCATIONS, t -> t.locations().list(Stubs.IMAGE));
        all.put(Operation.ADD_LOCATION, t -> t.locations().add(Stubs.IMAGE, "http://h/x", null));
        all.put(Operation.LIST_VERSIONS, t -> t.service().versions());
        all.put(Operation.GET_USAGE, t -> t.service().usage());
        all.put(Operation.GET_SCHEMA, t -> t.schemas().get(SchemaName.IMAGE));
        all.put(
                Operation.CREATE_NAMESPACE,
                t -> t.metadefs()
                        .namespaces()
                        .create(Namespace.named(NAMESPACE.value()).build()));
        all.put(Operation.GET_NAMESPACE, t -> t.metadefs().namespaces().get(NAMESPACE));
        all.put(
                Operation.LIST_NAMESPACES,
                t -> t.metadefs()
                        .namespaces()
                        .list(NamespaceQuery.builder().limit(1).build())
                        .items());
        all.put(
                Operation.UPDATE_NAMESPACE,
                t -> t.metadefs()
                        .namespaces()
                        .update(
                                NAMESPACE,
                                Namespace.named(NAMESPACE.value())
                                        .description("new")
                                        .build()));
        all.put(Operation.DELETE_NAMESPACE, t -> t.metadefs().namespaces().delete(NAMESPACE));
        all.put(
                Operation.CREATE_METADEF_OBJECT,
                t -> t.metadefs()
                        .objects()
                        .create(NAMESPACE, MetadefObject.named("a").build()));
        all.put(Operation.GET_METADEF_OBJECT, t -> t.metadefs().objects().get(NAMESPACE, "a"));
        all.put(Operation.LIST_METADEF_OBJECTS, t -> t.metadefs().objects().list(NAMESPACE));
        all.put(
                Operation.UPDATE_METADEF_OBJECT,
                t -> t.metadefs()
                        .objects()
                        .update(
                                NAMESPACE,
                                "a",
                                MetadefObject.named("a").description("new").build()));
        all.put(Operation.DELETE_METADEF_OBJECT, t -> t.metadefs().objects().delete(NAMESPACE, "a"));
        all.put(Operation.DELETE_METADEF_OBJECTS, t -> t.metadefs().objects().deleteAll(NAMESPACE));
        all.put(
                Operation.CREATE_METADEF_PROPERTY,
                t -> t.metadefs()
                        .properties()
                        .create(
                                NAMESPACE,
                                MetadefProperty.of("a", PropertyType.STRING, "A")
                                        .build()));
        all.put(Operation.GET_METADEF_PROPERTY, t -> t.metadefs().properties().get(NAMESPACE, "a"));
        all.put(
                Operation.LIST_METADEF_PROPERTIES,
                t -> t.metadefs().properties().list(NAMESPACE));
        all.put(
                Operation.UPDATE_METADEF_PROPERTY,
                t -> t.metadefs()
                        .properties()
                        .update(
                                NAMESPACE,
                                "a",
                                MetadefProperty.of("a", PropertyType.STRING, "new")
                                        .build()));
        all.put(
                Operation.DELETE_METADEF_PROPERTY,
                t -> t.metadefs().properties().delete(NAMESPACE, "a"));
        all.put(
                Operation.DELETE_METADEF_PROPERTIES,
                t -> t.metadefs().properties().deleteAll(NAMESPACE));
        all.put(Operation.CREATE_METADEF_TAG, t -> t.metadefs().tags().create(NAMESPACE, "a"));
        all.put(Operation.ADD_METADEF_TAGS, t -> t.metadefs().tags().addAll(NAMESPACE, List.of("b", "c")));
        all.put(Operation.REPLACE_METADEF_TAGS, t -> t.metadefs().tags().replaceAll(NAMESPACE, List.of("b", "c")));
        all.put(Operation.GET_METADEF_TAG, t -> t.metadefs().tags().get(NAMESPACE, "a"));
        all.put(Operation.LIST_METADEF_TAGS, t -> t.metadefs().tags().list(NAMESPACE));
        all.put(Operation.UPDATE_METADEF_TAG, t -> t.metadefs().tags().rename(NAMESPACE, "a", "b"));
        all.put(Operation.DELETE_METADEF_TAG, t -> t.metadefs().tags().delete(NAMESPACE, "a"));
        all.put(Operation.DELETE_METADEF_TAGS, t -> t.metadefs().tags().deleteAll(NAMESPACE));
        all.put(Operation.LIST_RESOURCE_TYPES, t -> t.metadefs().resourceTypes().list());
        all.put(
                Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS,
                t -> t.metadefs().resourceTypes().listOf(NAMESPACE));
        all.put(
                Operation.ADD_RESOURCE_TYPE_ASSOCIATION,
                t -> t.metadefs().resourceTypes().associate(NAMESPACE, ResourceTypeAssociation.of("a")));
        all.put(
                Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION,
                t -> t.metadefs().resourceTypes().dissociate(NAMESPACE, "a"));
        all.put(Operation.AUTHENTICATE, t -> t.identity().orElseThrow().findProject("p"));
        assertThat(all).containsOnlyKeys(Operation.values());
        return all;
    }

    @Test
    void noRedirectOfAnyCodeIsFollowedByAnyOperation() throws IOException {
        Map<Integer, Integer> served = new TreeMap<>();
        try (Eavesdropper second = new Eavesdropper()) {
            for (int status : REDIRECTS) {
                for (boolean atIdentity : new boolean[] {false, true}) {
                    try (StubServer first = new StubServer(redirecting(status, atIdentity, second));
                            FeignTransport transport = Stubs.withPassword(first)
                                    .endpoint(first.url())
                                    .maxAttempts(1)
                                    .responseTimeout(Duration.ofSeconds(30))
                                    .build()) {
                        operations().forEach((operation, call) -> {
                            UnexpectedAnswerException refused =
                                    catchThrowableOfType(UnexpectedAnswerException.class, () -> call.accept(transport));
                            assertThat(refused)
                                    .as("%s after %s", operation, status)
                                    .hasMessageContaining("redirects are not followed")
                                    .hasMessageNotContaining(second.authority());
                            assertThat(refused.effect()).isIn(Effect.NOT_APPLIED, Effect.NOT_SENT);
                        });
                        first.received().stream()
                                .filter(request -> isRedirected(request, atIdentity))
                                .forEach(request -> served.merge(status, 1, Integer::sum));
                    }
                }
            }
            System.out.println(
                    "redirects served, by code: " + served + "; bytes at the second origin: " + second.bytes());
            assertThat(second.connections()).isZero();
            assertThat(second.bytes()).isZero();
        }
        // Each operation at the one service, and each again at the other, where no call comes past the first
        // request.
        assertThat(served).containsOnlyKeys(301, 302, 303, 307, 308);
        assertThat(served.values()).allMatch(count -> count >= 2 * Operation.values().length);
    }

    private static StubServer.Script redirecting(int status, boolean atIdentity, Eavesdropper second) {
        return request -> isRedirected(request, atIdentity)
                ? Reply.json(
                        status,
                        "{}",
                        "Location: http://" + second.authority() + request.target(),
                        "Content-Location: http://" + second.authority() + "/",
                        "Refresh: 0; url=http://" + second.authority() + "/",
                        "Link: <http://" + second.authority() + "/>; rel=\"next\"",
                        "Alt-Svc: h2=\"" + second.authority() + "\"")
                : Stubs.token(1, "");
    }

    /** With a good token, whose request is answered, everything else is redirected; or the request for the token is. */
    private static boolean isRedirected(Received request, boolean atIdentity) {
        return atIdentity || !Stubs.isTokenRequest(request);
    }

    @Test
    void noLinkInAnAnswerLeadsElsewhere() throws IOException {
        try (Eavesdropper second = new Eavesdropper()) {
            String there = second.authority();
            for (String link : List.of(
                    "http://" + there + "/v2/images?marker=1",
                    "//" + there + "/v2/images",
                    "http://127.0.0.1@" + there + "/v2/images",
                    "/../../" + there,
                    "\\\\\\\\" + there,
                    "http://" + there + "\\r\\nX: y",
                    "javascript:alert(1)",
                    "https://" + there,
                    "\\u0000")) {
                List<String> targets = new ArrayList<>();
                try (StubServer first = new StubServer(request -> {
                            targets.add(request.target());
                            return linking(request, there, link);
                        });
                        FeignTransport transport = Stubs.transport(first)) {
                    assertThat(transport
                                    .images()
                                    .create(NewImage.named("n").build())
                                    .id())
                            .isEqualTo(Stubs.IMAGE);
                    assertThat(transport.images().get(Stubs.IMAGE).id()).isEqualTo(Stubs.IMAGE);
                    transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[10]));
                    transport.data().download(Stubs.IMAGE).close();
                    List<Image> walked = new ArrayList<>();
                    Throwable end = catchThrowable(() -> Listing.ofImages(transport::images, ImageQuery.defaults())
                            .forEach(walked::add));
                    assertThat(end).isInstanceOf(ListingNotAdvancingException.class);
                    assertThat(walked).isNotEmpty();
                    assertThat(targets).hasSizeGreaterThan(5).allMatch(target -> target.startsWith("/v2/images"));
                    assertThat(targets).last().isEqualTo("/v2/images?marker=" + Stubs.IMAGE);
                }
            }
            assertThat(second.connections()).isZero();
        }
    }

    private static Reply linking(Received request, String there, String link) {
        String[] headers = {"Location: http://" + there + "/v2/images/x", "Link: <http://" + there + ">; rel=\"next\""};
        if (request.method().equals("PUT")) {
            return Reply.noContent();
        }
        if (request.target().endsWith("/file")) {
            return Reply.of(200, "application/octet-stream", "data", headers);
        }
        String image = Stubs.image(",\"self\":\"" + link + "\",\"file\":\"" + link + "\",\"schema\":\"" + link
                + "\",\"direct_url\":\"" + link + "\",\"locations\":[{\"url\":\"" + link + "\",\"metadata\":{}}]");
        boolean list = request.method().equals("GET") && !request.target().contains("images/");
        String page = "{\"images\":[" + image + "],\"next\":\"" + link + "\",\"first\":\"" + link + "\"}";
        return Reply.json(200, list ? page : image, headers);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ftp://T/v2 | is not an http or https URL",
                "file:///etc/passwd | is not an http or https URL",
                "javascript:alert(1) | is not an http or https URL",
                "T | is no URL",
                "//T/v2 | is not an http or https URL",
                "http:/T/v2 | names no host",
                "http:T | names no host",
                "http://u:5ecret-passw0rd@T/v2 | holds more than scheme",
                "http://127.0.0.1@T/v2 | holds more than scheme",
                "http://T/v2?x=y | holds more than scheme",
                "http://T/v2#x | holds more than scheme",
                "http://T/v1 | version 1 of the Image API",
                "http://T/image/v1.1/ | version 1 of the Image API",
                "http://T/a/../v2 | dot segments",
                "http://T/%2e%2E/v2 | dot segments",
                "http://T/./ | dot segments",
                "http://bücher.invalid/v2 | xn--",
                "http://127。0。0。1/v2 | xn--",
                "http://127.0.0.1:99999/ | names the port 99999",
                "http://127.0.0.1:0/ | names the port 0",
                "http://[fe80::1%25eth0]:80/ | zone",
                "http://[fe80::1%eth0]:80/ | zone",
                "http://[::1/ | is no URL",
                "http://a b/ | is no URL",
                "http://T\\@127.0.0.1/ | is no URL",
                "http://$(tenant)s/ | names a host that no request can be sent to",
                "'' | is not an http or https URL"
            })
    void aCatalogThatLeadsAstrayIsRefusedAndNotFollowed(String url, String problem) throws IOException {
        try (Eavesdropper second = new Eavesdropper();
                StubServer identity = new StubServer(request -> Stubs.token(
                        1,
                        Stubs.catalogEntry(
                                "public",
                                "RegionOne",
                                url.replace("T", second.authority()).replace("\\", "\\\\"))));
                FeignTransport transport = Stubs.withPassword(identity).build()) {
            operations().forEach((operation, call) -> {
                if (operation != Operation.AUTHENTICATE) {
                    ConfigurationException refused =
                            catchThrowableOfType(ConfigurationException.class, () -> call.accept(transport));
                    assertThat(refused)
                            .as("%s", operation)
                            .hasMessageContaining(problem)
                            .hasMessageContaining("set the endpoint itself")
                            .hasMessageNotContaining(Stubs.PASSWORD);
                    assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
                }
            });
            assertThat(identity.received()).allMatch(Stubs::isTokenRequest);
            assertThat(second.connections()).isZero();
        }
    }

    @Test
    void aLaterCatalogDoesNotMoveTheService() throws IOException {
        List<String> tokens = new ArrayList<>();
        try (Eavesdropper second = new Eavesdropper()) {
            try (StubServer home = new StubServer(new StubServer.Script() {
                        private int answered;

                        @Override
                        public Reply answer(Received request) {
                            if (Stubs.isTokenRequest(request)) {
                                String host =
                                        tokens.isEmpty() ? request.headers().get("host") : second.authority();
                                tokens.add(host);
                                return Stubs.token(
                                        tokens.size(), Stubs.catalogEntry("public", "RegionOne", "http://" + host));
                            }
                            answered++;
                            return answered == 2 ? Reply.json(401, "{}") : Reply.json(200, Stubs.image(""));
                        }
                    });
                    FeignTransport transport = Stubs.withPassword(home).build()) {
                for (int i = 0; i < 3; i++) {
                    assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
                }
                assertThat(tokens).hasSize(2).last().isEqualTo(second.authority());
                assertThat(second.connections()).isZero();
            }
        }
    }

    @Test
    void anHttpsIdentityServiceDoesNotLeadToAnHttpService() throws IOException {
        try (Eavesdropper second = new Eavesdropper();
                StubServer open = new StubServer(request -> Reply.json(200, Stubs.image("")));
                StubServer identity = secureIdentity("http://" + second.authority());
                FeignTransport transport = secure(identity).build();
                FeignTransport chosen = secure(identity).endpoint(open.url()).build()) {
            ConfigurationException refused = catchThrowableOfType(
                    ConfigurationException.class, () -> transport.images().get(Stubs.IMAGE));
            assertThat(refused).hasMessageContaining("is not encrypted, and the identity service is");
            assertThat(second.connections()).isZero();
            // What is set by name is meant.
            assertThat(chosen.images().get(Stubs.IMAGE).id()).isEqualTo(Stubs.IMAGE);
        }
    }

    private static StubServer secureIdentity(String image) throws IOException {
        return new StubServer(
                request -> Stubs.token(1, Stubs.catalogEntry("public", "RegionOne", image)),
                TlsFiles.server("server.pem").getServerSocketFactory().createServerSocket(0));
    }

    private static FeignTransportBuilder secure(StubServer identity) {
        return Stubs.withPassword(identity)
                .authUrl(URI.create("https://localhost:" + identity.url().getPort() + "/identity/v3"))
                .cacert(TlsFiles.file("root.pem"))
                .responseTimeout(Duration.ofSeconds(5))
                .maxAttempts(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000", "a b", "\u00fc", "a\ud800", "", " ", "a\u007f"})
    void aTokenThatNoHeaderCanCarryIsNotSent(String token) throws IOException {
        try (StubServer server = new StubServer(request -> Reply.json(200, Stubs.image("")));
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(server.url())
                        .tokenSource(giving(token))
                        .build()) {
            operations().forEach((operation, call) -> {
                if (operation != Operation.AUTHENTICATE) {
                    ConfigurationException refused =
                            catchThrowableOfType(ConfigurationException.class, () -> call.accept(transport));
                    assertThat(refused)
                            .hasMessageContaining("no header can carry")
                            .hasNoCause();
                    assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
                }
            });
            assertThat(server.received()).isEmpty();
        }
    }

    private static TokenSource giving(String token) {
        return new TokenSource() {
            @Override
            public Secret token(Deadline deadline) {
                return Secret.of(token);
            }

            @Override
            public boolean reject(Secret rejected) {
                return false;
            }

            @Override
            public Optional<Caller> caller() {
                return Optional.empty();
            }
        };
    }

    @ParameterizedTest
    @CsvSource({
        "http://EXAMPLE.org/v2, http://example.org:80",
        "HTTPS://Example.ORG, https://example.org:443",
        "http://example.org:80/, http://example.org:80",
        "https://example.org:443/v2/, https://example.org:443",
        "https://my_host.docker_net:9292/v2, https://my_host.docker_net:9292",
        "http://my_host/image/v2, http://my_host:80/image",
        "http://example.org./v2, http://example.org.:80",
        "http://[::1]:9292/v2, http://[::1]:9292",
        "http://[FE80::1]/v2, http://[fe80::1]:80",
        "http://127.0.0.1//image//v2//, http://127.0.0.1:80/image",
        "http://xn--bcher-kva.example, http://xn--bcher-kva.example:80",
        "http://example.org:/v2, http://example.org:80",
        "http://example.org/ü/v2, http://example.org:80/%C3%BC"
    })
    void whoIsMeantIsReadFromEveryFormOfAUrl(String url, String origin) {
        assertThat(Origin.ofImageService(URI.create(url))).hasToString(origin);
    }

    @Test
    void anIpv6ServiceIsReached() throws IOException {
        byte[] loopback = new byte[16];
        loopback[15] = 1;
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getByAddress(loopback));
                StubServer server = new StubServer(request -> Reply.json(200, Stubs.image("")), socket);
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(URI.create("http://[::1]:" + socket.getLocalPort()))
                        .tokenSource(new Stubs.FixedToken())
                        .build()) {
            assertThat(transport.images().get(ImageId.of("x"))).isNotNull();
            assertThat(server.received().get(0).headers()).containsEntry("host", "[::1]:" + socket.getLocalPort());
        }
    }
}
