package org.glance4j.cli.image;

import java.util.Optional;
import org.glance4j.model.Visibility;
import picocli.CommandLine.Option;

/** The options of which one at most says a visibility. picocli fills the fields. */
final class VisibilityChoice {
    @Option(names = "--public", description = "everyone sees it; for admins")
    private boolean isPublic;

    @Option(names = "--private", description = "only its owner sees it")
    private boolean isPrivate;

    @Option(names = "--community", description = "everyone can use it by id")
    private boolean community;

    @Option(names = "--shared", description = "its owner and its members see it")
    private boolean shared;

    Optional<Visibility> visibility() {
        if (isPublic) {
            return Optional.of(Visibility.PUBLIC);
        }
        if (isPrivate) {
            return Optional.of(Visibility.PRIVATE);
        }
        if (community) {
            return Optional.of(Visibility.COMMUNITY);
        }
        return shared ? Optional.of(Visibility.SHARED) : Optional.empty();
    }
}
