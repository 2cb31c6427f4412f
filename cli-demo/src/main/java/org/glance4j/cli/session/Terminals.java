package org.glance4j.cli.session;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Which streams are terminals.
 *
 * @param out whether standard output is one
 * @param err whether standard error is one
 */
public record Terminals(boolean out, boolean err) {
    /** No stream is a terminal. */
    public static final Terminals NONE = new Terminals(false, false);

    /**
     * Returns which of this process's streams are terminals, as far as the system tells: Java knows it of none.
     *
     * @return which they are
     */
    public static Terminals ofThisProcess() {
        return new Terminals(isTerminal(Path.of("/dev/stdout")), isTerminal(Path.of("/dev/stderr")));
    }

    private static boolean isTerminal(Path stream) {
        if (!Files.exists(stream)) {
            return false;
        }
        try {
            String device = stream.toRealPath().toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            // A pipe has no path.
            return false;
        }
    }
}
