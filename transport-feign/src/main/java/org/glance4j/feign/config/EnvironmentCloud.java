package org.glance4j.feign.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The cloud that the {@code OS_*} variables describe, which is a cloud of its own beside those of the files. Source: openstacksdk,
 * {@code OpenStackConfig._get_os_environ}: any variable beyond those that choose among the files makes it.
 */
final class EnvironmentCloud {
    static final String PREFIX = "OS_";

    private static final Set<String> SELECTORS =
            Set.of("OS_CLOUD", "OS_REGION_NAME", "OS_CLIENT_CONFIG_FILE", "OS_CLIENT_SECURE_FILE", "OS_CLOUD_NAME");
    private static final List<String> OTHERS = List.of("OS_TEST", "OS_STD", "OS_LOG");

    private EnvironmentCloud() {}

    static String name(Surroundings around) {
        return around.variable("OS_CLOUD_NAME").orElse("envvars");
    }

    static Optional<Node.Section> of(Surroundings around) {
        Map<String, Node> values = new LinkedHashMap<>();
        boolean described = false;
        for (Map.Entry<String, String> entry : new TreeMap<>(around.environment()).entrySet()) {
            String name = entry.getKey();
            if (name.startsWith(PREFIX) && OTHERS.stream().noneMatch(name::startsWith)) {
                described |= !SELECTORS.contains(name);
                values.put(
                        name.substring(PREFIX.length()).toLowerCase(Locale.ROOT),
                        Node.Text.of(entry.getValue(), Source.variable(name)));
            }
        }
        return described ? Optional.of(new Node.Section(values, Source.variable(PREFIX + "*"))) : Optional.empty();
    }
}
