package org.glance4j.feign.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What a process has around it.
 *
 * @param environment its variables
 * @param workingDirectory where relative names begin
 * @param home the user's own directory
 * @param root where {@code /etc} hangs
 */
record Surroundings(Map<String, String> environment, Path workingDirectory, Path home, Path root) {

    Surroundings {
        environment = Map.copyOf(environment);
    }

    /** A variable's value; one that is empty is none. */
    Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isEmpty());
    }

    /** A file by the name that a person wrote, in which {@code ~} is the home directory. */
    Path file(String name) {
        if (name.equals("~")) {
            return home;
        }
        return name.startsWith("~/") ? home.resolve(name.substring(2)) : workingDirectory.resolve(name);
    }

    /** Without the environment, in which passwords stand. */
    @Override
    public String toString() {
        return "Surroundings[" + workingDirectory + ", " + home + ", " + root + "]";
    }
}
