package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageApiRoutesTest {
    private TestCloud cloud;
    private String image;

    @BeforeEach
    void producerHasAnImage() {
        cloud = new TestCloud(Seed.standard());
        image = cloud.image("{}");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v2/",
                "/v2/nonsense",
                "/v2/images/",
                "/v2/images//members",
                "/v2/images/{id}/",
                "/v2/images/{id}/nonsense",
                "/v2/images/{id}/members/a%2Fb",
                "/v2/images/{id}/tags/a%2fb",
                "/v2/schemas/nonsense",
                "/v2/info/nonsense"
            })
    void unlistedPathIsNotFound(String path) {
        Reply reply = cloud.as("producer", "GET", path.replace("{id}", image), "");

        assertThat(reply.status()).isEqualTo(404);
        assertThat(reply.refusal()).isEqualTo("The resource could not be found.");
    }

    @ParameterizedTest
    @CsvSource({
        "PUT, /v2/images, 'GET, POST'",
        "POST, /v2/images/{id}, 'GET, PATCH, DELETE'",
        "POST, /v2/images/{id}/file, 'GET, PUT'",
        "GET, /v2/images/{id}/actions/deactivate, POST",
        "GET, /v2/images/{id}/tags/x, 'PUT, DELETE'",
        "PUT, /v2/images/{id}/members, 'GET, POST'",
        "PATCH, /v2/images/{id}/members/x, 'GET, PUT, DELETE'",
        "GET, /v2/images/{id}/stage, PUT",
        "GET, /v2/images/{id}/import, POST",
        "GET, /v2/stores/x/{id}, DELETE",
        "POST, /v2/info/stores/detail, GET",
        "POST, /v2/schemas/image, GET"
    })
    void otherMethodOnAListedPathIsNotAllowed(String method, String path, String allow) {
        Reply reply = cloud.as("producer", method, path.replace("{id}", image), "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains(allow);
        assertThat(reply.refusal()).isEqualTo("The method " + method + " is not allowed for this resource.");
    }

    @Test
    void headIsNotAllowedAndHasNoBody() {
        Reply reply = cloud.as("producer", "HEAD", "/v2/images/" + image, "");

        assertThat(reply.status()).isEqualTo(405);
        assertThat(reply.header("Allow")).contains("GET, PATCH, DELETE");
        assertThat(reply.body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "GET, /v2/images/{id}",
        "DELETE, /v2/images/{id}",
        "GET, /v2/images/{id}/file",
        "POST, /v2/images/{id}/actions/deactivate",
        "POST, /v2/images/{id}/actions/reactivate",
        "PUT, /v2/images/{id}/tags/x",
        "DELETE, /v2/images/{id}/tags/x",
        "GET, /v2/images/{id}/members",
        "GET, /v2/images/{id}/members/x",
        "DELETE, /v2/images/{id}/members/x",
        "GET, /v2/schemas/image"
    })
    void unexpectedBodyIsRefusedBeforeAnythingElse(String method, String path) {
        String missing = "11111111-1111-1111-1111-111111111111";
        Reply reply = cloud.as("producer", method, path.replace("{id}", missing), "x");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.refusal()).isEqualTo("A body is not expected with this request.");
    }

    @Test
    void listTakesABodyAndIgnoresIt() {
        assertThat(cloud.as("producer", "GET", "/v2/images", "x").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"/, 300", "/versions, 200", "/v9/images, 300", "/v2.99/images, 300", "/nonsense, 300"})
    void outsideAKnownVersionTheAnswerIsTheListOfVersions(String path, int status) {
        Reply reply = cloud.anonymous("GET", path, "", "Host", "example.org:81");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().path("versions").path(0).path("status").textValue())
                .isEqualTo("CURRENT");
        assertThat(reply.body()).contains("\"href\":\"http://example.org:81/v2/\"");
    }

    @Test
    void minorVersionSharesTheRoutes() {
        assertThat(cloud.as("producer", "GET", "/v2.7/images", "").status()).isEqualTo(200);
    }

    @Test
    void versionWithoutSlashIsRedirected() {
        Reply reply = cloud.anonymous("GET", "/v2", "");

        assertThat(reply.status()).isEqualTo(302);
        assertThat(reply.header("Location")).contains("http://localhost/v2/");
    }

    @Test
    void withoutATokenTheRequestIsUnauthorizedAndHasNoId() {
        Reply reply = cloud.anonymous("GET", "/v2/images", "", "Accept", "application/json");

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Keystone uri=\"http://localhost/identity\"");
        assertThat(reply.header("x-openstack-request-id")).isEmpty();
        assertThat(reply.json().path("code").textValue()).isEqualTo("401 Unauthorized");
    }

    @Test
    void tokenComesBeforeTheRoute() {
        assertThat(cloud.anonymous("GET", "/v2/nonsense", "", "X-Auth-Token", "bad")
                        .status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"req-abc, req-abc", "mine, req-mine"})
    void callersRequestIdIsKept(String sent, String answered) {
        Reply reply = cloud.as("producer", "GET", "/v2/images", "", "X-OpenStack-Request-ID", sent);

        assertThat(reply.header("x-openstack-request-id")).contains(answered);
    }

    @Test
    void requestIdThatCouldForgeAHeaderIsReplaced() {
        Reply reply = cloud.as("producer", "GET", "/v2/images", "", "X-OpenStack-Request-ID", "a\r\nSet-Cookie: b");

        assertThat(reply.header("x-openstack-request-id").orElseThrow()).matches("req-[0-9a-f-]{36}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v2/images?name=%FF", "/v2/images/%C3%28", "/v2/images/%", "/v2/images/%4"})
    void whatCannotBeDecodedIsRefused(String target) {
        assertThat(cloud.as("producer", "GET", target, "").status()).isEqualTo(400);
    }

    @Test
    void percentSignsInASegmentArriveByteForByte() {
        cloud.as("producer", "PUT", "/v2/images/" + image + "/tags/100%25%20%2525", "");

        assertThat(cloud.as("producer", "GET", "/v2/images/" + image, "")
                        .json()
                        .path("tags")
                        .path(0)
                        .textValue())
                .isEqualTo("100% %25");
    }

    @Test
    void schemasOfCollectionsHoldTheSchemaOfTheirItems() {
        Reply images = cloud.as("producer", "GET", "/v2/schemas/images", "");
        Reply image = cloud.as("producer", "GET", "/v2/schemas/image", "");
        Reply members = cloud.as("producer", "GET", "/v2/schemas/members", "");

        assertThat(images.json().at("/properties/images/items")).isEqualTo(image.json());
        assertThat(images.json().path("properties").has("next")).isTrue();
        assertThat(members.json().path("properties").has("next")).isFalse();
        assertThat(members.json().at("/properties/members/items/name").textValue())
                .isEqualTo("member");
    }
}
