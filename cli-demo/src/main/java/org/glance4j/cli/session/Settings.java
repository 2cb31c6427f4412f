package org.glance4j.cli.session;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the user set of a connection. */
record Settings(Map<Setting, String> values) {

    Settings {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    Optional<String> find(Setting setting) {
        return Optional.ofNullable(values.get(setting));
    }

    String get(Setting setting) {
        return find(setting).orElseThrow(() -> new SetupException("missing " + name(setting)));
    }

    boolean has(Setting setting) {
        return values.containsKey(setting);
    }

    /** A token for a given endpoint needs no identity service. */
    boolean isTokenAndEndpoint() {
        return has(Setting.TOKEN) && has(Setting.IMAGE_ENDPOINT_OVERRIDE);
    }

    /** Refuses settings that cannot lead to a connection, and says at once all that is missing. */
    void requireComplete() {
        if (isTokenAndEndpoint()) {
            return;
        }
        List<String> missing = new ArrayList<>();
        require(missing, Setting.AUTH_URL);
        if (!has(Setting.TOKEN)) {
            require(missing, Setting.USERNAME, Setting.USER_ID);
            require(missing, Setting.PASSWORD);
        }
        require(missing, Setting.PROJECT_NAME, Setting.PROJECT_ID);
        if (!missing.isEmpty()) {
            throw new SetupException(
                    "no credentials: missing " + String.join(", ", missing) + "; or work with --offline");
        }
    }

    private void require(List<String> missing, Setting... alternatives) {
        for (Setting setting : alternatives) {
            if (has(setting)) {
                return;
            }
        }
        missing.add(name(alternatives[0]));
    }

    private static String name(Setting setting) {
        return setting.variable() + " (" + setting.option() + ")";
    }
}
