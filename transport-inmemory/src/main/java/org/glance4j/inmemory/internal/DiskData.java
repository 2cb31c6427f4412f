package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.glance4j.model.DiskFormat;

/**
 * What the service finds when it looks into the data of a disk, as {@code qemu-img info} does: its format, and how large the disk is. What
 * begins like no format that is known here is raw.
 *
 * <p>Of the other formats that {@code qemu-img} knows, only the beginnings are looked at: their disks cannot be measured here, so that
 * they are refused, as broken ones are.
 *
 * <p>Source: {@code glance/async_/flows/base_import.py} (_ImportToFS), {@code introspect.py}, 25.1.0.
 *
 * @param format the format
 * @param sizeBytes the size of the disk
 */
record DiskData(DiskFormat format, long sizeBytes) {
    private static final int SECTOR = 512;
    private static final int HEADER = 72;
    private static final int MAGIC_QCOW2 = 0x514649fb;
    private static final int BACKING_FILE = 8;
    private static final int SIZE = 24;
    private static final List<byte[]> UNMEASURED = List.of(
            new byte[] {'K', 'D', 'M', 'V'},
            new byte[] {'C', 'O', 'W', 'D'},
            new byte[] {'c', 'o', 'n', 'e', 'c', 't', 'i', 'x'},
            new byte[] {'v', 'h', 'd', 'x', 'f', 'i', 'l', 'e'});

    /**
     * Looks into data.
     *
     * @throws IOException if the service takes no such data: a broken disk, or one that is only a difference to another file
     */
    static DiskData of(StoredData data) throws IOException {
        byte[] head;
        try (InputStream in = data.open(0, Math.min(data.size(), HEADER))) {
            head = in.readAllBytes();
        }
        ByteBuffer fields = ByteBuffer.wrap(Arrays.copyOf(head, HEADER));
        if (fields.getInt(0) == MAGIC_QCOW2) {
            int version = fields.getInt(4);
            boolean isWhole = head.length == HEADER && (version == 2 || version == 3);
            if (!isWhole || fields.getLong(BACKING_FILE) != 0) {
                throw new IOException("the disk is broken, or needs another file");
            }
            return new DiskData(DiskFormat.QCOW2, fields.getLong(SIZE));
        }
        for (byte[] magic : UNMEASURED) {
            if (Arrays.equals(magic, Arrays.copyOf(head, magic.length))) {
                throw new IOException("disks of this format cannot be measured here");
            }
        }
        return new DiskData(DiskFormat.RAW, (data.size() + SECTOR - 1) / SECTOR * SECTOR);
    }
}
