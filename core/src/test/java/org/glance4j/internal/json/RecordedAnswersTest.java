package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

/** Replays what a real Glance 25.1.0 answered, so that the two HTTP sides cannot share one mistake. */
class RecordedAnswersTest {
    private static final List<String> SCENARIOS = List.of(
            "error-formats",
            "image-create",
            "image-data",
            "image-delete",
            "image-list",
            "image-update",
            "member-lifecycle",
            "member-quota",
            "member-refusals",
            "member-visibility");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private record Answer(String title, int status, String body, JsonNode json) {}

    private static List<Answer> answers() throws IOException {
        List<Answer> answers = new ArrayList<>();
        for (String scenario : SCENARIOS) {
            try (InputStream file = RecordedAnswersTest.class.getResourceAsStream("/recorded/" + scenario + ".json")) {
                for (JsonNode exchange : MAPPER.readTree(file).get("exchanges")) {
                    JsonNode response = exchange.get("response");
                    String body = response.get("body").asText("");
                    JsonNode json = body.startsWith("{") ? MAPPER.readTree(body) : MAPPER.createObjectNode();
                    answers.add(new Answer(
                            scenario + ": " + exchange.get("title").asText(),
                            response.get("status").asInt(),
                            body,
                            json));
                }
            }
        }
        return answers;
    }

    private static List<Answer> successes(String schema) throws IOException {
        List<Answer> found = new ArrayList<>();
        for (Answer answer : answers()) {
            if (answer.status() < 300 && answer.json().path("schema").asText().equals("/v2/schemas/" + schema)) {
                found.add(answer);
            }
        }
        return found;
    }

    private static byte[] bytes(Answer answer) {
        return answer.body().getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void everyImageRoundTrips() throws IOException {
        List<Answer> images = successes("image");
        assertThat(images).hasSizeGreaterThan(20).allSatisfy(answer -> {
            var image = ImageJson.read(bytes(answer));
            assertThat(image.status()).as(answer.title()).isNotEqualTo(ImageStatus.UNRECOGNIZED);
            assertThat(image.visibility()).as(answer.title()).isNotEqualTo(Visibility.UNRECOGNIZED);
            assertThat(MAPPER.readTree(ImageJson.write(image)))
                    .as(answer.title())
                    .isEqualTo(answer.json());
        });
    }

    @Test
    void everyPageOfImagesRoundTrips() throws IOException {
        List<Answer> pages = successes("images");
        assertThat(pages).hasSizeGreaterThan(20).allSatisfy(answer -> {
            ImagesPage page = ImageJson.readPage(bytes(answer));
            String first = answer.json().get("first").asText();
            byte[] written = ImageJson.writePage(page.images(), first, page.next());
            assertThat(MAPPER.readTree(written)).as(answer.title()).isEqualTo(answer.json());
        });
        assertThat(pages)
                .anySatisfy(answer ->
                        assertThat((ArrayNode) answer.json().get("images")).isNotEmpty());
    }

    @Test
    void everyMemberRoundTrips() throws IOException {
        List<Answer> members = successes("member");
        assertThat(members).hasSizeGreaterThan(10).allSatisfy(answer -> {
            var member = MemberJson.read(bytes(answer));
            assertThat(member.status()).as(answer.title()).isNotEqualTo(MemberStatus.UNRECOGNIZED);
            // The service echoes a number that was sent as a member; here every id is text.
            ObjectNode expected = answer.json().deepCopy();
            expected.put("member_id", expected.get("member_id").asText());
            assertThat(MAPPER.readTree(MemberJson.write(member)))
                    .as(answer.title())
                    .isEqualTo(expected);
        });
    }

    @Test
    void everyListOfMembersRoundTrips() throws IOException {
        List<Answer> lists = successes("members");
        assertThat(lists).hasSizeGreaterThan(5).allSatisfy(answer -> {
            byte[] written = MemberJson.writeList(MemberJson.readList(bytes(answer)));
            assertThat(MAPPER.readTree(written)).as(answer.title()).isEqualTo(answer.json());
        });
    }

    @Test
    void everyRefusalHasATextWithoutMarkup() throws IOException {
        List<Answer> refusals = new ArrayList<>(answers());
        refusals.removeIf(answer -> answer.status() < 400 || answer.body().isEmpty());
        assertThat(refusals).hasSizeGreaterThan(100).allSatisfy(answer -> {
            String text = ErrorText.read(bytes(answer));
            assertThat(text)
                    .as(answer.title())
                    .isNotBlank()
                    .doesNotContain("<br", "<html", "&lt;", "\n", "\"message\"");
            assertThat(text)
                    .as(answer.title())
                    .doesNotMatch("[45][0-9][0-9] .*[a-z] {2}.*")
                    .isEqualTo(text.strip());
        });
    }

    @Test
    void oneRefusalHasOneTextHoweverItWasAskedFor() throws IOException {
        List<Answer> refusals = new ArrayList<>(answers());
        refusals.removeIf(answer -> answer.status() != 404
                || !answer.title().startsWith("error-formats")
                || !answer.body().contains("00000000-0000-0000-0000-00000000dead"));
        assertThat(refusals)
                .hasSize(8)
                .allSatisfy(answer -> assertThat(ErrorText.read(bytes(answer)))
                        .isEqualTo("No image found with ID 00000000-0000-0000-0000-00000000dead"));
    }
}
