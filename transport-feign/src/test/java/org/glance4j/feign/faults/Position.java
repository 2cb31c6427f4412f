package org.glance4j.feign.faults;

/** Which of a call's requests goes wrong. */
enum Position {
    FIRST,
    EVERY,
    /** The change is applied and its answer lost; then the first look at what became of it goes wrong. */
    FIRST_LOOK,
    /** The change is applied and its answer lost; then every look at what became of it goes wrong. */
    EVERY_LOOK;

    boolean isLook() {
        return this == FIRST_LOOK || this == EVERY_LOOK;
    }

    /** Returns whether this can be tried with this operation and this fault. */
    boolean fits(Deed deed, Fault fault) {
        boolean early = fault.sign() == Fault.Sign.EARLY;
        if (isLook()) {
            // Of a new connection nobody knows yet which request it brings.
            return (deed.kind() == Deed.Kind.CREATED || deed.kind() == Deed.Kind.RECONCILED)
                    && !early
                    && fault != Fault.RESET_BEFORE_REQUEST;
        }
        if (early) {
            return deed == Deed.UPLOAD_DATA;
        }
        // To a download a document of whatever kind is data, unless it is compressed.
        return deed.form() != Deed.Form.DATA || fault.sign() != Fault.Sign.UNREADABLE || fault == Fault.TRUNCATED_GZIP;
    }
}
