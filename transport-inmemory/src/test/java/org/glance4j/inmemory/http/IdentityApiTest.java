package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityApiTest {
    private static final String TOKENS = "/identity/v3/auth/tokens";
    private static final String PRODUCER =
            "{'name':'producer','domain':{'name':'Default'},'password':'producer-password'}";
    private static final String OWN_PROJECT = "{'project':{'name':'producer','domain':{'id':'default'}}}";

    private final TestCloud cloud = new TestCloud(Seed.standard());

    @AfterEach
    void close() {
        cloud.close();
    }

    private Reply post(String body) {
        return cloud.anonymous("POST", TOKENS, body.replace('\'', '"'), "Content-Type", "application/json");
    }

    private static String password(String user, String scope) {
        return "{'auth':{'identity':{'methods':['password'],'password':{'user':" + user + "}}"
                + (scope.isEmpty() ? "" : ",'scope':" + scope) + "}}";
    }

    private String issue() {
        return post(password(PRODUCER, OWN_PROJECT)).header("X-Subject-Token").orElseThrow();
    }

    @Test
    void passwordGivesAScopedTokenWithCatalog() {
        Reply reply = post(password(PRODUCER, OWN_PROJECT));

        JsonNode token = reply.json().path("token");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(token.at("/project/id").textValue()).isEqualTo(cloud.project("producer"));
        assertThat(token.at("/user/domain/name").textValue()).isEqualTo("Default");
        assertThat(token.path("issued_at").textValue()).isEqualTo("2026-01-01T00:00:00.000000Z");
        assertThat(token.path("expires_at").textValue()).isEqualTo("2026-01-01T00:10:00.000000Z");
        assertThat(token.path("roles").findValuesAsText("name")).containsExactly("member", "reader");
        assertThat(token.path("catalog").findValuesAsText("type")).containsExactlyInAnyOrder("identity", "image");
        assertThat(token.path("catalog").findValuesAsText("interface"))
                .containsExactly("public", "internal", "admin", "public", "internal", "admin");
        assertThat(token.at("/catalog/1/endpoints/0/url").textValue()).isEqualTo("http://localhost");
        assertThat(token.at("/catalog/1/endpoints/0/region").textValue()).isEqualTo("RegionOne");
    }

    @Test
    void idsServeAsWellAsNames() {
        String userId = cloud.server().seed().users().stream()
                .filter(user -> user.name().equals("producer"))
                .findFirst()
                .orElseThrow()
                .id();

        Reply reply = post(password(
                "{'id':'" + userId + "','password':'producer-password'}",
                "{'project':{'id':'" + cloud.project("producer") + "'}}"));

        assertThat(reply.status()).isEqualTo(201);
    }

    @Test
    void adminHoldsTheRolesThatAdminImplies() {
        Reply reply = post(password(PRODUCER.replace("producer", "admin"), OWN_PROJECT.replace("producer", "admin")));

        assertThat(reply.json().at("/token/roles").findValuesAsText("name"))
                .containsExactly("admin", "member", "reader");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "'unscoped'"})
    void unscopedTokenIsOfNoUseToTheImageService(String scope) {
        Reply reply = post(password(PRODUCER, scope));
        String token = reply.header("X-Subject-Token").orElseThrow();

        assertThat(reply.json().path("token").has("project")).isFalse();
        assertThat(reply.json().path("token").has("catalog")).isFalse();
        assertSeesNothing(token);
    }

    private void assertSeesNothing(String token) {
        Reply list = cloud.anonymous("GET", "/v2/images", "", "X-Auth-Token", token);
        assertThat(list.status()).isEqualTo(403);
        assertThat(list.refusal()).isEqualTo("You are not authorized to complete get_images action.");
        assertThat(cloud.anonymous("POST", "/v2/images", "{}", "X-Auth-Token", token)
                        .refusal())
                .isEqualTo("You are not authorized to complete add_image action.");
        assertThat(cloud.anonymous("GET", "/v2/images/" + cloud.image("{}"), "", "X-Auth-Token", token)
                        .status())
                .isEqualTo(404);
        assertThat(cloud.anonymous("GET", "/v2/schemas/image", "", "X-Auth-Token", token)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void adminHasATokenForTheWholeSystemWhichOpensNoImage() {
        Reply reply = post(password(PRODUCER.replace("producer", "admin"), "{'system':{'all':true}}"));

        JsonNode token = reply.json().path("token");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(token.at("/system/all").booleanValue()).isTrue();
        assertThat(token.has("project")).isFalse();
        assertThat(token.path("roles").findValuesAsText("name")).containsExactly("admin", "member", "reader");
        assertThat(token.path("catalog")).hasSize(2);
        assertSeesNothing(reply.header("X-Subject-Token").orElseThrow());
    }

    @Test
    void tokenIsExchangedForOneThatEndsWithIt() {
        String unscoped = post(password(PRODUCER, "")).header("X-Subject-Token").orElseThrow();
        cloud.move(Duration.ofMinutes(9));

        Reply reply = post("{'auth':{'identity':{'methods':['token'],'token':{'id':'" + unscoped + "'}},'scope':"
                + OWN_PROJECT + "}}");

        assertThat(reply.status()).isEqualTo(201);
        assertThat(reply.json().at("/token/expires_at").textValue()).isEqualTo("2026-01-01T00:10:00.000000Z");
        assertThat(reply.json().at("/token/methods")).hasSize(2);
        assertThat(reply.json().at("/token/audit_ids")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'name':'producer','domain':{'name':'Default'},'password':'wrong'}",
                "{'name':'nobody','domain':{'name':'Default'},'password':'producer-password'}",
                "{'name':'producer','domain':{'name':'Other'},'password':'producer-password'}",
                "{'id':'nobody','password':'producer-password'}"
            })
    void failedProofsAreRefusedAlike(String user) {
        Reply reply = post(password(user, OWN_PROJECT));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo(
                        "{\"error\":{\"code\":401,\"message\":\"The request you have made requires authentication.\","
                                + "\"title\":\"Unauthorized\"}}");
        assertThat(reply.header("WWW-Authenticate")).contains("Keystone uri=\"http://localhost/identity/v3\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'project':{'name':'nowhere','domain':{'id':'default'}}}",
                "{'project':{'id':'nowhere'}}",
                "{'project':{'name':'consumer','domain':{'id':'default'}}}",
                "{'domain':{'id':'default'}}",
                "{'system':{'all':true}}"
            })
    void scopeInWhichTheUserHasNoRoleIsUnauthorized(String scope) {
        assertThat(post(password(PRODUCER, scope)).status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "{}",
                "{'auth':{}}",
                "{'auth':{'identity':{}}}",
                "{'auth':{'identity':{'methods':['password']}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'password':'x'}}}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'x','password':'x'}}}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'id':'producer'}}}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'producer','domain':{'id':'default'},"
                        + "'password':'producer-password'}}},'scope':{}}}",
                "{'auth':{'identity':{'methods':['password'],'password':{'user':{'name':'producer','domain':{'id':'default'},"
                        + "'password':'producer-password'}}},'scope':{'domain':{'id':'default'},'system':{'all':true}}}}"
            })
    void malformedRequestIsABadOne(String body) {
        Reply reply = post(body);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/title").textValue()).isEqualTo("Bad Request");
    }

    @Test
    void refusalOfABrokenDocumentDoesNotQuoteThePassword() {
        assertThat(post("{'password':'producer-password").body()).doesNotContain("producer");
    }

    @Test
    void contentTypeMustBeJson() {
        String body = password(PRODUCER, OWN_PROJECT).replace('\'', '"');

        assertThat(cloud.anonymous("POST", TOKENS, body).status()).isEqualTo(400);
        assertThat(cloud.anonymous("POST", TOKENS, body, "Content-Type", "text/plain")
                        .status())
                .isEqualTo(400);
        assertThat(cloud.anonymous("POST", TOKENS, body, "Content-Type", "application/json; charset=utf-8")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void nocatalogLeavesTheCatalogOut() {
        Reply reply = cloud.anonymous(
                "POST",
                TOKENS + "?nocatalog",
                password(PRODUCER, OWN_PROJECT).replace('\'', '"'),
                "Content-Type",
                "application/json");

        assertThat(reply.json().path("token").has("catalog")).isFalse();
        assertThat(reply.json().path("token").has("roles")).isTrue();
    }

    @Test
    void tokenValidatesAndRevokesItself() {
        String token = issue();

        Reply shown = cloud.anonymous("GET", TOKENS, "", "X-Auth-Token", token, "X-Subject-Token", token);
        Reply head = cloud.anonymous("HEAD", TOKENS, "", "X-Auth-Token", token, "X-Subject-Token", token);
        Reply revoked = cloud.anonymous("DELETE", TOKENS, "", "X-Auth-Token", token, "X-Subject-Token", token);
        Reply after = cloud.anonymous("GET", TOKENS, "", "X-Auth-Token", token, "X-Subject-Token", token);

        assertThat(shown.json().at("/token/user/name").textValue()).isEqualTo("producer");
        assertThat(shown.header("X-Subject-Token")).contains(token);
        assertThat(head.status()).isEqualTo(200);
        assertThat(head.body()).isEmpty();
        assertThat(revoked.status()).isEqualTo(204);
        assertThat(after.status()).isEqualTo(401);
        assertThat(cloud.anonymous("GET", "/v2/images", "", "X-Auth-Token", token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void anothersTokenIsForAdmins() {
        String token = issue();

        assertThat(cloud.as("consumer", "GET", TOKENS, "", "X-Subject-Token", token)
                        .status())
                .isEqualTo(403);
        assertThat(cloud.as("consumer", "DELETE", TOKENS, "", "X-Subject-Token", token)
                        .status())
                .isEqualTo(403);
        assertThat(cloud.as("admin", "GET", TOKENS, "", "X-Subject-Token", token)
                        .status())
                .isEqualTo(200);
        assertThat(cloud.as("admin", "GET", TOKENS, "", "X-Subject-Token", "nonsense")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void tokenIsWorthlessAtItsEnd() {
        String token = issue();

        cloud.move(Duration.ofMinutes(10).minusMillis(1));
        assertThat(cloud.anonymous("GET", "/v2/images", "", "X-Auth-Token", token)
                        .status())
                .isEqualTo(200);
        cloud.move(Duration.ofMillis(1));
        assertThat(cloud.anonymous("GET", "/v2/images", "", "X-Auth-Token", token)
                        .status())
                .isEqualTo(401);
    }

    @Test
    void allTokensExpireOnDemand() {
        String token = issue();

        cloud.server().expireTokens();

        assertThat(cloud.anonymous("GET", "/v2/images", "", "X-Auth-Token", token)
                        .status())
                .isEqualTo(401);
        assertThat(issue()).isNotEqualTo(token);
    }

    @ParameterizedTest
    @CsvSource({
        "/identity, 300, v3.14 v2.0",
        "/identity/, 300, v3.14 v2.0",
        "/identity/v3, 200, v3.14",
        "/identity/v3/, 200, v3.14",
        "/identity/v2.0, 200, v2.0",
        "/identity/v1, 404, ''"
    })
    void versionsAreTwo(String path, int status, String ids) {
        Reply reply = cloud.anonymous("GET", path, "", "Host", "example.org");

        assertThat(reply.status()).isEqualTo(status);
        if (status != 404) {
            assertThat(String.join(" ", reply.json().findValuesAsText("id"))).isEqualTo(ids);
            assertThat(reply.json().findValuesAsText("href"))
                    .allMatch(href -> href.startsWith("http://example.org/identity/v"));
        }
    }

    @Test
    void projectsAreFoundByIdAndNameForAdmins() {
        String id = cloud.project("consumer");

        assertThat(cloud.as("admin", "GET", "/identity/v3/projects?name=consumer", "")
                        .json()
                        .at("/projects/0/id")
                        .textValue())
                .isEqualTo(id);
        assertThat(cloud.as("admin", "GET", "/identity/v3/projects", "").json().path("projects"))
                .hasSize(4);
        assertThat(cloud.as("admin", "GET", "/identity/v3/projects/" + id, "")
                        .json()
                        .at("/project/name")
                        .textValue())
                .isEqualTo("consumer");
        assertThat(cloud.as("admin", "GET", "/identity/v3/projects/nowhere", "").status())
                .isEqualTo(404);
    }

    @Test
    void othersSeeTheirOwnProjectOnly() {
        assertThat(cloud.as("producer", "GET", "/identity/v3/projects/" + cloud.project("producer"), "")
                        .status())
                .isEqualTo(200);
        assertThat(cloud.as("producer", "GET", "/identity/v3/projects/" + cloud.project("consumer"), "")
                        .status())
                .isEqualTo(403);
        assertThat(cloud.as("producer", "GET", "/identity/v3/projects/nowhere", "")
                        .status())
                .isEqualTo(403);
        assertThat(cloud.as("producer", "GET", "/identity/v3/projects?name=consumer", "")
                        .status())
                .isEqualTo(403);
        assertThat(cloud.anonymous("GET", "/identity/v3/projects", "").status()).isEqualTo(401);
        assertThat(cloud.as("producer", "GET", "/identity/v3/auth/projects", "")
                        .json()
                        .path("projects"))
                .hasSize(1);
    }

    @Test
    void grantsAndTokensDoNotPrintSecrets() {
        String token = issue();
        Seed.User user = cloud.server().seed().users().get(0);
        Reply reply = post(password(PRODUCER, OWN_PROJECT));

        assertThat(user.toString()).doesNotContain(user.password().reveal());
        assertThat(cloud.server().token("producer").toString()).doesNotContain(token);
        assertThat(reply.response().toString())
                .doesNotContain(reply.header("X-Subject-Token").orElseThrow());
    }
}
