package org.glance4j.model;

import static java.util.Objects.requireNonNull;

/**
 * The format of an image's disk.
 *
 * <p>Each site configures the list of names it takes, so any name can be sent; the service refuses the ones it does not know.
 *
 * <p>Source: Image API v2, image schema; {@code glance/common/config.py}, 25.1.0.
 *
 * @param word the name on the wire
 */
public record DiskFormat(String word) {

    /** {@code ami}. */
    public static final DiskFormat AMI = new DiskFormat("ami");

    /** {@code ari}. */
    public static final DiskFormat ARI = new DiskFormat("ari");

    /** {@code aki}. */
    public static final DiskFormat AKI = new DiskFormat("aki");

    /** {@code vhd}. */
    public static final DiskFormat VHD = new DiskFormat("vhd");

    /** {@code vhdx}. */
    public static final DiskFormat VHDX = new DiskFormat("vhdx");

    /** {@code vmdk}. */
    public static final DiskFormat VMDK = new DiskFormat("vmdk");

    /** {@code raw}. */
    public static final DiskFormat RAW = new DiskFormat("raw");

    /** {@code qcow2}. */
    public static final DiskFormat QCOW2 = new DiskFormat("qcow2");

    /** {@code vdi}. */
    public static final DiskFormat VDI = new DiskFormat("vdi");

    /** {@code iso}. */
    public static final DiskFormat ISO = new DiskFormat("iso");

    /** {@code ploop}. */
    public static final DiskFormat PLOOP = new DiskFormat("ploop");

    /** Refuses null. */
    public DiskFormat {
        requireNonNull(word, "word");
    }

    /**
     * Returns the format with this name.
     *
     * @param word the name on the wire
     * @return the format
     */
    public static DiskFormat of(String word) {
        return new DiskFormat(word);
    }

    /** Returns the name on the wire. */
    @Override
    public String toString() {
        return word;
    }
}
