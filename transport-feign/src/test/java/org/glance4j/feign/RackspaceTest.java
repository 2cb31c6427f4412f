package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What Rackspace's Cloud Images does otherwise than Glance: Not Found where Glance says Forbidden, pages of at most 100 images,
 * fewer keys, {@code "None"} for no text. Source: Rackspace Cloud Images API guide, v2.
 */
class RackspaceTest {
    private static final int LARGEST_PAGE = 100;
    private static final String REFUSAL = "{\"message\":\"None\",\"code\":\"404 Not Found\",\"title\":\"Not Found\"}";

    private final List<ImageId> ids = IntStream.range(0, 250)
            .mapToObj(i -> ImageId.of(new UUID(7, i).toString()))
            .toList();
    private StubServer server;
    private FeignTransport transport;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(this::answer);
        transport = FeignTransport.builder()
                .authUrl(server.url().resolve("/identity/v2.0/"))
                .username("producer")
                .apiKey(Secret.of(Stubs.PASSWORD))
                .build();
    }

    @AfterEach
    void stop() throws IOException {
        transport.close();
        server.close();
    }

    private Reply answer(Received request) {
        if (request.is("POST", "/identity/v2.0/tokens")) {
            return Reply.json(200, """
                    {"access":{"token":{"id":"t","expires":"2026-11-24T12:00:00.000Z","tenant":{"id":"5","name":"5"}},\
                    "user":{"RAX-AUTH:defaultRegion":"ORD","roles":[{"name":"compute:default","tenantId":"5"}]},\
                    "serviceCatalog":[{"name":"cloudImages","type":"image","endpoints":[\
                    {"region":"ORD","tenantId":"5","publicURL":"%s/v2"}]}]}}""".formatted(server.url()));
        }
        if (request.method().equals("GET") && request.target().matches("/v2/images(\\?.*)?")) {
            return Reply.json(200, page(request.target()));
        }
        return Reply.json(404, REFUSAL);
    }

    private String page(String target) {
        int limit = LARGEST_PAGE;
        int begin = 0;
        for (String parameter : target.substring(target.indexOf('?') + 1).split("&", -1)) {
            if (parameter.startsWith("limit=")) {
                limit = Math.min(LARGEST_PAGE, Integer.parseInt(parameter.substring(6)));
            } else if (parameter.startsWith("marker=")) {
                begin = ids.indexOf(ImageId.of(parameter.substring(7))) + 1;
            }
        }
        int end = Math.min(begin + limit, ids.size());
        String images =
                ids.subList(begin, end).stream().map(RackspaceTest::image).collect(Collectors.joining(","));
        String next = end < ids.size() ? ",\"next\":\"/v2/images?marker=" + ids.get(end - 1) + "\"" : "";
        return "{\"images\":[" + images + "]" + next + "}";
    }

    /** The keys that are promised, and two that are Rackspace's own. */
    private static String image(ImageId id) {
        return "{\"id\":\"" + id
                + "\",\"status\":\"active\",\"visibility\":\"private\",\"protected\":false,\"tags\":[],"
                + "\"created_at\":\"2014-03-31T19:16:04Z\",\"self\":\"/v2/images/" + id + "\",\"file\":\"/v2/images/"
                + id
                + "/file\",\"com.rackspace__1__visible_core\":\"1\",\"org.openstack__1__os_distro\":\"org.debian\"}";
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 25, 100, 101, 1000})
    void aListingDoesNotRelyOnThePagesSize(int limit) {
        ImageQuery query = limit == 0
                ? ImageQuery.defaults()
                : ImageQuery.builder().limit(limit).build();
        Set<ImageId> found = new HashSet<>();
        for (Image image : ImageClient.of(transport).images().list(query)) {
            assertThat(found.add(image.id())).isTrue();
        }
        assertThat(found).hasSize(ids.size());
        int page = limit == 0 ? LARGEST_PAGE : Math.min(limit, LARGEST_PAGE);
        assertThat(server.received()).hasSize(1 + (ids.size() + page - 1) / page);
    }

    @Test
    void anImageMayLackWhatIsNotPromised() {
        Image image = transport.images().list(ImageQuery.defaults()).items().get(0);
        assertThat(image.visibility()).isEqualTo(Visibility.PRIVATE);
        assertThat(image.owner()).isNull();
        assertThat(image.updatedAt()).isNull();
        assertThat(new TreeSet<>(image.properties().keySet()))
                .containsExactly("com.rackspace__1__visible_core", "org.openstack__1__os_distro");
    }

    @Test
    void whoMayNotOfferAnImageIsToldWhyThoughItIsNotFound() {
        ImageNotFoundException refused = catchThrowableOfType(
                ImageNotFoundException.class,
                () -> ImageClient.of(transport).sharing().offer(ids.get(0), ProjectId.of("6")));
        assertThat(refused.failure().serviceText()).isNull();
        assertThat(refused.failure().explanations())
                .extracting(Explanation::rule)
                .contains(Rule.IMAGE_NOT_VISIBLE, Rule.ONLY_OWNER_CHANGES_MEMBERS);
    }

    @Test
    void aDecisionIsAwaitedUntilTheMemberIsNotFound() {
        assertThatThrownBy(() -> ImageClient.of(transport)
                        .within(Duration.ofMinutes(1))
                        .sharing()
                        .awaitDecision(ids.get(0), ProjectId.of("6")))
                .isInstanceOf(MemberNotFoundException.class);
        assertThat(ImageClient.of(transport).sharing().member(ids.get(0), ProjectId.of("6")))
                .isEmpty();
    }
}
