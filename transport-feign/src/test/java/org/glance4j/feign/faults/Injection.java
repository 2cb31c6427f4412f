package org.glance4j.feign.faults;

/**
 * A fault for one request.
 *
 * @param fault what goes wrong
 * @param applied whether the service gets the request all the same
 */
record Injection(Fault fault, boolean applied) {
    @Override
    public String toString() {
        return fault + (fault.reach() == Fault.Reach.EITHER ? applied ? " (applied)" : " (not applied)" : "");
    }
}
