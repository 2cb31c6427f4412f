package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.glance4j.model.DiskFormat;

/**
 * What the service finds when it looks into the data of a disk, as {@code qemu-img info} does: its format, and how large the disk is. What
 * begins like no format that {@code qemu-img} tells from the data is raw.
 *
 * <p>Only raw disks and those in qcow2 can be measured here. Those of the other formats are told by what they begin with, and are refused,
 * as broken ones are.
 *
 * <p>Source: {@code glance/async_/flows/base_import.py} (_ImportToFS), {@code introspect.py}, 25.1.0; what {@code qemu-img info} of QEMU
 * 7.2 finds.
 *
 * @param format the format
 * @param sizeBytes the size of the disk
 */
record DiskData(DiskFormat format, long sizeBytes) {
    private static final int SECTOR = 512;
    private static final String PARALLELS_2 = "02000000";
    private static final String BOCHS = hex("Bochs Virtual HD Image")
            + "00".repeat(10)
            + hex("Redolog")
            + "00".repeat(9)
            + hex("Growing")
            + "00".repeat(9);

    /** Marks of the formats that cannot be measured here. */
    private static final List<Mark> UNMEASURED = List.of(
            new Mark(0, hex("KDMV")),
            new Mark(0, hex("COWD")),
            new Mark(0, hex("conectix")),
            new Mark(0, hex("vhdxfile")),
            new Mark(0, hex("QED\0")),
            new Mark(0, hex("LUKS") + "babe0001"),
            new Mark(0, hex("WithoutFreeSpace") + PARALLELS_2),
            new Mark(0, hex("WithouFreSpacExt") + PARALLELS_2),
            new Mark(0, hex("#!/bin/sh\n#V2.0 Format\nmodprobe cloop file=$0 && mount -r -t iso9660 /dev/cloop $1\n")),
            new Mark(0, BOCHS + "00000100"),
            new Mark(0, BOCHS + "00000200"),
            new Mark(64, "7f10dabe"));

    /** A description of a VMDK disk, whose data is in other files. */
    private static final Pattern VMDK = Pattern.compile("(?:#[^\n]*\n| +\r?\n)*+version=[123]\r?\n");

    /** Bytes in hexadecimal digits that data of a format has at an offset. */
    private record Mark(int offset, String bytes) {
        boolean isOn(byte[] head) {
            int end = offset + bytes.length() / 2;
            return head.length >= end
                    && HexFormat.of().formatHex(head, offset, end).equals(bytes);
        }
    }

    private static String hex(String text) {
        return HexFormat.of().formatHex(text.getBytes(StandardCharsets.US_ASCII));
    }

    /**
     * Looks into data.
     *
     * @throws IOException if the service takes no such data: a broken disk, or one that needs another file
     */
    static DiskData of(StoredData data) throws IOException {
        byte[] head;
        try (InputStream in = data.open(0, Math.min(data.size(), SECTOR))) {
            head = in.readAllBytes();
        }
        ByteBuffer fields = ByteBuffer.wrap(Arrays.copyOf(head, Qcow2Header.LENGTH));
        if (Qcow2Header.begins(fields)) {
            return new DiskData(DiskFormat.QCOW2, new Qcow2Header(fields).sizeBytes());
        }
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (UNMEASURED.stream().anyMatch(mark -> mark.isOn(head))
                || VMDK.matcher(text).lookingAt()) {
            throw new IOException("disks of this format cannot be measured here");
        }
        return new DiskData(DiskFormat.RAW, (data.size() + SECTOR - 1) / SECTOR * SECTOR);
    }
}
