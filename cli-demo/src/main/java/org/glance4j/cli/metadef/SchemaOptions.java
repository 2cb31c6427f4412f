package org.glance4j.cli.metadef;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glance4j.model.metadef.MetadefProperty;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that describe a property. picocli fills the fields. */
final class SchemaOptions {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--name", paramLabel = "NAME", description = "the property's name")
    private @Nullable String name;

    @Option(names = "--title", paramLabel = "TITLE", description = "its name for people")
    private @Nullable String title;

    @Option(
            names = "--type",
            paramLabel = "TYPE",
            description = "the type of its values: array, boolean, integer, number, object or string")
    private @Nullable String type;

    @Option(names = "--schema", paramLabel = "JSON", description = "the schema of its values, a JSON object")
    private @Nullable String schema;

    /**
     * Returns the property that the options describe.
     *
     * @throws ParameterException if one of the options is missing
     */
    MetadefProperty whole() {
        for (String option : new String[] {"--name", "--title", "--type", "--schema"}) {
            if (given(option) == null) {
                throw new ParameterException(
                        requireNonNull(command).commandLine(), "Missing required option: '" + option + "'");
            }
        }
        return over(new MetadefProperty("", Map.of()));
    }

    private @Nullable String given(String option) {
        return switch (option) {
            case "--name" -> name;
            case "--title" -> title;
            case "--type" -> type;
            default -> schema;
        };
    }

    /**
     * Returns a property with what the options change; the schema has the last word.
     *
     * @throws ParameterException if the schema is no JSON object
     */
    MetadefProperty over(MetadefProperty before) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>(before.schema());
        if (title != null) {
            changed.put("title", title);
        }
        if (type != null) {
            changed.put("type", type);
        }
        changed.putAll(parsed());
        // A property as it is shown can be given as a schema.
        changed.remove("namespace_name");
        Object named = changed.remove("name");
        String wanted = name == null ? before.name() : name;
        return new MetadefProperty(named instanceof String text ? text : wanted, changed);
    }

    private Map<String, @Nullable Object> parsed() {
        if (schema == null) {
            return Map.of();
        }
        try {
            Map<String, @Nullable Object> read = JSON.readValue(schema, new TypeReference<>() {});
            if (read != null) {
                return read;
            }
        } catch (JsonProcessingException e) {
            throw refused();
        }
        throw refused();
    }

    private ParameterException refused() {
        return new ParameterException(requireNonNull(command).commandLine(), "--schema is no JSON object");
    }
}
