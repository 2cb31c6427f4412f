package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.Test;

class WatchTest {
    private final AtomicInteger cancelled = new AtomicInteger();
    private final AtomicInteger stopped = new AtomicInteger();
    private long nanos;

    @Test
    void anExchangeThatWasEndedIsWatchedNoLonger() {
        Watch watch = new Watch(
                Deadline.after(() -> nanos, Duration.ofSeconds(1)),
                cancelled::incrementAndGet,
                Long.MAX_VALUE,
                any -> stopped.incrementAndGet());
        watch.look();
        assertThat(stopped).hasValue(0);

        nanos = Duration.ofSeconds(1).toNanos();
        watch.look();
        watch.look();

        assertThat(cancelled).hasValue(1);
        assertThat(stopped).hasValue(1);
        assertThat(watch.reason()).isEqualTo(ExchangeFailure.Kind.DEADLINE);
    }

    @Test
    void anExchangeThatCannotBeCancelledIsWatchedNoLonger() {
        Watch watch = new Watch(
                Deadline.none(),
                () -> {
                    throw new IllegalStateException("no");
                },
                Long.MAX_VALUE,
                any -> stopped.incrementAndGet());

        assertThatThrownBy(() -> watch.end(ExchangeFailure.Kind.CLOSED)).isInstanceOf(IllegalStateException.class);

        assertThat(stopped).hasValue(1);
    }
}
