package org.glance4j.inmemory.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * A body that fails where it is shorter than its {@code Content-Length}. To the JDK's server a client that hangs up has come
 * to the end, and half an image would count as a whole one.
 */
final class WholeBody extends FilterInputStream {
    private long left;

    private WholeBody(InputStream body, long sizeBytes) {
        super(body);
        this.left = sizeBytes;
    }

    static InputStream of(InputStream body, String sizeBytes) {
        return sizeBytes.matches("[0-9]{1,18}") ? new WholeBody(body, Long.parseLong(sizeBytes)) : body;
    }

    @Override
    public int read() throws IOException {
        int next = super.read();
        return counted(next, next < 0 ? -1 : 1);
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        return counted(count, count);
    }

    private int counted(int result, int count) throws IOException {
        if (count >= 0) {
            left -= count;
        } else if (left > 0) {
            throw new IOException("the client stopped sending " + left + " bytes before the end");
        }
        return result;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
