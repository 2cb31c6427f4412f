package org.glance4j.inmemory.internal;

import java.io.InputStream;
import java.util.List;
import java.util.Objects;

/** Reads a part of what chunks in the heap hold together. Not safe for use by several threads. */
final class ChunkStream extends InputStream {
    private final List<byte[]> chunks;
    private int index;
    private int offset;
    private long left;

    ChunkStream(List<byte[]> chunks, long first, long length) {
        this.chunks = chunks;
        this.left = length;
        long skip = first;
        while (index < chunks.size() && skip >= chunks.get(index).length) {
            skip -= chunks.get(index).length;
            index++;
        }
        this.offset = (int) skip;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int from, int length) {
        Objects.checkFromIndexSize(from, length, target.length);
        if (left == 0) {
            return length == 0 ? 0 : -1;
        }
        byte[] chunk = chunks.get(index);
        int count = (int) Math.min(left, Math.min(length, chunk.length - offset));
        System.arraycopy(chunk, offset, target, from, count);
        offset += count;
        left -= count;
        if (offset == chunk.length) {
            index++;
            offset = 0;
        }
        return count;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, left);
    }
}
