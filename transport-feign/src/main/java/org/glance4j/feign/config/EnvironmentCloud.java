package org.glance4j.feign.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The cloud that the {@code OS_*} variables describe, which is a cloud of its own beside those of the files. Source: openstacksdk,
 * {@code OpenStackConfig._get_os_environ}: any variable beyond those that choose among the files makes it.
 */
final class EnvironmentCloud {
    static final String PREFIX = "OS_";

    /** Where it comes from as a whole. */
    static final Source VARIABLES = Source.variable(PREFIX + "*");

    private static final Set<String> SELECTORS =
            Set.of("OS_CLOUD", "OS_REGION_NAME", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE", "OS_CLOUD_NAME");
    private static final List<String> OTHERS = List.of("OS_TEST", "OS_STD", "OS_LOG");

    private EnvironmentCloud() {}

    static String name(Surroundings around) {
        return around.variable("OS_CLOUD_NAME").orElse("envvars");
    }

    static Optional<Node.Section> of(Surroundings around) {
        if (describing(around).isEmpty()) {
            return Optional.empty();
        }
        Map<String, Node> values = new LinkedHashMap<>();
        variables(around)
                .forEach(name -> values.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT),
                        Node.Text.of(around.environment().getOrDefault(name, ""), Source.variable(name))));
        return Optional.of(new Node.Section(values, VARIABLES));
    }

    /** The variables that make such a cloud, of which one is enough. */
    static List<String> describing(Surroundings around) {
        return variables(around).filter(Predicate.not(SELECTORS::contains)).toList();
    }

    private static Stream<String> variables(Surroundings around) {
        return around.environment().keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && OTHERS.stream().noneMatch(name::startsWith))
                .sorted();
    }
}
