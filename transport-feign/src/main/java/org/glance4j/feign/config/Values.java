package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The settings of one cloud in their last form, by the keys of {@code clouds.yaml}, those of {@code auth} with that before them. */
final class Values {
    private static final Pattern DAY = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private final Map<String, Node.Text> texts = new LinkedHashMap<>();
    private final Consumer<String> warnings;

    Values(Consumer<String> warnings) {
        this.warnings = warnings;
    }

    /** Takes a value that has to be a text; one that is absent or empty is left out. */
    void take(String key, @Nullable Node value) {
        if (value == null || value instanceof Node.Nothing) {
            return;
        }
        Node.Text text = text(value);
        if (!text.text().isEmpty()) {
            texts.put(key, text);
        }
    }

    /** Takes a value as it is. */
    void put(String key, Node.Text value) {
        texts.put(key, value);
    }

    private Node.Text text(Node value) {
        if (!(value instanceof Node.Text text)) {
            throw at(
                    value.source(),
                    value instanceof Node.Flag
                            ? "is read as a yes or no: put it in quotes"
                            : "holds " + value.kind() + ", where a text belongs");
        }
        if (text.reading() == Node.Reading.DATE && !DAY.matcher(text.text()).matches()) {
            throw at(value.source(), "is read as a point in time: put it in quotes");
        }
        if (text.isChanged()) {
            warnings.accept(value.source() + " is read as another number than is written there: put it in quotes");
        }
        return text;
    }

    boolean has(String key) {
        return texts.containsKey(key);
    }

    Optional<String> find(String key) {
        return Optional.ofNullable(texts.get(key)).map(Node.Text::text);
    }

    /** Whether the identity service's URL says that it speaks Identity v2.0. */
    boolean isVersion2Url() {
        return find("auth." + Credential.AUTH_URL)
                .filter(url -> url.replaceFirst("/+$", "").endsWith("/v2.0"))
                .isPresent();
    }

    /** Where a value that is there comes from. */
    Source source(String key) {
        Node.Text text = texts.get(key);
        return text == null ? Source.DEFAULT : text.source();
    }

    /** What can be shown of all of this. */
    List<ConfigValue> shown() {
        return texts.entrySet().stream()
                .map(entry -> new ConfigValue(
                        entry.getKey(),
                        Secrets.shown(entry.getKey(), entry.getValue().text()),
                        Secrets.isSecret(entry.getKey()),
                        entry.getValue().source().place()))
                .toList();
    }
}
