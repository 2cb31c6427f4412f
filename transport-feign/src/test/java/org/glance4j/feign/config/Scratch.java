package org.glance4j.feign.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.Map;

/** A machine of a test's own: a working directory, a home directory, a root, and an environment. */
final class Scratch {
    static final String AUTH =
            "auth_url: 'https://k.example/v3', username: u, password: canary-password, project_name: n";

    private final Path root;
    private final Map<String, String> environment = new HashMap<>();

    Scratch(Path root) {
        this.root = root;
    }

    Scratch variable(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Path path(String name) {
        return root.resolve(name);
    }

    Scratch file(String name, String text) {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    Scratch file(String name, byte[] bytes) {
        try {
            Files.createDirectories(path(name).getParent());
            Files.write(path(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Leaves a file to its owner alone, where there are such permissions. */
    void hide(String name) {
        try {
            if (Files.getFileStore(path(name)).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(path(name), PosixFilePermissions.fromString("rw-------"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A cloud {@code a} whose section holds this, in the working directory. */
    Scratch cloud(String text) {
        return file("cwd/clouds.yaml", "clouds:\n  a: {" + text + "}\n");
    }

    CloudConfigLoader loader() {
        return CloudConfig.loader(environment, path("cwd"), path("home")).root(root);
    }

    CloudConfig load() {
        return loader().load();
    }
}
