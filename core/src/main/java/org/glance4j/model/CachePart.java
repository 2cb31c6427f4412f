package org.glance4j.model;

/** A part of the cache that can be cleared by itself. Source: Image API v2, clear images from cache. */
public enum CachePart {
    /** The data that is there. */
    CACHED("cache"),
    /** What is to be put there. */
    QUEUED("queue");

    private final String word;

    CachePart(String word) {
        this.word = word;
    }

    /**
     * Returns the word that stands for this part on the wire.
     *
     * @return the word
     */
    public String word() {
        return word;
    }
}
