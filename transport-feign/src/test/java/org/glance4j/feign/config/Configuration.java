package org.glance4j.feign.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** One of the configurations of {@code cases.yaml}: what stands around a process, and what it is started with. */
record Configuration(
        String name,
        String decides,
        Map<String, String> files,
        Map<String, String> environment,
        List<String> options,
        Map<String, String> differs,
        String refused) {
    private static final String AUTH = "auth_url: 'https://k.example/v3', username: u, password: p, project_name: n, "
            + "user_domain_name: D, project_domain_name: D";
    private static final String ROOT = "$ROOT";

    /** All of them. */
    static List<Configuration> all() {
        try (InputStream in = Configuration.class.getResourceAsStream("cases.yaml")) {
            List<Map<String, Object>> cases = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return cases.stream().map(Configuration::of).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Configuration of(Map<String, Object> entry) {
        return new Configuration(
                String.valueOf(entry.get("name")),
                String.valueOf(entry.get("decides")),
                texts(entry.get("files")),
                texts(entry.get("env")),
                entry.get("options") instanceof List<?> words
                        ? words.stream().map(String::valueOf).toList()
                        : List.of(),
                texts(entry.get("differs")),
                String.valueOf(entry.getOrDefault("refused", "")));
    }

    private static Map<String, String> texts(Object map) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (map instanceof Map<?, ?> entries) {
            entries.forEach((key, value) ->
                    texts.put(String.valueOf(key), String.valueOf(value).replace("$AUTH", AUTH)));
        }
        return texts;
    }

    Configuration with(Map<String, String> files, Map<String, String> environment, List<String> options) {
        return new Configuration(name, decides, files, environment, options, differs, refused);
    }

    /** What this library makes of it, on files of its own below a directory. */
    CloudConfig load(Path root) throws IOException {
        Files.createDirectories(root.resolve("cwd"));
        for (Map.Entry<String, String> file : files.entrySet()) {
            Path path = root.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        Map<String, String> environment = new LinkedHashMap<>();
        this.environment.forEach((key, value) -> environment.put(key, value.replace(ROOT, root.toString())));
        CloudConfigLoader loader = CloudConfig.loader(environment, root.resolve("cwd"), root.resolve("home"))
                .root(root)
                .variablesOverCloud();
        List<String> words = new ArrayList<>(options);
        while (!words.isEmpty()) {
            String option = words.remove(0);
            switch (option) {
                case "--insecure" -> loader.set("insecure", "true", option);
                case "--verify" -> loader.set("verify", "true", option);
                case "--os-cloud" -> loader.cloud(words.remove(0), option);
                default -> loader.set(option.replaceFirst("--os-", ""), words.remove(0), option);
            }
        }
        return loader.load();
    }

    @Override
    public String toString() {
        return name;
    }
}
