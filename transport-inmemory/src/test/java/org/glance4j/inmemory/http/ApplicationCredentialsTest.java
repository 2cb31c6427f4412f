package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Application credentials as Keystone 22 has them: what each refusal looks like was seen there. */
class ApplicationCredentialsTest {
    private static final String TOKENS = "/identity/v3/auth/tokens";
    private static final String SEED = """
            {"users": [
              {"name": "admin"},
              {"name": "producer", "id": "u1", "application_credentials": [
                {"name": "backup", "id": "c1"},
                {"name": "reading", "id": "c2", "secret": "s2", "roles": ["reader"], "unrestricted": true},
                {"name": "short", "id": "c3", "expires_at": "2026-01-01T00:05:00Z"}]},
              {"name": "consumer", "id": "u2"}]}
            """;

    private final TestCloud cloud = new TestCloud(seed());

    private static Seed seed() {
        try {
            return Seed.read(new ByteArrayInputStream(SEED.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Reply authenticate(String credential, String more) {
        String body = "{'auth':{'identity':{'methods':['application_credential'],'application_credential':" + credential
                + "}" + more + "}}";
        return cloud.anonymous("POST", TOKENS, body.replace('\'', '"'), "Content-Type", "application/json");
    }

    private String token(String credential) {
        return authenticate(credential, "").header("X-Subject-Token").orElseThrow();
    }

    private Reply with(String token, String method, String path, String body) {
        return cloud.anonymous(
                method, path, body.replace('\'', '"'), "X-Auth-Token", token, "Content-Type", "application/json");
    }

    private static String credentialsOf(String user) {
        return "/identity/v3/users/" + user + "/application_credentials";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'id':'c1','secret':'backup-secret'}",
                "{'name':'backup','user':{'id':'u1'},'secret':'backup-secret'}",
                "{'name':'backup','user':{'name':'producer','domain':{'id':'default'}},'secret':'backup-secret'}"
            })
    void credentialGivesATokenForItsProject(String credential) {
        Reply reply = authenticate(credential, "");

        JsonNode token = reply.json().path("token");
        assertThat(reply.status()).isEqualTo(201);
        assertThat(token.at("/project/id").textValue()).isEqualTo(cloud.project("producer"));
        assertThat(token.at("/methods/0").textValue()).isEqualTo("application_credential");
        assertThat(token.path("roles").findValuesAsText("name")).containsExactly("member", "reader");
        assertThat(token.path("application_credential").toString())
                .isEqualTo("{\"id\":\"c1\",\"name\":\"backup\",\"restricted\":true}");
        assertThat(with(reply.header("X-Subject-Token").orElseThrow(), "GET", "/v2/images", "")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'c1','secret':'wrong'}|401|The request you have made requires authentication.",
                "{'id':'c1'}|401|The request you have made requires authentication.",
                "{'id':'c9','secret':'backup-secret'}|404|Could not find Application Credential: c9.",
                "{'name':'backup','user':{'id':'u2'},'secret':'backup-secret'}|401|The request you have made requires"
                        + " authentication.",
                "{'name':'backup','secret':'backup-secret'}|400|Expecting to find user in application credential.",
                "{'name':'backup','user':{'name':'producer'},'secret':'x'}|400|Expecting to find domain in user.",
                "{'secret':'x'}|400|Expecting to find name or ID in application credential."
            })
    void badCredentialIsRefusedInKeystonesWords(String credential, int status, String text) {
        Reply reply = authenticate(credential, "");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/error/message").textValue()).startsWith(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'project':{'id':'p'}}", "'unscoped'", "{'system':{'all':true}}"})
    void s120CredentialWithAnyScopeIsRefused(String scope) {
        Reply reply = authenticate("{'id':'c1','secret':'backup-secret'}", ",'scope':" + scope);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.json().at("/error/message").textValue())
                .endsWith("Application credentials cannot request a scope.");
    }

    @Test
    void credentialEndsItsTokensAndIsRefusedAfterItsEnd() {
        Reply reply = authenticate("{'id':'c3','secret':'short-secret'}", "");
        String token = reply.header("X-Subject-Token").orElseThrow();

        assertThat(reply.json().at("/token/expires_at").textValue()).isEqualTo("2026-01-01T00:05:00");
        cloud.move(Duration.ofMinutes(5));
        assertThat(with(token, "GET", "/v2/images", "").status()).isEqualTo(401);
        assertThat(authenticate("{'id':'c3','secret':'short-secret'}", "").status())
                .isEqualTo(401);
    }

    @Test
    void tokenOfACredentialIsExchangedForNone() {
        String token = token("{'id':'c2','secret':'s2'}");

        Reply reply = cloud.anonymous(
                "POST",
                TOKENS,
                "{\"auth\":{\"identity\":{\"methods\":[\"token\"],\"token\":{\"id\":\"" + token + "\"}}}}",
                "Content-Type",
                "application/json");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.body()).contains("Using a delegated token");
    }

    @Test
    void onlyAnUnrestrictedCredentialManagesCredentials() {
        String restricted = token("{'id':'c1','secret':'backup-secret'}");
        String unrestricted = token("{'id':'c2','secret':'s2'}");
        String mine = credentialsOf("u1");
        String body = "{'application_credential':{'name':'another','secret':'s','roles':[{'name':'reader'}]}}";

        assertThat(with(restricted, "GET", mine, "").json().path("application_credentials"))
                .hasSize(3);
        Reply refused = with(restricted, "POST", mine, body);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.body()).contains("is not allowed for managing additional application credentials");
        assertThat(with(restricted, "DELETE", mine + "/c3", "").status()).isEqualTo(403);
        assertThat(with(unrestricted, "POST", mine, body).status()).isEqualTo(201);
        assertThat(with(unrestricted, "DELETE", mine + "/c3", "").status()).isEqualTo(204);
        assertThat(authenticate("{'name':'another','user':{'id':'u1'},'secret':'s'}", "")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void madeCredentialShowsItsSecretOnce() {
        String token = cloud.token("producer");
        Reply made = with(
                token,
                "POST",
                credentialsOf("u1"),
                "{'application_credential':{'name':'new','description':'d','expires_at':'2026-01-02T00:00:00',"
                        + "'unrestricted':true}}");
        JsonNode credential = made.json().path("application_credential");
        String secret = credential.path("secret").textValue();

        assertThat(made.status()).isEqualTo(201);
        assertThat(secret).hasSizeGreaterThan(60);
        assertThat(credential.path("expires_at").textValue()).isEqualTo("2026-01-02T00:00:00.000000");
        assertThat(credential.path("project_id").textValue()).isEqualTo(cloud.project("producer"));
        Reply shown = with(
                token, "GET", credentialsOf("u1") + "/" + credential.path("id").textValue(), "");
        assertThat(shown.json().at("/application_credential/unrestricted").booleanValue())
                .isTrue();
        assertThat(shown.body()).doesNotContain(secret);
        assertThat(with(token, "GET", credentialsOf("u1") + "?name=new", "")
                        .json()
                        .path("application_credentials"))
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|400|'name' is a required property",
                "{'name':'backup'}|409|Conflict occurred",
                "{'name':'x','roles':[{'name':'admin'}]}|400|Invalid application credential: Cannot create",
                "{'name':'x','roles':[{'name':'nonsense'}]}|404|Role nonsense is not defined",
                "{'name':'x','expires_at':'2020-01-01T00:00:00'}|400|The 'expires_at' must not be before now.",
                "{'name':'x','expires_at':'soon'}|400|Timestamp not in expected format."
            })
    void credentialThatCannotBeMadeIsRefusedInKeystonesWords(String body, int status, String text) {
        Reply reply =
                with(cloud.token("producer"), "POST", credentialsOf("u1"), "{'application_credential':" + body + "}");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.json().at("/error/message").textValue().replace('\'', '"'))
                .startsWith(text.replace('\'', '"'));
    }

    @Test
    void anothersCredentialsAreForAdminsAndMadeByNoOther() {
        assertThat(with(cloud.token("consumer"), "GET", credentialsOf("u1"), "").status())
                .isEqualTo(403);
        assertThat(with(cloud.token("admin"), "GET", credentialsOf("u1"), "").status())
                .isEqualTo(200);
        assertThat(with(cloud.token("admin"), "GET", credentialsOf("u2") + "/c1", "")
                        .status())
                .isEqualTo(404);
        assertThat(with(cloud.token("admin"), "POST", credentialsOf("u1"), "{'application_credential':{'name':'x'}}")
                        .status())
                .isEqualTo(403);
        assertThat(cloud.anonymous("GET", credentialsOf("u1"), "").status()).isEqualTo(401);
    }

    @Test
    void removedCredentialTakesItsTokensWithIt() {
        String token = token("{'id':'c1','secret':'backup-secret'}");

        assertThat(with(cloud.token("admin"), "DELETE", credentialsOf("u1") + "/c1", "")
                        .status())
                .isEqualTo(204);
        assertThat(with(token, "GET", "/v2/images", "").status()).isEqualTo(401);
    }
}
