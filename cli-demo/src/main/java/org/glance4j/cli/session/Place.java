package org.glance4j.cli.session;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/**
 * Where a process stands, and where its user's and its machine's files are.
 *
 * @param workingDirectory where relative names begin
 * @param home the user's own directory
 * @param root where {@code /etc} hangs
 */
public record Place(Path workingDirectory, Path home, Path root) {
    /** Checks that all is there. */
    public Place {
        requireNonNull(workingDirectory, "workingDirectory");
        requireNonNull(home, "home");
        requireNonNull(root, "root");
    }
}
