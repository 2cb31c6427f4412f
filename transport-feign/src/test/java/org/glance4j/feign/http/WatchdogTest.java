package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What goes wrong with one exchange leaves the deadlines of the others alone. */
@Timeout(30)
class WatchdogTest {
    private boolean refusesFirst;
    private Thread first;
    private final AtomicInteger starts = new AtomicInteger();
    private final CountDownLatch failed = new CountDownLatch(2);
    private final CountDownLatch cancelled = new CountDownLatch(1);
    private final Executor threads = work -> {
        if (starts.incrementAndGet() == 1 && refusesFirst) {
            throw new OutOfMemoryError("unable to create native thread");
        }
        Thread thread = new Thread(work);
        thread.setUncaughtExceptionHandler((any, failure) -> {});
        first = first == null ? thread : first;
        thread.start();
    };
    private final Watchdog watchdog = new Watchdog(Duration.ofMinutes(1), threads);

    @AfterEach
    void close() {
        watchdog.close();
    }

    private void watchToTheEnd() throws InterruptedException {
        Watch watch = watchdog.watch(soon(), cancelled::countDown);
        cancelled.await();
        assertThat(watch.reason()).isEqualTo(ExchangeFailure.Kind.DEADLINE);
    }

    private static Deadline soon() {
        return Deadline.after(Ticker.systemTicker(), Duration.ofMillis(1));
    }

    @Test
    void anExchangeThatCannotBeWatchedIsNotBegunAndTheNextOneIs() throws InterruptedException {
        refusesFirst = true;
        AtomicInteger ends = new AtomicInteger();
        assertThatThrownBy(() -> watchdog.watch(soon(), ends::incrementAndGet)).isInstanceOf(OutOfMemoryError.class);
        watchToTheEnd();
        assertThat(ends).hasValue(0);
    }

    @Test
    void aTickerThatThrowsHoldsUpNoOtherDeadline() throws InterruptedException {
        watchWithTicker(new IllegalStateException("the ticker is out of order"));
        failed.await();
        watchToTheEnd();
        assertThat(starts).hasValue(1);
    }

    @Test
    void aThreadThatEndsBeforeItsTimeIsReplaced() throws InterruptedException {
        watchWithTicker(new IllegalStateException() {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new StackOverflowError();
            }
        });
        first.join();
        watchToTheEnd();
        assertThat(starts).hasValue(2);
    }

    private void watchWithTicker(RuntimeException failure) {
        AtomicInteger reads = new AtomicInteger();
        Ticker faulty = () -> {
            if (reads.getAndIncrement() == 0) {
                return 0;
            }
            failed.countDown();
            throw failure;
        };
        Watch unused = watchdog.watch(Deadline.after(faulty, Duration.ofSeconds(1)), () -> {});
    }
}
