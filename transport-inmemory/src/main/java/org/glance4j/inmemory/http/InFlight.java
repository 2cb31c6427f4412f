package org.glance4j.inmemory.http;

import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Knows how many requests are being answered. Safe for use by several threads. */
final class InFlight {
    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);
    private static final long PATIENCE_SECONDS = 5;

    private final Phaser phaser = new Phaser(1);

    void begin() {
        phaser.register();
    }

    void end() {
        phaser.arriveAndDeregister();
    }

    /** Returns once all requests have been answered, or after five seconds. */
    void awaitNone() {
        try {
            phaser.awaitAdvanceInterruptibly(phaser.arrive(), PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            LOG.warn("requests are cut off after {} seconds", PATIENCE_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
