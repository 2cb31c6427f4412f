package org.glance4j.feign.observe;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.glance4j.internal.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * Writes a JSON document anew with other texts in the place of its secrets, on one line of printable characters. A field of a
 * JSON patch counts by its path. Used once, by one thread.
 */
public final class MaskedJson {
    private static final JsonFactory JSON =
            JsonFactory.builder().streamReadConstraints(Json.limits()).build();

    private final UnaryOperator<String> mask;
    private final UnaryOperator<String> plain;
    private final StringBuilder text = new StringBuilder();
    private final Deque<Level> levels = new ArrayDeque<>();

    /** One object or array that is open: the key it has, and the variable that stands for all there is in it. */
    private static final class Level {
        private final String key;
        private final @Nullable String variable;
        private @Nullable String field;
        private @Nullable String path;
        private boolean first = true;

        Level(String key, @Nullable String variable) {
            this.key = key;
            this.variable = variable;
        }
    }

    private MaskedJson(UnaryOperator<String> mask, UnaryOperator<String> plain) {
        this.mask = mask;
        this.plain = plain;
    }

    /**
     * Returns a document with its secrets hidden.
     *
     * @param document the document
     * @param mask what to write, between quotes, for a secret that this variable stands for
     * @param plain makes of any other piece of the document what is written for it
     * @return the text, empty where the document is no JSON
     */
    public static Optional<String> of(byte[] document, UnaryOperator<String> mask, UnaryOperator<String> plain) {
        MaskedJson masked = new MaskedJson(mask, plain);
        try (JsonParser parser = JSON.createParser(document)) {
            masked.levels.push(new Level("", null));
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                masked.write(token, parser);
            }
            return Optional.of(masked.text.toString());
        } catch (IOException e) {
            // Half of a document may be the half with the secret's key behind its value.
            return Optional.empty();
        }
    }

    private void write(JsonToken token, JsonParser parser) throws IOException {
        Level level = levels.element();
        switch (token) {
            case FIELD_NAME -> {
                comma(level);
                level.field = parser.getText();
                quoted(level.field);
                text.append(':');
            }
            case START_OBJECT, START_ARRAY -> {
                element(level);
                text.append(token.asString());
                String key = level.field == null ? level.key : level.field;
                boolean described = token == JsonToken.START_OBJECT && SecretKeys.describesSecret(key);
                levels.push(new Level(key, described ? level.variable : variable(level)));
            }
            case END_OBJECT, END_ARRAY -> {
                levels.pop();
                text.append(token.asString());
            }
            default -> {
                element(level);
                value(token, parser.getText(), level);
            }
        }
    }

    private void value(JsonToken token, String value, Level level) {
        String variable = variable(level);
        if ("path".equals(level.field)) {
            level.path = value;
        }
        if (variable != null && token != JsonToken.VALUE_NULL) {
            text.append('"').append(mask.apply(variable)).append('"');
        } else if (token == JsonToken.VALUE_STRING) {
            quoted(value);
        } else {
            text.append(value);
        }
    }

    private static @Nullable String variable(Level level) {
        if (level.variable != null || level.field == null) {
            return level.variable;
        }
        boolean patched = level.field.equals("value") && level.path != null;
        return SecretKeys.variable(patched ? String.valueOf(level.path) : level.field, level.key);
    }

    /** Begins an element of an array; in an object the comma stands before the key. */
    private void element(Level level) {
        if (level.field == null) {
            comma(level);
        }
    }

    private void comma(Level level) {
        if (!level.first) {
            text.append(',');
        }
        level.first = false;
    }

    private void quoted(String value) {
        StringBuilder escaped = new StringBuilder(value.length() + 8);
        JsonStringEncoder.getInstance().quoteAsString(value, escaped);
        text.append('"').append(plain.apply(Printable.inJson(escaped))).append('"');
    }
}
