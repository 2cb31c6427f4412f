package org.glance4j.error;

/** What a failed call did at the service. */
public enum Effect {
    /** The request never left: nothing was changed. */
    NOT_SENT("nothing was sent"),
    /** The change took effect, although the call failed afterwards. */
    APPLIED("the change was applied"),
    /** The service answered without changing anything. */
    NOT_APPLIED("nothing was changed"),
    /** The request left and its answer was lost: the change may or may not have taken effect. */
    UNKNOWN("whether the change was applied is not known");

    private final String phrase;

    Effect(String phrase) {
        this.phrase = phrase;
    }

    /**
     * Returns the effect in words.
     *
     * @return a clause such as {@code nothing was changed}
     */
    public String phrase() {
        return phrase;
    }
}
