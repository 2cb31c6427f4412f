package org.glance4j.lifecycle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.TaskStatus;
import org.junit.jupiter.api.Test;

/** The diagrams in {@code docs/state-machines.md} are what the tables say; a failure prints the diagram to put there. */
final class StateDiagramsTest {

    @Test
    void theMemberDiagramIsTheTables() throws Exception {
        assertThat(drawn("Membership"))
                .isEqualTo(diagram(MemberLifecycle.table(), MemberStatus::word, Set.of(MemberStatus.PENDING), true));
    }

    @Test
    void theImageDiagramIsTheTables() throws Exception {
        assertThat(drawn("Image"))
                .isEqualTo(diagram(ImageLifecycle.table(), ImageStatus::word, Set.of(ImageStatus.QUEUED), false));
    }

    @Test
    void theTaskDiagramIsTheTables() throws Exception {
        assertThat(drawn("Task"))
                .isEqualTo(diagram(TaskLifecycle.table(), TaskStatus::word, Set.of(TaskStatus.PENDING), false));
    }

    /**
     * @param ends whether the record may vanish from every status, which the table does not say
     */
    private static <S extends Enum<S>> String diagram(
            Table<S> table, Function<S, String> word, Set<S> initial, boolean ends) {
        StringBuilder text = new StringBuilder("stateDiagram-v2\n");
        for (S status : table.known()) {
            if (initial.contains(status)) {
                text.append("    [*] --> ").append(word.apply(status)).append('\n');
            }
            for (S next : table.next(status)) {
                text.append("    ")
                        .append(word.apply(status))
                        .append(" --> ")
                        .append(word.apply(next))
                        .append('\n');
            }
            if (ends || table.isFinal(status)) {
                text.append("    ").append(word.apply(status)).append(" --> [*]\n");
            }
        }
        return text.toString();
    }

    private static String drawn(String heading) throws IOException, URISyntaxException {
        String page = Files.readString(page(), UTF_8).replace("\r\n", "\n");
        Matcher section = Pattern.compile(
                        "^## " + heading + "\\n.*?^```mermaid\\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(page);
        assertThat(section.find()).as("a diagram under the heading %s", heading).isTrue();
        return section.group(1);
    }

    /** Finds the page from where these classes lie, so that it does not matter where the tests are started. */
    private static Path page() throws URISyntaxException {
        Path classes = Path.of(StateDiagramsTest.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        for (Path folder = classes; folder != null; folder = folder.getParent()) {
            Path page = folder.resolve("docs").resolve("state-machines.md");
            if (Files.exists(page)) {
                return page;
            }
        }
        throw new IllegalStateException("no docs/state-machines.md above " + classes);
    }
}
