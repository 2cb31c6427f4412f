package org.glance4j.feign.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * The clouds that files describe: {@code clouds.yaml}, {@code secure.yaml} over it, and the profiles of {@code clouds-public.yaml},
 * which is read when a cloud names a profile.
 */
final class ConfigFiles {
    private static final Node.Section NONE = new Node.Section(Map.of(), Source.DEFAULT);

    private final Surroundings around;
    private final ConfigFile.Opening opening;
    private final Consumer<String> warnings;
    private final Optional<ConfigFile> main;
    private final Map<String, Node> clouds;

    ConfigFiles(Surroundings around, ConfigFile.Opening opening, Consumer<String> warnings) {
        this.around = around;
        this.opening = opening;
        this.warnings = warnings;
        this.main = find("clouds", Optional.of("OS_CLIENT_CONFIG_FILE"));
        Optional<ConfigFile> secure = find("secure", Optional.of("OS_CLIENT_SECURE_FILE"));
        Node.Section merged = main.map(ConfigFile::content).orElse(NONE);
        if (secure.isPresent()) {
            merged = merged.under(secure.get().content());
        }
        this.clouds = new LinkedHashMap<>(section(merged, "clouds").entries());
    }

    /** The clouds by name, in the order of the files. */
    Map<String, Node> clouds() {
        return clouds;
    }

    /** What a message says of the clouds that there are. */
    String names() {
        String where = main.map(file -> file.path() + " describes").orElse("there is no clouds.yaml, but");
        if (clouds.isEmpty()) {
            return main.map(file -> file.path() + " describes no cloud").orElse("there is no clouds.yaml");
        }
        return where + " "
                + clouds.keySet().stream().map(name -> "\"" + name + "\"").collect(Collectors.joining(", "));
    }

    /** The profile of this name. */
    Node.Section profile(String name, Source asked) {
        Optional<ConfigFile> file = find("clouds-public", Optional.empty());
        Node found = file.map(ConfigFile::content)
                .map(content -> section(content, "public-clouds").entries().get(name))
                .orElse(null);
        if (found == null) {
            throw Problems.at(
                    asked,
                    "names the profile \"" + name + "\", which "
                            + file.map(vendors -> vendors.path() + " does not describe under public-clouds")
                                    .orElse("a clouds-public.yaml would describe, and there is none")
                            + ": describe it there, or write its values here and leave the profile out; what other clients "
                            + "have built in for a profile, or fetch from its URL, is not used");
        }
        return found.section();
    }

    private static Node.Section section(Node.Section document, String key) {
        Node found = document.entries().get(key);
        return found == null ? NONE : found.section();
    }

    /** The first file of those looked for; the one that a variable names comes before all others. */
    private Optional<ConfigFile> find(String stem, Optional<String> variable) {
        Optional<Path> named = variable.flatMap(name -> around.variable(name).map(value -> path(name, value)));
        Optional<Path> found = named.filter(Files::exists);
        if (found.isEmpty()) {
            List<Path> candidates = SearchPath.of(around, stem);
            found = candidates.stream().filter(Files::exists).findFirst();
            String instead = found.map(path -> path + " is read in its place").orElse("no file is read in its place");
            named.ifPresent(missing ->
                    warnings.accept(variable.get() + " names " + missing + ", which is not there; " + instead));
        }
        return found.map(path -> ConfigFile.read(path, opening, warnings));
    }

    /** As it is, without a meaning for {@code ~}: a shell has given it one already. */
    private Path path(String variable, String name) {
        try {
            return around.workingDirectory().resolve(name);
        } catch (InvalidPathException e) {
            throw Problems.of(variable + " holds what cannot be a file's name");
        }
    }
}
