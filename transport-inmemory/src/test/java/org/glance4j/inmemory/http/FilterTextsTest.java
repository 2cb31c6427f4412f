package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.glance4j.internal.FilterWords;
import org.junit.jupiter.api.Test;

/** The fixtures hold what Glance 25.1.0 makes of texts: its functions for lists and times, called with them. */
class FilterTextsTest {
    private static final String LETTERS = "ab,,\"\"\\\\: ";

    private static JsonNode fixture(String name) throws IOException {
        try (InputStream stream = FilterTextsTest.class.getResourceAsStream(name)) {
            return new JsonMapper().readTree(stream);
        }
    }

    @Test
    void listsAreSplitOrRefusedAsGlanceDoes() throws IOException {
        for (JsonNode pair : fixture("filter-lists.json")) {
            String list = pair.get(0).textValue();
            JsonNode expected = pair.get(1);
            if (expected.isTextual()) {
                assertThatThrownBy(() -> FilterTexts.words("in:" + list))
                        .as(list)
                        .isInstanceOf(RefusedRequest.class)
                        .hasMessage(expected.textValue());
            } else {
                List<String> items = new ArrayList<>();
                expected.forEach(item -> items.add(item.textValue()));
                assertThat(FilterTexts.words("in:" + list)).as(list).isEqualTo(items);
            }
        }
    }

    @Test
    void timesAreReadAsGlanceDoes() throws IOException {
        for (JsonNode pair : fixture("iso-times.json")) {
            String text = pair.get(0).textValue();
            if (pair.get(1).isNull()) {
                assertThat(IsoTimes.find(text)).as(text).isEmpty();
            } else {
                assertThat(IsoTimes.find(text))
                        .as(text)
                        .contains(Instant.parse(pair.get(1).textValue()));
            }
        }
    }

    @Test
    void whatIsWrittenForSeveralTextsIsReadAsTheyAre() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            List<String> texts = List.of(text(random), text(random), text(random));
            if (texts.stream().allMatch(text -> FilterWords.problem(text) == null)) {
                assertThat(FilterTexts.words(FilterWords.of(texts)))
                        .as("seed %s", seed)
                        .isEqualTo(texts);
            }
            List<String> one = texts.subList(0, 1);
            assertThat(FilterTexts.words(FilterWords.of(one)))
                    .as("seed %s", seed)
                    .isEqualTo(one);
        }
    }

    @Test
    void whatIsRefusedInAListCannotBeWrittenInEitherWay() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random);
            if (FilterWords.problem(text) != null) {
                assertThat(isRead("in:x," + text + ",y", text))
                        .as("seed %s", seed)
                        .isFalse();
                assertThat(isRead("in:x,\"" + text + "\",y", text))
                        .as("seed %s", seed)
                        .isFalse();
            }
        }
    }

    private static boolean isRead(String filter, String text) {
        try {
            return FilterTexts.words(filter).equals(List.of("x", text, "y"));
        } catch (RefusedRequest refused) {
            return false;
        }
    }

    private static String text(SplittableRandom random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(7); length > 0; length--) {
            text.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
