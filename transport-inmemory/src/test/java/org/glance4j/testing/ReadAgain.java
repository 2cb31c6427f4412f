package org.glance4j.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.OptionalLong;
import org.glance4j.transport.ImageData;

/** Data that can be read again, and is something else then. */
public final class ReadAgain implements ImageData {
    private final byte[] first;
    private final Source second;
    private boolean wasOpened;

    /**
     * Makes the data.
     *
     * @param first what is read the first time
     * @param second what is read afterwards
     */
    public ReadAgain(byte[] first, Source second) {
        this.first = first.clone();
        this.second = second;
    }

    /** What is opened. */
    public interface Source {
        /**
         * Opens it.
         *
         * @return the data
         * @throws IOException if it cannot be opened
         */
        InputStream open() throws IOException;
    }

    @Override
    public InputStream open() throws IOException {
        if (wasOpened) {
            return second.open();
        }
        wasOpened = true;
        return new ByteArrayInputStream(first);
    }

    @Override
    public OptionalLong sizeBytes() {
        return OptionalLong.of(first.length);
    }

    @Override
    public boolean repeatable() {
        return true;
    }
}
