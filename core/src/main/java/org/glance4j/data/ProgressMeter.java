package org.glance4j.data;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.OptionalLong;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;

/** Tells a listener how far one transfer is, not too often, and keeps from the transfer what it throws. Used by one thread. */
final class ProgressMeter {
    private static final long PERIOD_NANOS = Duration.ofMillis(100).toNanos();

    private final ImageId imageId;
    private final ProgressListener listener;
    private final Ticker ticker;
    private OptionalLong totalBytes = OptionalLong.empty();
    private long began;
    private long told;
    private long from;
    private @Nullable RuntimeException failure;

    ProgressMeter(ImageId imageId, ProgressListener listener, Ticker ticker) {
        this.imageId = imageId;
        this.listener = listener;
        this.ticker = ticker;
    }

    /** Says that the transfer begins, with as many bytes as there are already. */
    void begin(long bytes, OptionalLong total) {
        totalBytes = total;
        from = bytes;
        began = ticker.read();
        tell(bytes, began);
    }

    /** Says how many bytes there are now. */
    void at(long bytes) {
        long now = ticker.read();
        if (now - told >= PERIOD_NANOS) {
            tell(bytes, now);
        }
    }

    /** Says that this is all. */
    void end(long bytes) {
        totalBytes = OptionalLong.of(bytes);
        tell(bytes, ticker.read());
    }

    @Nullable
    RuntimeException failure() {
        return failure;
    }

    private void tell(long bytes, long now) {
        told = now;
        if (failure != null) {
            return;
        }
        double seconds = (now - began) / 1e9;
        double rate = seconds > 0 ? (bytes - from) / seconds : 0;
        try {
            listener.progressed(new TransferProgress(imageId, bytes, totalBytes, rate));
        } catch (RuntimeException e) {
            failure = e;
        }
    }
}
