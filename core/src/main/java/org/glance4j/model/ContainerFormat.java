package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * The format of the file that an image's disk comes in.
 *
 * <p>Each site configures the list of names it takes, so any name can be sent; the service refuses the ones it does not know.
 *
 * <p>Source: Image API v2, image schema; {@code glance/common/config.py}, 25.1.0.
 *
 * @param word the name on the wire
 */
public record ContainerFormat(String word) {

    /** {@code ami}. */
    public static final ContainerFormat AMI = new ContainerFormat("ami");

    /** {@code ari}. */
    public static final ContainerFormat ARI = new ContainerFormat("ari");

    /** {@code aki}. */
    public static final ContainerFormat AKI = new ContainerFormat("aki");

    /** {@code bare}. */
    public static final ContainerFormat BARE = new ContainerFormat("bare");

    /** {@code ovf}. */
    public static final ContainerFormat OVF = new ContainerFormat("ovf");

    /** {@code ova}. */
    public static final ContainerFormat OVA = new ContainerFormat("ova");

    /** {@code docker}. */
    public static final ContainerFormat DOCKER = new ContainerFormat("docker");

    /** {@code compressed}. */
    public static final ContainerFormat COMPRESSED = new ContainerFormat("compressed");

    /** Refuses null. */
    public ContainerFormat {
        requireNonNull(word, "word");
    }

    /**
     * Returns the format with this name.
     *
     * @param word the name on the wire
     * @return the format
     */
    public static ContainerFormat of(String word) {
        return new ContainerFormat(word);
    }

    /** Returns the name on the wire. */
    @Override
    public String toString() {
        return word;
    }
}
