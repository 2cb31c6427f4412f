package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Identity v2.0, as Keystone spoke it and as Rackspace does. */
class V2IdentityTest {
    private static final String PRODUCER =
            "'passwordCredentials':{'username':'producer','password':'producer-password'}";
    private static final String API_KEY =
            "'RAX-KSKEY:apiKeyCredentials':{'username':'producer','apiKey':'producer-api-key'}";

    private final TestCloud cloud = new TestCloud(Seed.standard());

    @AfterEach
    void close() {
        cloud.close();
    }

    private Reply post(String auth) {
        return cloud.anonymous(
                "POST",
                "/identity/v2.0/tokens",
                "{'auth':{".replace('\'', '"') + auth.replace('\'', '"') + "}}",
                "Content-Type",
                "application/json");
    }

    private static String token(Reply reply) {
        return reply.json().at("/access/token/id").textValue();
    }

    private int images(String token) {
        return cloud.anonymous("GET", "/v2/images", "", "X-Auth-Token", token).status();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'tenantName':'producer'", "'tenantId':'%s'"})
    void s119PasswordGivesATokenInTheBody(String tenant) {
        Reply reply = post(PRODUCER + "," + tenant.formatted(cloud.project("producer")));

        JsonNode access = reply.json().path("access");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.header("X-Subject-Token")).isEmpty();
        assertThat(access.at("/token/tenant/name").textValue()).isEqualTo("producer");
        assertThat(access.at("/token/issued_at").textValue()).isEqualTo("2026-01-01T00:00:00.000000");
        assertThat(access.at("/token/expires").textValue()).isEqualTo("2026-01-01T00:10:00Z");
        assertThat(access.at("/user/roles").findValuesAsText("name")).containsExactly("member", "reader");
        assertThat(access.path("serviceCatalog").findValuesAsText("type")).containsExactly("identity", "image");
        assertThat(access.at("/serviceCatalog/1/endpoints/0/publicURL").textValue())
                .isEqualTo("http://localhost");
        assertThat(images(token(reply))).isEqualTo(200);
    }

    @Test
    void tokenWithoutATenantIsExchangedForOneWithATenant() {
        String unscoped = token(post(PRODUCER));

        assertThat(images(unscoped)).isEqualTo(403);
        Reply reply = post("'token':{'id':'" + unscoped + "'},'tenantName':'producer'");
        assertThat(images(token(reply))).isEqualTo(200);
    }

    @Test
    void s119ApiKeyGivesATokenForTheUsersOwnTenantInRackspacesShape() {
        Reply reply = post(API_KEY);

        JsonNode access = reply.json().path("access");
        assertThat(reply.status()).isEqualTo(200);
        assertThat(access.at("/token/tenant/id").textValue()).isEqualTo(cloud.project("producer"));
        assertThat(access.at("/token/expires").textValue()).isEqualTo("2026-01-01T00:10:00.000Z");
        assertThat(access.at("/token/RAX-AUTH:authenticatedBy/0").textValue()).isEqualTo("APIKEY");
        assertThat(access.at("/user/RAX-AUTH:defaultRegion").textValue()).isEqualTo("RegionOne");
        JsonNode service = access.at("/serviceCatalog/0");
        assertThat(service.path("name").textValue()).isEqualTo("cloudImages");
        assertThat(service.at("/endpoints/0/publicURL").textValue()).isEqualTo("http://localhost/v2");
        assertThat(images(token(reply))).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'passwordCredentials':{'username':'producer','password':'wrong'}",
                "'passwordCredentials':{'username':'nobody','password':'producer-password'}",
                "'passwordCredentials':{'username':'producer','password':'producer-password'},'tenantName':'consumer'",
                "'passwordCredentials':{'username':'producer','password':'producer-password'},'tenantId':'nowhere'",
                "'token':{'id':'nonsense'}"
            })
    void failedProofsAreUnauthorized(String auth) {
        Reply reply = post(auth);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().at("/error/title").textValue()).isEqualTo("Unauthorized");
    }

    @Test
    void wrongApiKeyIsRefusedInRackspacesShape() {
        Reply reply = post(API_KEY.replace("producer-api-key", "wrong"));

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.body())
                .isEqualTo("{\"unauthorized\":{\"code\":401,\"message\":\"Unable to authenticate user with credentials"
                        + " provided.\"}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "'tenantName':'producer'",
                "'passwordCredentials':{'username':'producer'}",
                "'passwordCredentials':{'password':'x'}",
                "'token':{}",
                "'token':{'id':'x'},'passwordCredentials':{'username':'producer','password':'producer-password'}",
                "'passwordCredentials':{'username':'producer','password':'producer-password'},'tenantId':'a','tenantName':'b'"
            })
    void malformedRequestIsABadOne(String auth) {
        Reply reply = post(auth);

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/error/title").textValue()).isEqualTo("Bad Request");
    }

    @Test
    void tokenRequestsOfBothVersionsAreCounted() {
        post(API_KEY);
        post(PRODUCER);
        cloud.anonymous("POST", "/identity/v3/auth/tokens", "{}", "Content-Type", "application/json");

        assertThat(cloud.server().tokenRequests()).isEqualTo(3);
    }
}
