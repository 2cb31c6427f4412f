package org.glance4j.cache;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.model.Member;
import org.jspecify.annotations.Nullable;

/**
 * A member that is being loaded, and then the member. It is completed with null where the load brought none: Caffeine drops
 * such an entry, and logs one that is completed with an exception.
 */
final class Load extends CompletableFuture<Member> {
    private final AtomicBoolean refreshing = new AtomicBoolean();

    /** Written before the completion, which makes them visible, and not changed after. */
    private @Nullable ImageServiceException refusal;

    private long loadedNanos;

    void succeed(Member member, long nowNanos) {
        loadedNanos = nowNanos;
        complete(member);
    }

    /** Ends the load without a member. Failures of the loading thread's own are nobody else's: its deadline, its interrupt. */
    void fail(Throwable failure) {
        if (failure instanceof ImageServiceException exception
                && !(exception instanceof CallInterruptedException)
                && !(exception instanceof DeadlineExceededException)) {
            refusal = exception;
        }
        complete(null);
    }

    /** Returns why there is no member, null where another thread has to find out for itself. */
    @Nullable
    ImageServiceException refusal() {
        return refusal;
    }

    long ageNanos(long nowNanos) {
        return nowNanos - loadedNanos;
    }

    /** Returns true to one thread: the one that is to see to loading the member anew. */
    boolean claimRefresh() {
        return !refreshing.get() && refreshing.compareAndSet(false, true);
    }

    void releaseRefresh() {
        refreshing.set(false);
    }
}
