package org.glance4j.cache;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.Operation;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.MemberCacheEvent;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One caller's members. Safe for use by several threads.
 *
 * <p>A load stands in the map as a future from before its request is sent. Whoever drops the key takes that future out of the
 * map, so that what an earlier request brings is given to those that asked before, and kept for nobody. That is why the map
 * is the asynchronous cache's: dropping from a synchronous one waits for loads under way, or passes them over.
 */
final class MemberCache {
    private final AsyncCache<MemberKey, Member> cache;
    private final ConcurrentMap<MemberKey, CompletableFuture<Member>> map;
    private final Ticker ticker;
    private final ClientListener listener;

    MemberCache(MemberCacheSettings settings, Ticker ticker, ClientListener listener) {
        this.cache = Caffeine.newBuilder()
                .maximumSize(settings.maximumEntries())
                .expireAfterWrite(settings.timeToLive())
                .ticker(ticker)
                .recordStats()
                // Housekeeping takes microseconds: it needs no thread but the caller's.
                .executor(Runnable::run)
                .buildAsync();
        this.map = cache.asMap();
        this.ticker = ticker;
        this.listener = listener;
    }

    /**
     * Returns the load of a key that is there, done or not; null where there is none.
     */
    @Nullable
    Load find(MemberKey key) {
        Load load = (Load) cache.getIfPresent(key);
        listener.memberCache(load == null ? MemberCacheEvent.MISS : MemberCacheEvent.HIT);
        return load;
    }

    /** Returns the member, loaded on this thread unless another loads it already. */
    Member load(MemberKey key, Deadline deadline, Supplier<Member> loader) {
        while (true) {
            Load mine = new Load();
            Load others = (Load) map.putIfAbsent(key, mine);
            if (others == null) {
                return run(key, mine, loader);
            }
            Member member = await(key, others, deadline);
            if (member != null) {
                return member;
            }
        }
    }

    /** Returns what another thread loads; null where its load ended in a way that concerns that thread alone. */
    @Nullable
    Member await(MemberKey key, Load others, Deadline deadline) {
        Member member = result(key, others, deadline);
        if (member == null && others.refusal() != null) {
            // The service's answer to a request that was under way while this one was made is an answer to this one
            // too.
            throw others.refusal();
        }
        return member;
    }

    private Member run(MemberKey key, Load mine, Supplier<Member> loader) {
        Throwable failure = new IllegalStateException("not loaded");
        try {
            Member member = loader.get();
            mine.succeed(member, ticker.read());
            listener.memberCache(MemberCacheEvent.LOADED);
            return member;
        } catch (RuntimeException | Error e) {
            failure = e;
            throw e;
        } finally {
            if (!mine.isDone()) {
                // Out of the map first: a waiter that has to load for itself must not find it again.
                map.remove(key, mine);
                mine.fail(failure);
                listener.memberCache(MemberCacheEvent.LOAD_FAILED);
            }
        }
    }

    private static @Nullable Member result(MemberKey key, Load load, Deadline deadline) {
        try {
            var left = deadline.remaining();
            return left.isEmpty() ? load.get() : load.get(left.get().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new DeadlineExceededException(
                    failure(key)
                            .advice("another thread's look-up of the same member was not over in time")
                            .build(),
                    late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CallInterruptedException(
                    failure(key)
                            .advice("another thread's look-up of the same member was waited for")
                            .build(),
                    interrupted);
        } catch (ExecutionException impossible) {
            throw new IllegalStateException("loads are never completed with an exception", impossible);
        }
    }

    private static Failure.Builder failure(MemberKey key) {
        return Failure.of(Operation.GET_MEMBER)
                .imageId(key.imageId())
                .memberId(key.memberId())
                .effect(Effect.NOT_SENT);
    }

    /** Puts a member that was loaded anew in the place of the old one, unless that was dropped meanwhile. */
    void replace(MemberKey key, Load old, Member member) {
        Load fresh = new Load();
        fresh.succeed(member, ticker.read());
        if (map.replace(key, old, fresh)) {
            listener.memberCache(MemberCacheEvent.REFRESHED);
        }
    }

    /** Drops what is there and what is under way. */
    void drop(MemberKey key) {
        if (map.remove(key) != null) {
            listener.memberCache(MemberCacheEvent.DROPPED);
        }
    }

    /** Drops this very load and no later one. */
    void drop(MemberKey key, Load old) {
        if (map.remove(key, old)) {
            listener.memberCache(MemberCacheEvent.DROPPED);
        }
    }

    /** Drops all members of an image, and those under way. */
    void dropAll(ImageId imageId) {
        for (MemberKey key : map.keySet()) {
            if (key.imageId().equals(imageId)) {
                drop(key);
            }
        }
    }

    MemberCacheStatistics statistics() {
        CacheStats stats = cache.synchronous().stats();
        return new MemberCacheStatistics(
                stats.hitCount(),
                stats.missCount(),
                stats.loadSuccessCount(),
                stats.loadFailureCount(),
                stats.evictionCount(),
                cache.synchronous().estimatedSize());
    }
}
