package org.glance4j.cli.image;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Pairs of options of which one at most is given. picocli fills the fields. */
final class ImageFlags {
    private ImageFlags() {}

    /** Whether the service is to refuse to delete the image. */
    static final class Protection {
        @Option(names = "--protected", description = "have the service refuse to delete it")
        private boolean on;

        @Option(names = "--unprotected", description = "let it be deleted")
        private boolean off;

        Optional<Boolean> isProtected() {
            return on || off ? Optional.of(on) : Optional.empty();
        }
    }

    /** Whether default lists leave the image out. */
    static final class Hiding {
        @Option(names = "--hidden", description = "leave it out of default lists")
        private boolean on;

        @Option(names = "--unhidden", description = "show it in default lists")
        private boolean off;

        Optional<Boolean> hidden() {
            return on || off ? Optional.of(on) : Optional.empty();
        }
    }

    /** Whether the image's data is frozen. */
    static final class Activation {
        @Option(names = "--deactivate", description = "freeze its data")
        private boolean off;

        @Option(names = "--activate", description = "make its data readable again")
        private boolean on;

        Optional<Boolean> active() {
            return on || off ? Optional.of(on) : Optional.empty();
        }
    }
}
