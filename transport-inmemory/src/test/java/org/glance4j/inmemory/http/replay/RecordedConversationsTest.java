package org.glance4j.inmemory.http.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each request that was recorded of a real Glance 25.1.0 in profile L gets the same answer from the service in memory. */
class RecordedConversationsTest {
    /** What is answered differently on purpose. */
    private static final Map<String, String> DECLARED = Map.of(
            "image-create: an array", "a 500 of Glance's own, which is a 400 here",
            "error-formats: 500, Accept: application/json", "a 500 of Glance's own, which is a 400 here");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "discovery",
                "error-formats",
                "image-create",
                "image-data",
                "image-delete",
                "image-list",
                "image-update",
                "import-and-tasks",
                "member-lifecycle",
                "member-quota",
                "member-refusals",
                "member-visibility"
            })
    void isAnsweredAsGlanceAnswered(String name) {
        Conversation conversation = Conversation.read(name);
        List<String> differences = new ArrayList<>();
        int alike = 0;
        try (Player player = new Player(conversation)) {
            Likeness likeness = new Likeness();
            for (Conversation.Recorded exchange : conversation.exchanges()) {
                prepare(player, conversation, exchange);
                String title = name + ": " + exchange.title();
                List<String> found = likeness.differences(exchange, player.ask(exchange, likeness));
                if (DECLARED.containsKey(title)) {
                    assertThat(found).as(title).anyMatch(difference -> difference.startsWith("status: recorded 500"));
                } else if (found.isEmpty()) {
                    alike++;
                } else {
                    differences.add(title + "\n    " + String.join("\n    ", found));
                }
            }
        }
        System.out.println("recorded conversation " + name + ": " + alike + " of "
                + conversation.exchanges().size() + " exchanges alike");
        assertThat(differences).isEmpty();
    }

    /** Does what was done before an exchange without being recorded. */
    private static void prepare(Player player, Conversation conversation, Conversation.Recorded exchange) {
        boolean first = exchange.equals(conversation.exchanges().get(0));
        switch (conversation.name()) {
            case "image-list" -> {
                if (first) {
                    makePages(player, conversation, exchange);
                }
            }
            case "member-refusals" -> {
                if (first) {
                    String id = exchange.behind("/v2/images/");
                    player.make(
                            id,
                            "{\"name\":\"guarded\",\"visibility\":\"shared\",\"disk_format\":\"raw\",\"container_format\":\"bare\"}");
                    player.upload(id, "x");
                }
            }
            case "member-quota" -> {
                if (first) {
                    String id = exchange.behind("/v2/images/");
                    player.make(id, "{\"name\":\"recorded\",\"visibility\":\"shared\"}");
                    for (int member = 0; member < 127; member++) {
                        player.addMember(id, "member-" + member);
                    }
                }
            }
            case "import-and-tasks" -> {
                if (exchange.title().startsWith("show once ")) {
                    player.wait(Duration.ofMinutes(10));
                }
            }
            default -> {
                // Everything was recorded.
            }
        }
    }

    private static void makePages(Player player, Conversation conversation, Conversation.Recorded first) {
        Matcher tag = Pattern.compile("tag=([^&]*)").matcher(first.target());
        assertThat(tag.find()).isTrue();
        StringBuilder recorded = new StringBuilder();
        conversation
                .exchanges()
                .forEach(exchange -> recorded.append(exchange.answer().text()));
        for (int page = 0; page < 5; page++) {
            String name = "page " + page;
            Matcher id = Pattern.compile("\"name\": \"" + name + "\".*?\"id\": \"([0-9a-f-]{36})\"")
                    .matcher(recorded);
            assertThat(id.find()).isTrue();
            player.make(id.group(1), "{\"name\":\"" + name + "\",\"tags\":[\"" + tag.group(1) + "\"]}");
        }
    }
}
