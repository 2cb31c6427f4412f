package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * The beginning of a qcow2 disk, versions 2 and 3. Its fields stand at fixed offsets, highest byte first; what is not there is 0.
 *
 * <p>Source: the format's description, {@code docs/interop/qcow2.txt} of QEMU; what {@code qemu-img info} of QEMU 7.2 refuses.
 *
 * @param fields at least {@link #LENGTH} bytes
 */
record Qcow2Header(ByteBuffer fields) {
    /** What is looked at of a disk. */
    static final int LENGTH = 112;

    private static final int MAGIC = 0x514649fb;
    private static final int LENGTH_OF_VERSION_3 = 104;
    private static final int SMALLEST_CLUSTER = 9;
    private static final int LARGEST_CLUSTER = 21;
    private static final int LARGEST_COUNT_TABLE = 8 << 20;
    private static final int LARGEST_TABLE = 32 << 20;
    private static final int EXTERNAL_DATA = 1 << 2;
    private static final int COMPRESSION = 1 << 3;
    private static final int LONG_ENTRIES = 1 << 4;
    private static final long KNOWN = 0x1f;
    private static final int SECTOR = 512;

    static boolean begins(ByteBuffer data) {
        return data.getInt(0) == MAGIC;
    }

    /**
     * Returns the size of the disk.
     *
     * @throws IOException if the disk is broken, or needs another file
     */
    long sizeBytes() throws IOException {
        int version = fields.getInt(4);
        demand(version == 2 || version == 3, "of an unknown version");
        demand(fields.getLong(8) == 0, "only a difference to another file");
        int clusterBits = fields.getInt(20);
        demand(clusterBits >= SMALLEST_CLUSTER && clusterBits <= LARGEST_CLUSTER, "of odd clusters");
        if (version == 3) {
            demandVersion3(1 << clusterBits);
        }
        demand(fields.getInt(32) == 0 || fields.getInt(32) == 1, "encrypted in an unknown way");
        demandTables(clusterBits, version == 3 && (fields.getLong(72) & LONG_ENTRIES) != 0 ? 16 : 8);
        return fields.getLong(24) / SECTOR * SECTOR;
    }

    private void demandVersion3(int cluster) throws IOException {
        long features = fields.getLong(72);
        int length = fields.getInt(100);
        demand(length >= LENGTH_OF_VERSION_3 && length <= cluster, "without a whole header");
        demand((features & ~KNOWN) == 0, "of unknown features");
        demand((features & EXTERNAL_DATA) == 0, "only a description of another file");
        int compression = length > LENGTH_OF_VERSION_3 ? fields.get(LENGTH_OF_VERSION_3) : 0;
        demand(compression == ((features & COMPRESSION) == 0 ? 0 : 1), "compressed in an unknown way");
        demand(fields.getInt(96) >= 0 && fields.getInt(96) <= 6, "of odd counts");
    }

    /** The first table has an entry for each table of the second level, which fills a cluster. */
    private void demandTables(int clusterBits, int entry) throws IOException {
        long cluster = 1L << clusterBits;
        long size = fields.getLong(24);
        long mapped = cluster * (cluster / entry);
        long tables = size / mapped + (size % mapped == 0 ? 0 : 1);
        long entries = Integer.toUnsignedLong(fields.getInt(36));
        demand(size >= 0 && tables <= entries && entries <= LARGEST_TABLE / 8, "larger than its table");
        demand(fields.getLong(40) % cluster == 0, "without a table");
        long counted = Integer.toUnsignedLong(fields.getInt(56));
        demand(counted > 0 && counted * cluster <= LARGEST_COUNT_TABLE, "without counts");
        demand(fields.getLong(48) % cluster == 0, "without counts");
    }

    private static void demand(boolean holds, String otherwise) throws IOException {
        if (!holds) {
            throw new IOException("the disk is " + otherwise);
        }
    }
}
