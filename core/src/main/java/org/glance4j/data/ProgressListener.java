package org.glance4j.data;

/**
 * Hears how far a transfer has come: at its beginning, then at most ten times a second while data moves, and at its end. It is
 * told by the thread that moves the data, which is the caller's with the transports of this library, and holds the transfer up
 * until it returns. What it throws does not disturb the transfer: it is told no more, and {@link
 * TransferResult#listenerFailure()} has the exception.
 */
@FunctionalInterface
public interface ProgressListener {

    /**
     * Hears how far it is.
     *
     * @param progress the state of one transfer
     */
    void progressed(TransferProgress progress);

    /**
     * Returns a listener that does nothing.
     *
     * @return the listener
     */
    static ProgressListener none() {
        return progress -> {};
    }
}
