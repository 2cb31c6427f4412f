package org.glance4j.feign.config;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Reads JSON to the same nodes as YAML. */
final class JsonDocument {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxDocumentLength(Limits.MOST_BYTES)
                    .maxNestingDepth(Limits.DEEPEST)
                    .maxTokenCount(2L * Limits.MOST_NODES)
                    .build())
            .build();

    private final Path file;
    private final JsonParser parser;
    private final Consumer<String> warnings;

    private JsonDocument(Path file, JsonParser parser, Consumer<String> warnings) {
        this.file = file;
        this.parser = parser;
        this.warnings = warnings;
    }

    static Node.Section read(Path file, String text, Consumer<String> warnings) {
        try (JsonParser parser = FACTORY.createParser(text)) {
            if (parser.nextToken() == null) {
                return new Node.Section(Map.of(), Source.file(file, 1, KeyPath.TOP));
            }
            Node root = new JsonDocument(file, parser, warnings).node(KeyPath.TOP);
            if (parser.nextToken() != null) {
                throw Problems.of(file + " goes on behind the end of its document");
            }
            if (root instanceof Node.Section section) {
                return section;
            }
            throw Problems.of(file + " holds " + root.kind() + ", where an object with clouds belongs");
        } catch (JsonProcessingException e) {
            throw Problems.of(file + " is not JSON that is read here, at line "
                    + (e.getLocation() == null ? 1 : e.getLocation().getLineNr()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Node node(KeyPath path) throws IOException {
        Source source = source(path);
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(path, source);
            case START_ARRAY -> array(path, source);
            case VALUE_STRING -> Node.Text.of(parser.getText(), source);
            case VALUE_NUMBER_INT -> new Node.Text(parser.getText(), Node.Reading.NUMBER, parser.getText(), source);
            case VALUE_NUMBER_FLOAT ->
                new Node.Text(
                        PlainScalar.shortest(parser.getDoubleValue()), Node.Reading.NUMBER, parser.getText(), source);
            case VALUE_TRUE, VALUE_FALSE -> new Node.Flag(parser.getBooleanValue(), parser.getText(), source);
            default -> new Node.Nothing(source);
        };
    }

    private Node.Section object(KeyPath path, Source source) throws IOException {
        Map<String, Node> entries = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String key = Limits.requireShort(parser.currentName(), source(path));
            parser.nextToken();
            Node old = entries.put(key, node(path.key(key)));
            if (old != null) {
                warnings.accept(old.source() + " stands there twice; the last one holds");
            }
        }
        return new Node.Section(entries, source);
    }

    private Node.Items array(KeyPath path, Source source) throws IOException {
        List<Node> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(node(path.index(items.size())));
        }
        return new Node.Items(items, source);
    }

    private Source source(KeyPath path) {
        return Source.file(file, parser.currentTokenLocation().getLineNr(), path);
    }
}
