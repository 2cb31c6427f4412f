package org.glance4j.inmemory.contract;

import org.glance4j.contract.Party;
import org.glance4j.contract.WireAnswer;
import org.glance4j.contract.WireRequest;
import org.jspecify.annotations.Nullable;

/** What becomes of a request on the wire. */
@FunctionalInterface
interface WireRule {

    WireAnswer answer(@Nullable Party party, WireRequest request, Next next);

    /** The wire as it should be. */
    @FunctionalInterface
    interface Next {
        WireAnswer answer(@Nullable Party party, WireRequest request);
    }
}
