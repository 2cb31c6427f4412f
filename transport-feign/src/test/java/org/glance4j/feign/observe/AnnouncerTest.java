package org.glance4j.feign.observe;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.benmanes.caffeine.cache.Ticker;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.glance4j.model.Operation;
import org.glance4j.observe.ClientListener;
import org.junit.jupiter.api.Test;
import org.slf4j.helpers.NOPLogger;

class AnnouncerTest {
    private static final int CALLS = 100_000;

    @Test
    void nothingIsBuiltWhereNobodyListens() {
        Announcer deaf = new Announcer(ClientListener.none(), Ticker.systemTicker(), NOPLogger.NOP_LOGGER);

        assertThat(bytesOf(deaf)).as("bytes for %d calls", CALLS).isLessThan(CALLS);
        assertThat(deaf.begin(Operation.GET_MEMBER, "GET")).isNull();
    }

    @Test
    void measurementSeesWhatIsBuiltForAListener() {
        Announcer heard = new Announcer(new ClientListener() {}, Ticker.systemTicker(), NOPLogger.NOP_LOGGER);

        assertThat(bytesOf(heard)).isGreaterThan(16L * CALLS);
    }

    private static long bytesOf(Announcer announcer) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        for (int i = 0; i < CALLS; i++) {
            announcer.begin(Operation.GET_MEMBER, "GET /v2/images/{id}/members/{member}");
        }
        return threads.getCurrentThreadAllocatedBytes() - before;
    }
}
