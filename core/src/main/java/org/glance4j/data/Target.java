package org.glance4j.data;

import java.io.IOException;

/** Where downloaded data goes. Used by one thread. */
interface Target {

    /** Refuses what can be refused before anything is sent. */
    void check() throws IOException;

    /**
     * Gets ready, and returns how many bytes are there already from an earlier download, which have gone through the hash. There
     * are none where the record has no hash: nobody could tell that they are of something else.
     *
     * @param expected what the record says of the data
     * @param hash what the data is hashed with
     * @param step called again and again meanwhile; it throws what ends the download
     */
    long begin(Expected expected, SideHash hash, Runnable step) throws IOException;

    /** Returns whether what was written can be dropped, and all of it be written anew after {@link #begin}. */
    boolean beginsAnew();

    /** Takes the first bytes of a buffer. */
    void write(byte[] buffer, int count) throws IOException;

    /** Puts the data where it belongs: all has come and is right. */
    void complete() throws IOException;

    /**
     * Ends a download that failed, and returns what is left of it, in a clause.
     *
     * @param wrong whether what has come is wrong, or, where the target can begin anew, nobody can go on from there
     */
    String abandon(boolean wrong);
}
