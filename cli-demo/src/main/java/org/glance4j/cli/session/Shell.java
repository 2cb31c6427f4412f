package org.glance4j.cli.session;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.glance4j.cli.output.Printable;

/**
 * What the process has around it: environment, place and the three streams. Passed in, so that tests need no process.
 *
 * @param environment the environment variables
 * @param place where it stands
 * @param in standard input
 * @param inIsFile whether standard input is a regular file, as in {@code command < file}
 * @param out standard output, which carries data only
 * @param err standard error, which carries everything else
 * @param terminals which of the two a person looks at
 */
public record Shell(
        Map<String, String> environment,
        Place place,
        InputStream in,
        boolean inIsFile,
        OutputStream out,
        OutputStream err,
        Terminals terminals) {

    /** Copies the environment. */
    public Shell {
        environment = Map.copyOf(environment);
        requireNonNull(place, "place");
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        requireNonNull(terminals, "terminals");
    }

    /**
     * Prints data.
     *
     * @param text the text, whose line breaks are its own
     */
    public void print(String text) {
        write(out, text);
    }

    /**
     * Says something on standard error, on one line whatever stands in it.
     *
     * @param message the message
     */
    public void say(String message) {
        write(err, "glance4j: " + Printable.of(message) + "\n");
    }

    /**
     * Explains on standard error: a usage text, say.
     *
     * @param text the text, whose line breaks are its own
     */
    public void explain(String text) {
        write(err, text);
    }

    private static void write(OutputStream stream, String text) {
        try {
            stream.write(text.getBytes(StandardCharsets.UTF_8));
            stream.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write to the standard streams: " + e.getMessage(), e);
        }
    }
}
