package org.glance4j.cache;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageOperations;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;

/**
 * A transport that remembers single members for a while. Everything else goes straight through: lists of members, images and
 * their data.
 *
 * <p>A member can be as stale as {@link MemberCacheSettings#timeToLive()} and the time its answer took, as far as others
 * change it. A change through this transport shows in the next look-up through it, also when the change failed half-way or a
 * look-up was under way meanwhile. Removing a member, deleting an image, and changing its visibility or owner drop all members
 * of that image. Absences and failures are not remembered. A change whose outcome is unknown, and that the service carries out
 * only after a later look-up, counts as somebody else's.
 *
 * <p>However many threads look up one member, one request is under way; the thread that came first sends it, and no thread
 * waits longer than its own deadline, or fails because another was interrupted or out of time.
 *
 * <p>Callers see different members: a cache belongs to one caller, and is never shared. Safe for use by several threads; it
 * has none of its own.
 */
public final class CachingTransport extends ForwardingTransport {
    private final MemberCache cache;
    private final Refresher refresher;
    private final Deadline deadline;

    private CachingTransport(ImageTransport delegate, MemberCache cache, Refresher refresher, Deadline deadline) {
        super(delegate);
        this.cache = cache;
        this.refresher = refresher;
        this.deadline = deadline;
    }

    /**
     * Returns a transport with a cache of its own.
     *
     * @param transport the caller's transport; closing the returned one closes it
     * @param settings how members are cached
     * @param ticker what the age of members is told by
     * @return the transport
     * @throws IllegalArgumentException if the settings say that nothing is cached
     */
    public static CachingTransport over(ImageTransport transport, MemberCacheSettings settings, Ticker ticker) {
        requireNonNull(transport, "transport");
        requireNonNull(ticker, "ticker");
        if (settings.isOff()) {
            throw new IllegalArgumentException("these settings switch the cache off: use the transport as it is");
        }
        MemberCache cache = new MemberCache(settings, ticker, transport.listener());
        return new CachingTransport(
                transport, cache, new Refresher(transport, cache, settings, ticker), Deadline.none());
    }

    @Override
    public ImageOperations images() {
        return new InvalidatingImages(delegate().images(), cache);
    }

    @Override
    public MemberOperations members() {
        return new CachingMembers(delegate().members(), cache, refresher, deadline);
    }

    @Override
    public ImageTransport within(Deadline newDeadline) {
        return new CachingTransport(delegate().within(newDeadline), cache, refresher, newDeadline);
    }

    @Override
    public ImageTransport uncached() {
        return new UncachedView(this, delegate().uncached(), cache);
    }

    /**
     * Returns what the look-ups have come to since the cache was made.
     *
     * @return the figures
     */
    public MemberCacheStatistics statistics() {
        return cache.statistics();
    }
}
