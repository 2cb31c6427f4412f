package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * A way in which the service comes by an image's data.
 *
 * <p>Each site enables some, so any name can be sent; the service refuses the ones that are not enabled.
 *
 * <p>Source: Image API v2, interoperable image import; {@code glance/common/config.py} (enabled_import_methods), 25.1.0.
 *
 * @param word the name on the wire
 */
public record ImportMethod(String word) {

    /** {@code glance-direct}: the data that was staged before. */
    public static final ImportMethod GLANCE_DIRECT = new ImportMethod("glance-direct");

    /** {@code web-download}: what the service itself finds under a URI. */
    public static final ImportMethod WEB_DOWNLOAD = new ImportMethod("web-download");

    /** {@code copy-image}: the data that the image has already, for further stores. */
    public static final ImportMethod COPY_IMAGE = new ImportMethod("copy-image");

    /** {@code glance-download}: the data of an image in another region. */
    public static final ImportMethod GLANCE_DOWNLOAD = new ImportMethod("glance-download");

    /** Refuses null. */
    public ImportMethod {
        requireNonNull(word, "word");
    }

    /**
     * Returns the method with this name.
     *
     * @param word the name on the wire
     * @return the method
     */
    public static ImportMethod of(String word) {
        return new ImportMethod(word);
    }

    /** Returns the name on the wire. */
    @Override
    public String toString() {
        return word;
    }
}
