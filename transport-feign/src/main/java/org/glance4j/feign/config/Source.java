package org.glance4j.feign.config;

import java.nio.file.Path;

/**
 * Where a value stands.
 *
 * @param kind what kind of place that is
 * @param place the place: a file with a line, a variable, an option
 * @param path the way to the value, such as {@code clouds.producer.auth.password} within a file; empty where the place names the
 *     value
 */
record Source(Kind kind, String place, KeyPath path) {
    static final Source DEFAULT = new Source(Kind.DEFAULT, "default", KeyPath.TOP);

    /** The kinds of places, the strongest last. */
    enum Kind {
        DEFAULT,
        FILE,
        VARIABLE,
        EXPLICIT
    }

    static Source file(Path file, int line, KeyPath path) {
        return new Source(Kind.FILE, file + ":" + line, path);
    }

    static Source variable(String name) {
        return new Source(Kind.VARIABLE, name, KeyPath.TOP);
    }

    static Source explicit(String place) {
        return new Source(Kind.EXPLICIT, place, KeyPath.TOP);
    }

    /** What the application sets under its key, which no option names. */
    static Source setByCaller(String key) {
        return new Source(Kind.EXPLICIT, "set by the caller", KeyPath.TOP.key(key));
    }

    /** What the caller or the command line gave for this call. */
    boolean isExplicit() {
        return kind == Kind.EXPLICIT;
    }

    /** What does not come from a file: it stands above what does. */
    boolean isAboveFiles() {
        return kind == Kind.EXPLICIT || kind == Kind.VARIABLE;
    }

    /** The place and the way to the value, to begin a message with. */
    @Override
    public String toString() {
        return path.isTop() ? place : place + ": " + path;
    }
}
