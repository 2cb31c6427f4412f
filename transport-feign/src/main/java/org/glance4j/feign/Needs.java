package org.glance4j.feign;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Collects the settings that are missing, so that all are named at once. Not safe for use by several threads. */
final class Needs {
    private final List<String> missing = new ArrayList<>();

    /** Notes that a setting is missing unless one of these values is there. */
    void need(String setting, @Nullable Object... oneOf) {
        if (!isAnySet(oneOf)) {
            missing.add(setting);
        }
    }

    void refuseMissing() {
        if (!missing.isEmpty()) {
            throw FeignTransportBuilder.configuration(
                    String.join(", ", missing) + (missing.size() == 1 ? " is missing" : " are missing"));
        }
    }

    static boolean isAnySet(@Nullable Object... values) {
        return Stream.of(values).anyMatch(value -> value != null);
    }

    /** Returns the names of the settings that have a value. */
    static String settings(List<String> names, @Nullable Object... values) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                found.add(names.get(i));
            }
        }
        return String.join(" and ", found);
    }
}
