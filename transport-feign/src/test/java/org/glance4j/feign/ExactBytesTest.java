package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.glance4j.contract.Statement;
import org.glance4j.contract.StatementRecord;
import org.glance4j.error.Effect;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.NumberRange;
import org.glance4j.model.ProjectId;
import org.glance4j.model.SortDirection;
import org.glance4j.model.SortKey;
import org.glance4j.model.TimeComparison;
import org.glance4j.model.TimeCondition;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.MetadefOperations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What arrives is what was given, byte for byte; what cannot arrive is not sent. */
class ExactBytesTest {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("http");

    @ParameterizedTest
    @ValueSource(
            strings = {"50%", "50%25", "%2F", "%", "{id}", "a b+c", "a;b=c&d?e#f", "~-._", "!$'()*,:@", "\"\\<>`|^"})
    void idsAndTagsArriveAsTheyAre(String text) throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            String encoded = encoded(text);
            assertThat(transport.images().get(ImageId.of(text))).isNotNull();
            assertThat(last(server).target()).isEqualTo("/v2/images/" + encoded);
            transport.images().addTag(Stubs.IMAGE, text);
            assertThat(last(server).target()).isEqualTo("/v2/images/" + Stubs.IMAGE + "/tags/" + encoded);
            transport.members().remove(ImageId.of(text), ProjectId.of(text));
            assertThat(last(server).target()).isEqualTo("/v2/images/" + encoded + "/members/" + encoded);
            transport.data().upload(ImageId.of(text), ImageData.of(new byte[1]));
            assertThat(last(server).target()).isEqualTo("/v2/images/" + encoded + "/file");
            assertThat(transport.members().add(Stubs.IMAGE, ProjectId.of(text))).isNotNull();
            assertThat(last(server).text()).contains(text.replace("\\", "\\\\").replace("\"", "\\\""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"50%", "%2F", "{id}", "a b+c", "a;b=c&d?e#f", "~-._", "!$'()*,:@", "OS::Compute::CPU"})
    void namesInTheMetadataCatalogArriveAsTheyAre(String text) throws IOException {
        try (StubServer server = new StubServer(request -> request.method().equals("DELETE")
                        ? Reply.noContent()
                        : Reply.json(200, "{\"name\": \"x\", \"namespace\": \"x\"}"));
                FeignTransport transport = Stubs.transport(server)) {
            String encoded = encoded(text);
            String at = "/v2/metadefs/namespaces/" + encoded;
            NamespaceName namespace = NamespaceName.of(text);
            assertThat(transport.metadefs().namespaces().get(namespace, text)).isNotNull();
            assertThat(last(server).target()).isEqualTo(at + "?resource_type=" + encoded);
            assertThat(transport.metadefs().objects().get(namespace, text)).isNotNull();
            assertThat(last(server).target()).isEqualTo(at + "/objects/" + encoded);
            assertThat(transport.metadefs().properties().get(namespace, text)).isNotNull();
            assertThat(last(server).target()).isEqualTo(at + "/properties/" + encoded);
            assertThat(transport.metadefs().tags().create(namespace, text)).isNotNull();
            assertThat(last(server).target()).isEqualTo(at + "/tags/" + encoded);
            transport.metadefs().resourceTypes().dissociate(namespace, text);
            assertThat(last(server).target()).isEqualTo(at + "/resource_types/" + encoded);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "a/b", "\u00e9", "\t", "\ud800"})
    void namesThatCouldNotBeAddressedAreNotSent(String text) throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            NamespaceName good = NamespaceName.of("n");
            MetadefOperations catalog = transport.metadefs();
            Namespace unaddressable = Namespace.named(text).build();
            List<ThrowingCallable> calls = List.of(
                    () -> catalog.namespaces().create(unaddressable),
                    () -> catalog.namespaces().update(good, unaddressable),
                    () -> catalog.namespaces().get(NamespaceName.of(text)),
                    () -> catalog.objects()
                            .create(good, MetadefObject.named(text).build()),
                    () -> catalog.properties().create(good, new MetadefProperty(text, Map.of())),
                    () -> catalog.tags().create(good, text),
                    () -> catalog.tags().addAll(good, List.of(text)),
                    () -> catalog.tags().rename(good, "t", text),
                    () -> catalog.resourceTypes().associate(good, ResourceTypeAssociation.of(text)));
            for (ThrowingCallable call : calls) {
                InvalidRequestException refused = catchThrowableOfType(InvalidRequestException.class, call);
                assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
            }
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "50%", "%2F/..", "{x}", "a+b c&d=e", "ü"})
    void namesTagsAndPropertiesInBodiesAndQueriesArriveAsTheyAre(String text) throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            NewImage image = NewImage.named(text).id(Stubs.IMAGE).build();
            assertThat(transport.images().create(image)).isNotNull();
            assertThat(last(server).text()).isEqualTo("{\"id\":\"" + Stubs.IMAGE + "\",\"name\":\"" + text + "\"}");
            assertThat(transport
                            .images()
                            .update(
                                    Stubs.IMAGE,
                                    ImagePatch.builder().tags(Set.of(text)).build()))
                    .isNotNull();
            assertThat(last(server).text()).contains("[\"" + text + "\"]");
            assertThat(last(server).headers())
                    .containsEntry("content-type", "application/openstack-images-v2.1-json-patch");
            ImageQuery query =
                    ImageQuery.builder().name(text).tag(text).tag("second").build();
            assertThat(transport.images().list(query).items()).isEmpty();
            assertThat(last(server).target())
                    .isEqualTo("/v2/images?name=" + encoded(text) + "&tag=" + encoded(text) + "&tag=second");
        }
    }

    @Test
    void aNameWithAColonIsNoOperator() throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport
                            .images()
                            .list(ImageQuery.builder().name("in:a,b").build())
                            .items())
                    .isEmpty();
            assertThat(last(server).target()).isEqualTo("/v2/images?name=eq%3Ain%3Aa%2Cb");
        }
    }

    @Test
    void everyConditionArrivesUnderItsNameInTheApiReference() throws IOException {
        ImageQuery query = ImageQuery.builder()
                .anyVisibility()
                .anyMemberStatus()
                .owner(ProjectId.of("p"))
                .ids(List.of(ImageId.of("1"), ImageId.of("2")))
                .names(List.of("a,b", "c", ""))
                .status(ImageStatus.ACTIVE)
                .diskFormats(List.of(DiskFormat.RAW, DiskFormat.ISO))
                .containerFormat(ContainerFormat.BARE)
                .isProtected(true)
                .hidden(false)
                .sizeBytes(NumberRange.between(1, 2))
                .virtualSizeBytes(NumberRange.exactly(3))
                .minDiskGb(NumberRange.atLeast(4))
                .minRamMb(NumberRange.atMost(5))
                .checksum("6")
                .hashAlgorithm("sha512")
                .hashValue("7")
                .createdAt(TimeCondition.atOrAfter(Instant.parse("2026-01-02T03:04:05.123456789Z")))
                .updatedAt(new TimeCondition(TimeComparison.NOT_EQUAL, Instant.parse("2026-01-02T03:04:05Z")))
                .tag("t")
                .tag("u")
                .property("a&b", "=")
                .sort(SortKey.NAME, SortDirection.ASCENDING)
                .sort(SortKey.CREATED_AT, SortDirection.DESCENDING)
                .limit(8)
                .marker(ImageId.of("9"))
                .build();
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport.images().list(query).items()).isEmpty();
            String target = last(server).target();
            assertThat(target.substring(target.indexOf('?') + 1).split("&"))
                    .containsExactlyInAnyOrder(
                            "visibility=all",
                            "member_status=all",
                            "owner=p",
                            "id=in%3A1%2C2",
                            "name=in%3A%22a%2Cb%22%2Cc%2C%22%22",
                            "status=active",
                            "disk_format=in%3Araw%2Ciso",
                            "container_format=bare",
                            "protected=true",
                            "os_hidden=false",
                            "size_min=1",
                            "size_max=2",
                            "virtual_size=3",
                            "min_disk_min=4",
                            "min_ram_max=5",
                            "checksum=6",
                            "os_hash_algo=sha512",
                            "os_hash_value=7",
                            "created_at=gte%3A2026-01-02T03%3A04%3A05.123456Z",
                            "updated_at=neq%3A2026-01-02T03%3A04%3A05Z",
                            "tag=t",
                            "tag=u",
                            "a%26b=%3D",
                            "sort=name%3Aasc%2Ccreated_at%3Adesc",
                            "limit=8",
                            "marker=9");
        }
    }

    @Test
    void everyRequestAsksForJsonAndCarriesTheToken() throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport.images().get(Stubs.IMAGE)).isNotNull();
            transport.data().upload(Stubs.IMAGE, ImageData.of(new byte[1]));
            assertThat(server.received())
                    .hasSize(2)
                    .allSatisfy(request -> assertThat(request.headers())
                            .containsEntry("accept", "application/json")
                            .containsEntry("x-auth-token", Stubs.TOKEN + 0)
                            .containsEntry("user-agent", "glance4j"));
            assertThat(last(server).headers()).containsEntry("content-type", "application/octet-stream");
        }
    }

    static Stream<String> unaddressable() {
        return Stream.of("", " ", "\t", ".", "..", "a/b", "/", "a\nb", "a\u0000b", "a\u007fb", "ü", "x".repeat(256));
    }

    @ParameterizedTest
    @MethodSource("unaddressable")
    void whatThePathCannotCarryIsNotSent(String text) throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            ImageId id = ImageId.of(text);
            ProjectId project = ProjectId.of(text);
            Stream.<Runnable>of(
                            () -> transport.images().get(id),
                            () -> transport.images().delete(id),
                            () -> transport.images().deactivate(id),
                            () -> transport.images().addTag(Stubs.IMAGE, text),
                            () -> transport.images().removeTag(Stubs.IMAGE, text),
                            () -> transport.members().add(Stubs.IMAGE, project),
                            () -> transport.members().get(Stubs.IMAGE, project),
                            () -> transport.members().list(id),
                            () -> transport.members().updateStatus(Stubs.IMAGE, project, MemberStatus.ACCEPTED),
                            () -> transport.members().remove(Stubs.IMAGE, project),
                            () -> transport.data().upload(id, ImageData.of(new byte[0])),
                            () -> transport.data().download(id))
                    .forEach(call -> assertThat(catchThrowableOfType(InvalidRequestException.class, call::run)
                                    .effect())
                            .isEqualTo(Effect.NOT_SENT));
            assertThat(server.received()).isEmpty();
        }
    }

    @Test
    void anUnrecognizedMemberStatusIsNotSent() throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = Stubs.transport(server)) {
            assertThatThrownBy(() ->
                            transport.members().updateStatus(Stubs.IMAGE, Stubs.CONSUMER, MemberStatus.UNRECOGNIZED))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(server.received()).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "'', /v2/images",
        "/, /v2/images",
        "/v2, /v2/images",
        "/v2/, /v2/images",
        "/v2.15/, /v2/images",
        "/image, /image/v2/images",
        "/image/v2/, /image/v2/images",
        "/a/b//, /a/b/v2/images"
    })
    @Statement("S-117")
    void everyFormOfTheEndpointReachesTheSameRoute(String suffix, String target) throws IOException {
        try (StubServer server = answering();
                FeignTransport transport = FeignTransport.builder()
                        .endpoint(URI.create(server.url() + suffix))
                        .tokenSource(new Stubs.FixedToken())
                        .build()) {
            assertThat(transport.images().list(ImageQuery.defaults()).items()).isEmpty();
            assertThat(last(server).target()).isEqualTo(target);
        }
    }

    @Test
    void theDefaultPortIsTheSchemes() {
        assertThat(Origin.ofImageService(URI.create("https://h/v2")).toString()).isEqualTo("https://h:443");
        assertThat(Origin.ofImageService(URI.create("http://H:81/")).toString()).isEqualToIgnoringCase("http://h:81");
    }

    @Test
    void theUnreservedCharactersStayAsTheyAre() {
        String unreserved = "abcxyzABCXYZ0189-._~";
        assertThat(PathSegments.encode(unreserved)).isEqualTo(unreserved);
        assertThat(PathSegments.encode("%/ü")).isEqualTo("%25%2F%C3%BC");
    }

    private static StubServer answering() throws IOException {
        return new StubServer(request -> {
            if (request.method().equals("DELETE")
                    || request.target().contains("/tags/")
                    || request.target().endsWith("/file")) {
                return Reply.noContent();
            }
            if (request.target().contains("/members")) {
                return Reply.json(200, Stubs.member("pending"));
            }
            boolean list = request.method().equals("GET") && !request.target().contains("images/");
            return Reply.json(200, list ? "{\"images\":[]}" : Stubs.image(""));
        });
    }

    private static Received last(StubServer server) {
        return server.received().get(server.received().size() - 1);
    }

    /** Another way to the same encoding: everything but the unreserved characters, byte by byte. */
    private static String encoded(String text) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            String one = String.valueOf((char) (b & 0xff));
            encoded.append(one.matches("[A-Za-z0-9._~-]") ? one : String.format("%%%02X", b & 0xff));
        }
        return encoded.toString();
    }
}
