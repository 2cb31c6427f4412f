package org.glance4j.internal;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import org.glance4j.model.Capabilities;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/**
 * Begins calls: each call that a user makes gets one deadline, which covers all requests that it takes. Safe for use by several
 * threads.
 */
public final class Calls {
    private static final Duration CLEAN_UP = Duration.ofSeconds(30);

    private final ImageTransport transport;
    private final Ticker ticker;
    private final Offers offers;
    private final @Nullable Duration limit;

    private Calls(ImageTransport transport, Ticker ticker, Offers offers, @Nullable Duration limit) {
        this.transport = requireNonNull(transport, "transport");
        this.ticker = requireNonNull(ticker, "ticker");
        this.offers = offers;
        this.limit = limit;
    }

    /**
     * Returns calls that take as long as the transport lets them.
     *
     * @param transport what carries the requests
     * @param ticker what tells the time
     * @return the calls
     */
    public static Calls unlimited(ImageTransport transport, Ticker ticker) {
        return new Calls(transport, ticker, new Offers(ticker), null);
    }

    /**
     * Returns calls that end within a duration, each counted from its own beginning.
     *
     * @param duration how long a call may take; it replaces the one that holds here
     * @return the calls
     */
    public Calls within(Duration duration) {
        return new Calls(transport, ticker, offers, requireNonNull(duration, "duration"));
    }

    /**
     * Returns the deadline of a call that begins now.
     *
     * @return the deadline; none where calls are not limited
     */
    public Deadline deadline() {
        return limit == null ? Deadline.none() : Deadline.after(ticker, limit);
    }

    /**
     * Returns the transport for a call that has this deadline.
     *
     * @param deadline what {@link #deadline()} returned
     * @return the transport
     */
    public ImageTransport until(Deadline deadline) {
        // Without a limit of ours the transport keeps the one that it may have.
        return limit == null ? transport : transport.within(deadline);
    }

    /**
     * Returns the transport for a call that has this deadline, of operations that not every service offers.
     *
     * @param deadline what {@link #deadline()} returned
     * @param operations what is about to be called
     * @return the transport
     * @throws org.glance4j.error.OperationNotOfferedException if the service's versions say that it does not offer one of them
     */
    public ImageTransport until(Deadline deadline, Operation... operations) {
        ImageTransport begun = until(deadline);
        for (Operation operation : operations) {
            offers.require(operation, begun);
        }
        return begun;
    }

    /**
     * Returns the transport for a call that begins now.
     *
     * @return the transport
     */
    public ImageTransport begin() {
        return until(deadline());
    }

    /**
     * Returns the transport for a call that begins now, of an operation that not every service offers. The first such call asks the
     * service for its versions, within its own deadline.
     *
     * @param operation what is about to be called
     * @return the transport
     * @throws org.glance4j.error.OperationNotOfferedException if the service's versions say that it does not offer it
     */
    public ImageTransport begin(Operation operation) {
        return until(deadline(), operation);
    }

    /**
     * Returns the transport for what is cleaned up after a call that failed: with half a minute of its own, or as much as a call has
     * where that is less.
     *
     * @return the transport
     */
    public ImageTransport cleanUp() {
        return within(limit == null || limit.compareTo(CLEAN_UP) > 0 ? CLEAN_UP : limit)
                .begin();
    }

    /**
     * Returns what the service offers. It is asked for once.
     *
     * @return the capabilities
     */
    public Capabilities capabilities() {
        return offers.capabilities(begin());
    }
}
