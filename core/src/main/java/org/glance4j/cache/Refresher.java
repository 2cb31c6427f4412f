package org.glance4j.cache;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import org.glance4j.cache.MemberCacheSettings.RefreshAhead;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.model.Member;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/** Loads members that are asked for anew before their time is over, where the settings say so. Safe for use by several threads. */
final class Refresher {
    private final ImageTransport transport;
    private final MemberCache cache;
    private final Ticker ticker;
    private final Duration timeToLive;
    private final @Nullable RefreshAhead ahead;
    private final long afterNanos;

    Refresher(ImageTransport transport, MemberCache cache, MemberCacheSettings settings, Ticker ticker) {
        this.transport = transport;
        this.cache = cache;
        this.ticker = ticker;
        this.timeToLive = settings.timeToLive();
        this.ahead = settings.refreshAhead();
        this.afterNanos = ahead == null ? Long.MAX_VALUE : ahead.after().toNanos();
    }

    void sawHit(MemberKey key, Load load) {
        if (ahead == null || load.ageNanos(ticker.read()) < afterNanos || !load.claimRefresh()) {
            return;
        }
        try {
            ahead.executor().execute(() -> refresh(key, load));
        } catch (RejectedExecutionException busy) {
            // The member at hand is good until its time is over: a later look-up may find the executor less busy.
            load.releaseRefresh();
        }
    }

    private void refresh(MemberKey key, Load load) {
        try {
            Deadline deadline = Deadline.after(ticker, timeToLive);
            Member member = transport.within(deadline).members().get(key.imageId(), key.memberId());
            cache.replace(key, load, member);
        } catch (MemberNotFoundException gone) {
            cache.drop(key, load);
        } catch (ImageServiceException unreachable) {
            // As above; once its time is over, the failure is that of the thread that asks.
            load.releaseRefresh();
        }
    }
}
