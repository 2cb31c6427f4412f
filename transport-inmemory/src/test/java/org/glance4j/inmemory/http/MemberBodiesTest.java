package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.inmemory.http.TestCloud.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The texts are those that Glance 25.1.0 answered with. */
class MemberBodiesTest {
    private TestCloud cloud;
    private String members;
    private String own;

    @BeforeEach
    void producerOffersAnImage() {
        cloud = new TestCloud(Seed.standard());
        members = "/v2/images/" + cloud.image("{}") + "/members";
        own = members + "/" + cloud.project("consumer");
        cloud.as("producer", "POST", members, "{\"member\":\"" + cloud.project("consumer") + "\"}");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void memberHasExactlyItsSixKeys() {
        Reply reply = cloud.as("consumer", "PUT", own, "{\"status\":\"accepted\",\"extra\":1}");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("created_at", "image_id", "member_id", "schema", "status", "updated_at");
        assertThat(reply.json().path("status").textValue()).isEqualTo("accepted");
    }

    @Test
    void removalAnswersWithoutContent() {
        Reply reply = cloud.as("producer", "DELETE", own, "");

        assertThat(reply.status()).isEqualTo(204);
        assertThat(reply.body()).isEmpty();
        assertThat(cloud.as("producer", "GET", members, "").json().path("members"))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|Body expected in request.",
                "{|Malformed JSON in request body.",
                "5|Unexpected body type. Expected list/dict.",
                "[]|Expected a member in the form: {\"member\": \"image_id\"}",
                "{}|Member to be added not specified",
                "{\"member\":\"\"}|Member can't be empty",
                "{\"member\":null}|Member can't be empty",
                "{\"member\":[]}|Member can't be empty",
                "{\"member\":{\"a\":1}}|Member must be a string",
                "{\"member\":true}|Member must be a string"
            })
    void badMemberToAddIsRefusedWhoeverAsks(String body, String text) {
        for (String user : new String[] {"producer", "bystander"}) {
            Reply reply = cloud.as(user, "POST", members, body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.refusal()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``|Body expected in request.",
                "{|Malformed JSON in request body.",
                "[]|Expected a status in the form: {\"status\": \"status\"}",
                "{}|Status not specified"
            })
    void badStatusBodyIsRefusedWhoeverAsks(String body, String text) {
        for (String user : new String[] {"consumer", "producer", "bystander"}) {
            Reply reply = cloud.as(user, "PUT", own, body);
            assertThat(reply.status()).isEqualTo(400);
            assertThat(reply.refusal()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "\"\"", "\"ACCEPTED\"", "5", "[]", "true"})
    void statusThatIsNoneIsRefusedAfterTheRights(String status) {
        String body = "{\"status\":" + status + "}";

        assertThat(cloud.as("consumer", "PUT", own, body).refusal())
                .isEqualTo("Incorrect request: Status must be \"pending\", \"accepted\" or \"rejected\".");
        assertThat(cloud.as("producer", "PUT", own, body).status()).isEqualTo(403);
        assertThat(cloud.as("bystander", "PUT", own, body).status()).isEqualTo(404);
    }
}
