package org.glance4j.contract;

import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Profile;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/** An adapter with a service behind it, which the contract is held against. Used by several threads. */
public interface ContractTarget extends AutoCloseable {

    /**
     * Returns what the target is called in the report.
     *
     * @return the name
     */
    String name();

    /**
     * Returns which authorization rules the service behind applies.
     *
     * @return the profile
     */
    Profile profile();

    /**
     * Returns a party's transport; the target closes it.
     *
     * @param party the party
     * @return its transport, the same each time
     */
    ImageTransport as(Party party);

    /**
     * Returns what a party's token stands for.
     *
     * @param party the party
     * @return the caller
     */
    Caller caller(Party party);

    /**
     * Returns the answer of the service to a request that does not go through the port.
     *
     * @param party whose token to send; null for none
     * @param request the request
     * @return the answer
     */
    WireAnswer exchange(@Nullable Party party, WireRequest request);

    /** Lets a little of the time pass that the service needs for what it does by itself: imports and tasks. */
    void awaitProgress();

    /**
     * Returns a target whose service takes any number of members for an image. The caller closes it.
     *
     * @return the target
     */
    ContractTarget withoutMemberQuota();

    /**
     * Returns the statements that this target cannot be held to, each with the reason.
     *
     * @return reasons by number; none for most targets
     */
    default Map<String, String> skips() {
        return Map.of();
    }

    /**
     * Returns whether the service pages through images without a size, sorted by size. Glance on SQLite does not: its
     * comparison with a marker that has none is never true, or always.
     *
     * @return true for most targets
     */
    default boolean pagesImagesWithoutSize() {
        return true;
    }

    @Override
    void close();
}
