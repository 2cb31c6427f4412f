package org.glance4j.data;

import static java.util.Objects.requireNonNull;

/**
 * How data is downloaded.
 *
 * @param progress who hears how far it is
 * @param acceptsUnverified whether a download succeeds that cannot be compared with the image's record
 * @param replacesExisting whether a file that is there is replaced once the data is there
 * @param keepsPart whether a download to a file that fails leaves what has come, for another to go on from
 */
public record DownloadOptions(
        ProgressListener progress, boolean acceptsUnverified, boolean replacesExisting, boolean keepsPart) {

    /** Refuses null. */
    public DownloadOptions {
        requireNonNull(progress, "progress");
    }

    /**
     * Returns the options of a download that has to be verified, replaces nothing, leaves nothing behind, and that nobody watches.
     *
     * @return the options
     */
    public static DownloadOptions defaults() {
        return new DownloadOptions(ProgressListener.none(), false, false, false);
    }

    /**
     * Returns these options with somebody who hears how far it is.
     *
     * @param listener who
     * @return the options
     */
    public DownloadOptions progress(ProgressListener listener) {
        return new DownloadOptions(listener, acceptsUnverified, replacesExisting, keepsPart);
    }

    /**
     * Returns these options for a download that succeeds even if there is nothing to compare it with; {@link
     * TransferResult#verification()} says why then. Data that differs is still an error.
     *
     * @return the options
     */
    public DownloadOptions acceptUnverified() {
        return new DownloadOptions(progress, true, replacesExisting, keepsPart);
    }

    /**
     * Returns these options for a download that replaces a file of the wanted name. It stays as it is until all data has come and
     * is right.
     *
     * @return the options
     */
    public DownloadOptions replaceExisting() {
        return new DownloadOptions(progress, acceptsUnverified, true, keepsPart);
    }

    /**
     * Returns these options for a download that keeps what has come if it is cut: in a file beside the wanted one, whose name ends
     * in {@code .part}. The next download to the same name with these options goes on from there, where the service gives data
     * from there on; else it begins anew. Nothing is kept of a part, nor where the record has no hash: nobody could tell whether it
     * is of the same data. Nor is data that turns out to be wrong, or that the service gives only from its beginning.
     *
     * @return the options
     */
    public DownloadOptions keepPart() {
        return new DownloadOptions(progress, acceptsUnverified, replacesExisting, true);
    }
}
