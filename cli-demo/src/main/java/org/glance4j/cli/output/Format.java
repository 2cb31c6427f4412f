package org.glance4j.cli.output;

/** The forms in which a result is printed. */
public enum Format {
    /** A table with borders, for reading. */
    TABLE,
    /** JSON, for programs. */
    JSON,
    /** Bare values, for shell scripts. */
    VALUE;

    Renderer renderer() {
        return switch (this) {
            case TABLE -> new TableFormat();
            case JSON -> new JsonFormat();
            case VALUE -> new ValueFormat();
        };
    }
}
