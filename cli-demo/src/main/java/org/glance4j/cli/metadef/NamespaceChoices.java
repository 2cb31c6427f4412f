package org.glance4j.cli.metadef;

import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.Namespace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options that describe a namespace. picocli fills the fields. */
final class NamespaceChoices {
    @Option(names = "--display-name", paramLabel = "NAME", description = "its name for people")
    private @Nullable String displayName;

    @Option(names = "--description", paramLabel = "TEXT", description = "what it is for")
    private @Nullable String description;

    @ArgGroup(exclusive = true)
    private final Sight sight = new Sight();

    @ArgGroup(exclusive = true)
    private final Protection protection = new Protection();

    /** Who sees the namespace. */
    static final class Sight {
        @Option(names = "--public", description = "everyone sees it")
        private boolean isPublic;

        @Option(names = "--private", description = "only its owner sees it (default)")
        private boolean isPrivate;
    }

    /** Whether the service is to refuse to delete the namespace. */
    static final class Protection {
        @Option(names = "--protected", description = "have the service refuse to delete it, and anything in it")
        private boolean on;

        @Option(names = "--unprotected", description = "let it be deleted (default)")
        private boolean off;
    }

    /** Whether anything was given. */
    boolean areMade() {
        return displayName != null
                || description != null
                || sight.isPublic
                || sight.isPrivate
                || protection.on
                || protection.off;
    }

    /** Sets what was given. */
    void addTo(Namespace.Builder namespace) {
        if (displayName != null) {
            namespace.displayName(displayName);
        }
        if (description != null) {
            namespace.description(description);
        }
        if (sight.isPublic || sight.isPrivate) {
            namespace.visibility(sight.isPublic ? Visibility.PUBLIC : Visibility.PRIVATE);
        }
        if (protection.on || protection.off) {
            namespace.isProtected(protection.on);
        }
    }
}
