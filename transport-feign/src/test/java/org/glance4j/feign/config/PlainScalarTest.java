package org.glance4j.feign.config;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Values without quotes are read as PyYAML reads them, whose readings {@code src/it/configurations/record} has put down. */
class PlainScalarTest {

    @Test
    void valuesWithoutQuotesAreReadAsPyYamlReadsThem() throws IOException {
        Map<String, String> ours = new TreeMap<>();
        Map<String, String> theirs = new TreeMap<>();
        try (InputStream in = PlainScalarTest.class.getResourceAsStream("scalars.json")) {
            for (Map.Entry<String, JsonNode> entry :
                    new ObjectMapper().readTree(in).properties()) {
                theirs.put(
                        entry.getKey(),
                        entry.getValue().get(0).asText() + " "
                                + entry.getValue().get(1).asText());
                ours.put(entry.getKey(), reading(entry.getKey()));
            }
        }
        assertThat(theirs).hasSizeGreaterThan(1000);
        assertThat(ours).isEqualTo(theirs);
    }

    /** In Python's words. */
    private static String reading(String text) {
        Node node = YamlDocument.read(Path.of("scalars.yaml"), "k: " + text, warning -> {})
                .entries()
                .get("k");
        if (node instanceof Node.Flag flag) {
            return "bool " + (flag.isSet() ? "True" : "False");
        }
        if (node instanceof Node.Text read) {
            String kind = switch (read.reading()) {
                case TEXT -> "str ";
                case DATE -> "date ";
                case NUMBER -> read.text().matches("-?[0-9]+") ? "int " : "float ";
            };
            return kind + read.text();
        }
        return "NoneType None";
    }
}
