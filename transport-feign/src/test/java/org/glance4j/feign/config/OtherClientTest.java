package org.glance4j.feign.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.error.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * Reads many configurations as the {@code openstack} client of Debian 12 does, whose answers {@code src/it/configurations/record} has
 * put down. What is read otherwise is listed with its reason.
 */
class OtherClientTest {
    private static final List<String> PLAIN =
            List.of("cloud", "profile", "auth_type", "identity_api_version", "cacert", "cert", "key");
    private static final String ANYTHING = "*";

    @TempDir
    Path scratch;

    static List<Configuration> configurations() {
        return Configuration.all();
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void configurationsMeanWhatTheyMeanToTheOpenstackClient(Configuration configuration) throws IOException {
        JsonNode answer = recorded(configuration.name());
        Path root = scratch.resolve("given");
        if (!configuration.refused().isEmpty() || answer.has("refused")) {
            assertThat(answer.has("refused"))
                    .as("%s: refused by one side only where that is listed", configuration)
                    .isEqualTo(configuration.refused().isEmpty());
            assertThatThrownBy(() -> configuration.load(root))
                    .as("%s: the client says %s", configuration, answer)
                    .isInstanceOf(ConfigurationException.class);
            return;
        }
        Map<String, String> ours = ours(configuration.load(root), root);
        Map<String, String> theirs = theirs(answer.get("shown"));
        if (configuration.differs().containsKey(ANYTHING)) {
            assertThat(ours).as(configuration.name()).isNotEqualTo(theirs);
            return;
        }
        configuration.differs().forEach((key, reason) -> {
            assertThat(ours.getOrDefault(key, ""))
                    .as("%s: %s differs as it is listed", configuration, key)
                    .isEqualTo(reason.replaceFirst(": .*", ""))
                    .isNotEqualTo(theirs.getOrDefault(key, ""));
            ours.remove(key);
            theirs.remove(key);
        });
        assertThat(ours).as(configuration.name()).isEqualTo(theirs);
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void whatDecidesAConfigurationDoes(Configuration configuration) throws IOException {
        Configuration without = without(configuration);
        String result = result(configuration, scratch.resolve("with"));
        if (!without.equals(configuration)) {
            assertThat(result(without, scratch.resolve("without")))
                    .as("%s: hangs on %s", configuration, configuration.decides())
                    .isNotEqualTo(result);
        }
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void whatDoesNotDecideAConfigurationLeavesItAsItIs(Configuration configuration) throws IOException {
        if (keys(configuration.decides()).isEmpty()) {
            return;
        }
        Configuration same = without(configuration, Pattern.compile("no_such_key"));

        assertThat(result(same, scratch.resolve("same")))
                .as("%s: in other words", configuration)
                .isEqualTo(result(configuration, scratch.resolve("with")));
    }

    @Test
    void eachSettingDecidesSeveralConfigurations() {
        Map<String, Long> decided = configurations().stream()
                .collect(Collectors.groupingBy(Configuration::decides, TreeMap::new, Collectors.counting()));
        System.out.println("configurations: " + configurations().size() + ", decided by " + decided);
        assertThat(configurations()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(configurations()).extracting(Configuration::name).doesNotHaveDuplicates();
        for (String setting : List.of(
                "region",
                "interface",
                "auth_type",
                "cacert",
                "cert",
                "verify",
                "override",
                "profile",
                "secure",
                "OS_CLOUD")) {
            assertThat(decided.getOrDefault(setting, 0L)).as(setting).isGreaterThanOrEqualTo(5);
        }
    }

    private static JsonNode recorded(String name) throws IOException {
        try (InputStream in = OtherClientTest.class.getResourceAsStream("recorded.json")) {
            JsonNode answer = new ObjectMapper().readTree(in).get(name);
            assertThat(answer)
                    .as("recorded.json lacks %s: run src/it/configurations/record", name)
                    .isNotNull();
            return answer;
        }
    }

    /** What this library says, secrets in the clear. */
    private static Map<String, String> ours(CloudConfig config, Path root) {
        Map<String, String> values = new TreeMap<>();
        for (ConfigValue value : config.values()) {
            String text = config.reveal(value.key());
            values.put(
                    value.key(),
                    text.replace(root.resolve("home").toString(), "~").replace(root.toString(), "$ROOT"));
        }
        values.remove("api_timeout");
        return values;
    }

    /** What the client says in the terms of this library: credentials beside {@code auth} are those that it sends. */
    private static Map<String, String> theirs(JsonNode shown) {
        Map<String, String> values = new TreeMap<>();
        for (String key : PLAIN) {
            put(values, key, shown.get(key));
        }
        put(values, "region_name", first(shown, "image_region_name", "region_name"));
        put(values, "interface", first(shown, "image_interface", "interface"));
        values.computeIfPresent("interface", (key, word) -> word.replaceFirst("URL$", ""));
        put(values, "image_endpoint_override", first(shown, "image_endpoint_override", "image_endpoint"));
        boolean insecure = shown.path("insecure").asBoolean();
        values.put("verify", String.valueOf(!insecure && shown.path("verify").asBoolean()));
        Set<String> credentials = Credential.allKeys();
        shown.properties().forEach(field -> {
            if (field.getKey().startsWith("auth.")
                    && credentials.contains(field.getKey().substring(5))) {
                put(values, field.getKey(), field.getValue());
            }
        });
        put(values, "auth.project_name", first(shown, "auth.project_name", "auth.tenant_name"));
        put(values, "auth.project_id", first(shown, "auth.project_id", "auth.tenant_id"));
        for (String key : credentials) {
            put(values, "auth." + key, shown.get(key));
        }
        return values;
    }

    private static JsonNode first(JsonNode shown, String key, String otherwise) {
        return shown.has(key) ? shown.get(key) : shown.get(otherwise);
    }

    private static void put(Map<String, String> values, String key, JsonNode value) {
        if (value != null && !value.isNull() && !value.asText().isEmpty()) {
            values.put(key, value.asText());
        }
    }

    /** What comes of it, whatever its files are called and on whichever line of theirs it stands. */
    private static String result(Configuration configuration, Path root) throws IOException {
        try {
            return ours(configuration.load(root), root).toString();
        } catch (ConfigurationException e) {
            return String.valueOf(e.getMessage())
                    .replaceAll(Pattern.quote(root.toString()) + "[^\\s:]*(:[0-9]+)?", "FILE");
        }
    }

    /** The keys of what decides a configuration; empty where that is something else. */
    private static Optional<Pattern> keys(String decides) {
        return Optional.ofNullable(
                        switch (decides) {
                            case "region" -> "region_name|regions|image_region_name";
                            case "interface" -> "(image_)?(interface|endpoint_type)";
                            case "auth_type" -> "auth_type";
                            case "identity" -> "identity_api_version";
                            case "cacert" -> "cacert";
                            case "cert" -> "cert|key";
                            case "verify" -> "verify|insecure";
                            case "override" -> "image_endpoint(_override)?";
                            case "profile" -> "profile|cloud";
                            case "OS_CLOUD" -> "cloud";
                            default -> null;
                        })
                .map(Pattern::compile);
    }

    /** The same configuration without what decides it; the very same where that is something else than one setting. */
    private static Configuration without(Configuration configuration) {
        Map<String, String> files = new LinkedHashMap<>(configuration.files());
        Map<String, String> environment = new LinkedHashMap<>(configuration.environment());
        switch (configuration.decides()) {
            case "secure" -> {
                files.keySet().removeIf(name -> name.contains("secure"));
                environment.remove("OS_CLIENT_SECURE_FILE");
                return configuration.with(files, environment, configuration.options());
            }
            case "options" -> {
                return configuration.with(files, environment, List.of());
            }
            case "files" -> {
                return configuration.with(Map.of(), environment, configuration.options());
            }
            default -> {
                return keys(configuration.decides())
                        .map(keys -> without(configuration, keys))
                        .orElse(configuration);
            }
        }
    }

    private static Configuration without(Configuration configuration, Pattern keys) {
        Map<String, String> files = new LinkedHashMap<>(configuration.files());
        files.replaceAll((name, text) -> {
            Object document = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
            Object rest = without(document, keys);
            return name.endsWith("json") ? json(rest) : new Yaml().dump(rest);
        });
        Map<String, String> environment = new LinkedHashMap<>(configuration.environment());
        environment
                .keySet()
                .removeIf(name ->
                        keys.matcher(name.substring(3).toLowerCase(Locale.ROOT)).matches());
        List<String> options = new ArrayList<>(configuration.options());
        for (int i = options.size() - 1; i >= 0; i--) {
            String key = options.get(i).replaceFirst("^--(os-)?", "").replace('-', '_');
            if (options.get(i).startsWith("--") && keys.matcher(key).matches()) {
                boolean hasValue = i + 1 < options.size() && !options.get(i + 1).startsWith("--");
                options.subList(i, i + (hasValue ? 2 : 1)).clear();
            }
        }
        return configuration.with(files, environment, options);
    }

    private static String json(Object document) {
        try {
            return new ObjectMapper().writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Object without(Object node, Pattern keys) {
        if (node instanceof Map<?, ?> map) {
            Map<Object, Object> kept = new LinkedHashMap<>();
            map.forEach((key, value) -> {
                if (!keys.matcher(String.valueOf(key).replace('-', '_')).matches()) {
                    kept.put(key, without(value, keys));
                }
            });
            return kept;
        }
        return node instanceof List<?> list
                ? Stream.of(list.toArray()).map(item -> without(item, keys)).toList()
                : node;
    }
}
