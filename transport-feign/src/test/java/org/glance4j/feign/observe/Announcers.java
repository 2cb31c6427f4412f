package org.glance4j.feign.observe;

import com.github.benmanes.caffeine.cache.Ticker;
import org.glance4j.observe.ClientListener;
import org.slf4j.helpers.NOPLogger;

/** Announcers for tests of other packages. */
public final class Announcers {
    private Announcers() {}

    /** Returns one that nobody hears, the log included: for tests of millions of calls. */
    public static Announcer silent() {
        return new Announcer(ClientListener.none(), Ticker.disabledTicker(), NOPLogger.NOP_LOGGER);
    }
}
