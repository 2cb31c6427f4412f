package org.glance4j.data;

/** What a comparison of image data with the image's record has come to. What differs is never a result, but an exception. */
public enum Verification {
    /** Length and hash are those on record. */
    VERIFIED("the data is what the service has on record"),

    /** The service keeps no hash of the image's data. */
    NO_HASH("the service has no hash of the data on record"),

    /** The hash on record is of an algorithm that this Java has not; an MD5 beside it, if there is one, agrees. */
    UNKNOWN_ALGORITHM("the service's hash is of an algorithm that this Java has not"),

    /** An upload was hashed by another algorithm than the record's, and its source cannot be read again, or has changed since. */
    SOURCE_READ_ONCE(
            "the service's hash is of another algorithm than the upload's, and its source cannot be read again"),

    /** It is a part of an image's data: the service keeps a hash of the whole. Its length is right. */
    PART("a part of the data has no hash on record"),

    /** Data that is staged has no hash on record before it is imported. */
    STAGED("staged data has no hash on record"),

    /** The data is uploaded, and the image's record could not be read afterwards. */
    RECORD_NOT_READ("the image's record could not be read after the upload");

    private final String phrase;

    Verification(String phrase) {
        this.phrase = phrase;
    }

    /**
     * Returns the result in words.
     *
     * @return a clause such as {@code the service has no hash of the data on record}
     */
    public String phrase() {
        return phrase;
    }
}
