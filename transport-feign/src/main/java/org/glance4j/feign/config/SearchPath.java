package org.glance4j.feign.config;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where files of settings are looked for, best first. Source: openstacksdk, {@code openstack/config/loader.py}: the working directory,
 * the user's directory by XDG and by habit, the machine's by both.
 */
final class SearchPath {
    private static final List<String> SUFFIXES = List.of(".yaml", ".yml", ".json");
    private static final String OPENSTACK = "openstack";

    private SearchPath() {}

    static List<Path> of(Surroundings around, String stem) {
        Set<Path> directories = new LinkedHashSet<>();
        directories.add(around.workingDirectory());
        Path habit = around.home().resolve(".config");
        directories.add(around.variable("XDG_CONFIG_HOME")
                .map(around::file)
                .orElse(habit)
                .resolve(OPENSTACK));
        directories.add(around.variable("SNAP_REAL_HOME")
                .map(snap -> around.file(snap).resolve(".config"))
                .orElse(habit)
                .resolve(OPENSTACK));
        Optional<String> site = around.variable("XDG_CONFIG_DIRS");
        if (site.isEmpty()) {
            directories.add(around.root().resolve("etc").resolve("xdg").resolve(OPENSTACK));
        } else if (!site.get().contains(File.pathSeparator)) {
            // Several directories are looked up under all their names at once, which is to say nowhere.
            directories.add(around.file(site.get()).resolve(OPENSTACK));
        }
        directories.add(around.root().resolve("etc").resolve(OPENSTACK));
        return directories.stream()
                .flatMap(directory -> SUFFIXES.stream().map(suffix -> directory.resolve(stem + suffix)))
                .toList();
    }
}
