package org.glance4j.transport;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalLong;

/**
 * Where the data to upload comes from. Data that can be opened again is opened when it is needed; other data is opened once and
 * closed, also where the upload fails before anything is sent.
 */
public interface ImageData {

    /**
     * Returns the data from its first byte on. Who calls this closes the stream.
     *
     * @return a new stream
     * @throws IOException if it cannot be read
     */
    InputStream open() throws IOException;

    /**
     * Returns how many bytes there are.
     *
     * @return the length, empty where it is not known; a source that gives more or less fails the upload
     */
    OptionalLong sizeBytes();

    /**
     * Returns whether {@link #open()} gives the same data again when it is called again.
     *
     * @return true if the upload can be repeated
     */
    boolean repeatable();

    /**
     * Returns data from memory.
     *
     * @param bytes the data; not copied
     * @return the data
     */
    static ImageData of(byte[] bytes) {
        return new ImageData() {
            @Override
            public InputStream open() {
                return new ByteArrayInputStream(bytes);
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(bytes.length);
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
    }

    /**
     * Returns a file's data.
     *
     * @param file the file
     * @return the data
     * @throws IOException if the file's size cannot be read
     */
    static ImageData of(Path file) throws IOException {
        long size = Files.size(file);
        return new ImageData() {
            @Override
            public InputStream open() throws IOException {
                return Files.newInputStream(file);
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(size);
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
    }

    /**
     * Returns the data of a stream of known length, which can be read once.
     *
     * @param stream the stream; the upload closes it, whatever becomes of it
     * @param sizeBytes how many bytes it gives
     * @return the data
     * @throws IllegalArgumentException if the length is negative
     */
    static ImageData of(InputStream stream, long sizeBytes) {
        requireNonNull(stream, "stream");
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("no data has " + sizeBytes + " bytes");
        }
        return new ImageData() {
            @Override
            public InputStream open() {
                return stream;
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(sizeBytes);
            }

            @Override
            public boolean repeatable() {
                return false;
            }
        };
    }

    /**
     * Returns the data of a channel of unknown length, which can be read once.
     *
     * @param channel the channel, in blocking mode; the upload closes it, whatever becomes of it
     * @return the data
     */
    static ImageData of(ReadableByteChannel channel) {
        return of(Channels.newInputStream(requireNonNull(channel, "channel")));
    }

    /**
     * Returns the data of a channel from where it stands to its end, which is read from there again where need be. Nobody else moves
     * the channel meanwhile.
     *
     * @param channel the channel; it stays open
     * @return the data
     * @throws IOException if the channel does not say where it stands
     */
    static ImageData of(SeekableByteChannel channel) throws IOException {
        long start = channel.position();
        long size = Math.max(0, channel.size() - start);
        return new ImageData() {
            @Override
            public InputStream open() throws IOException {
                channel.position(start);
                return new FilterInputStream(Channels.newInputStream(channel)) {
                    @Override
                    public void close() {
                        // The channel is the caller's.
                    }
                };
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.of(size);
            }

            @Override
            public boolean repeatable() {
                return true;
            }
        };
    }

    /**
     * Returns the data of a stream of unknown length, which can be read once.
     *
     * @param stream the stream; the upload closes it, whatever becomes of it
     * @return the data
     */
    static ImageData of(InputStream stream) {
        return new ImageData() {
            @Override
            public InputStream open() {
                return stream;
            }

            @Override
            public OptionalLong sizeBytes() {
                return OptionalLong.empty();
            }

            @Override
            public boolean repeatable() {
                return false;
            }
        };
    }
}
