package org.glance4j.internal.json;

/**
 * Notes which of an object's fields have come, because a reader of JSON may take either of two with one name, and two readers
 * are likely to differ. Fields have numbers below 64. Used by one thread.
 */
final class Once {
    private long seen;

    /**
     * Returns the field's name if it has not come before.
     *
     * @throws WireFormatException if it has
     */
    String check(int number, String field) {
        long bit = 1L << number;
        if ((seen & bit) != 0) {
            throw twice("the field " + field);
        }
        seen |= bit;
        return field;
    }

    static WireFormatException twice(String what) {
        return new WireFormatException(what + " stands there twice");
    }
}
