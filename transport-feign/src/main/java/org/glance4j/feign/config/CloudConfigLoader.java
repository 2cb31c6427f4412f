package org.glance4j.feign.config;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.ProxySettings;
import org.glance4j.feign.http.ProxyVariables;
import org.glance4j.feign.http.ProxyVariables.Variable;
import org.jspecify.annotations.Nullable;

/** Collects where settings are looked for and which of them the caller gives, and reads the rest. Not safe for use by several threads. */
public final class CloudConfigLoader {
    private final Map<String, String> environment;
    private final Path workingDirectory;
    private final Path home;
    private final Map<String, Node> given = new LinkedHashMap<>();
    private Path root;
    private Node.@Nullable Text cloud;
    private boolean variablesOverCloud;
    private ConfigFile.Opening opening = Files::newInputStream;

    CloudConfigLoader(Map<String, String> environment, Path workingDirectory, Path home) {
        this.environment = Map.copyOf(environment);
        this.workingDirectory = requireNonNull(workingDirectory, "workingDirectory");
        this.home = requireNonNull(home, "home");
        this.root = workingDirectory.toAbsolutePath().getRoot();
    }

    /**
     * Sets the directory in which {@code etc/openstack} is looked for, the root of the file system by default.
     *
     * @param root the directory
     * @return this loader
     */
    public CloudConfigLoader root(Path root) {
        this.root = requireNonNull(root, "root");
        return this;
    }

    /**
     * Chooses a cloud by its name. Without it the variable {@code OS_CLOUD} chooses; then the cloud that the {@code OS_*} variables
     * themselves describe is the one, if there is any; then the only cloud of {@code clouds.yaml}.
     *
     * @param name the cloud's name
     * @return this loader
     */
    public CloudConfigLoader cloud(String name) {
        return cloud(name, Source.setByCaller(GivenKeys.CLOUD));
    }

    /**
     * Chooses a cloud by its name.
     *
     * @param name the cloud's name
     * @param source what a message calls the place where the name was given, such as an option
     * @return this loader
     */
    public CloudConfigLoader cloud(String name, String source) {
        return cloud(name, Source.explicit(source));
    }

    private CloudConfigLoader cloud(String name, Source source) {
        this.cloud = Node.Text.of(requireNonNull(name, "name"), source);
        return this;
    }

    /**
     * Sets a value, over what any file and any variable says.
     *
     * @param key the key in {@code clouds.yaml}, those of {@code auth} with or without that word before them: {@code region_name},
     *     {@code auth.project_name}, {@code project_name}
     * @param value the value; one that is empty is none
     * @return this loader
     * @throws ConfigurationException if it is no key that a connection has
     */
    public CloudConfigLoader set(String key, String value) {
        return set(key, value, Source.setByCaller(Draft.normal(requireNonNull(key, "key"))));
    }

    /**
     * Sets a value, over what any file and any variable says.
     *
     * @param key the key in {@code clouds.yaml}, those of {@code auth} with or without that word before them
     * @param value the value; one that is empty is none
     * @param source what a message calls the place where the value was given, such as an option
     * @return this loader
     * @throws ConfigurationException if it is no key that a connection has
     */
    public CloudConfigLoader set(String key, String value, String source) {
        return set(requireNonNull(key, "key"), value, Source.explicit(source));
    }

    private CloudConfigLoader set(String key, String value, Source source) {
        String normal = GivenKeys.normal(key, source);
        if (value.isEmpty()) {
            return this;
        }
        if (normal.equals(GivenKeys.CLOUD)) {
            return cloud(value, source);
        }
        given.put(normal, Node.Text.of(value, source));
        return this;
    }

    /**
     * Lets the {@code OS_*} variables stand over the chosen cloud, as the {@code openstack} client does and a library does not: user and
     * password over those of the file, a project and a domain under them.
     *
     * @return this loader
     */
    public CloudConfigLoader variablesOverCloud() {
        variablesOverCloud = true;
        return this;
    }

    CloudConfigLoader opening(ConfigFile.Opening opening) {
        this.opening = opening;
        return this;
    }

    /**
     * Reads the files and variables, and asks nobody.
     *
     * @return the settings of one cloud; what is missing of them shows when a transport is made
     * @throws ConfigurationException if a file cannot be read or makes no sense, or there is no such cloud, region or profile, or
     *     something is asked for that this library cannot do; its message names file and line, key and remedy, and no secret
     */
    public CloudConfig load() {
        Surroundings around = new Surroundings(environment, workingDirectory, home, root);
        Warnings warnings = new Warnings();
        ConfigFiles files = new ConfigFiles(around, opening, warnings);
        CloudChoice choice = new CloudChoice(around, files, warnings);
        Optional<Node.Text> name = choice.name(cloud);
        Node.Section variables =
                variablesOverCloud ? ClientVariables.of(around) : new Node.Section(Map.of(), Source.DEFAULT);
        Draft draft = choice.settings(name, variables, new Node.Section(given, Source.DEFAULT));
        Adjustments.apply(draft, warnings);
        Values values = Effective.of(draft, name, around, warnings);
        proxies(ProxyVariables.of(environment), values);
        return new CloudConfig(
                values, ProxySettings.fromEnvironment(environment), warnings.list(), choice.advice(name));
    }

    /** What the environment says of proxies, as far as it counts. */
    private static void proxies(ProxyVariables variables, Values values) {
        put(values, "http_proxy", variables.http());
        put(values, "https_proxy", variables.https());
        put(values, "no_proxy", variables.exceptions());
    }

    private static void put(Values values, String key, Optional<Variable> variable) {
        variable.ifPresent(found -> values.put(key, Node.Text.of(found.value(), Source.variable(found.name()))));
    }
}
