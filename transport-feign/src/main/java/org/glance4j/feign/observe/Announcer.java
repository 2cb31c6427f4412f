package org.glance4j.feign.observe;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.glance4j.model.Operation;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.TokenIssue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the listener and the log what one transport does. Safe for use by several threads. */
public final class Announcer {
    private final ClientListener listener;
    private final Ticker ticker;
    private final Logger log;
    private final AtomicLong calls = new AtomicLong();

    /**
     * Makes an announcer.
     *
     * @param listener who hears, beside the log; one that never throws
     * @param ticker what durations are told by
     */
    public Announcer(ClientListener listener, Ticker ticker) {
        this(listener, ticker, LoggerFactory.getLogger("org.glance4j.feign"));
    }

    Announcer(ClientListener listener, Ticker ticker, Logger log) {
        this.listener = requireNonNull(listener, "listener");
        this.ticker = requireNonNull(ticker, "ticker");
        this.log = requireNonNull(log, "log");
    }

    /**
     * Returns who hears.
     *
     * @return the listener; {@link ClientListener#none} where nobody does but the log
     */
    public ClientListener listener() {
        return listener;
    }

    /**
     * Says that a call begins.
     *
     * @param operation what is called
     * @param route method and path with placeholders for the ids
     * @return what is to be told of the call; null where nobody hears, so that nothing has to be built
     */
    public @Nullable WatchedCall begin(Operation operation, String route) {
        if (listener == ClientListener.none() && !log.isDebugEnabled()) {
            return null;
        }
        ObservedCall call = new ObservedCall(calls.incrementAndGet(), operation, route);
        listener.callBegan(call);
        return new WatchedCall(call, listener, ticker, log);
    }

    /**
     * Says that the identity service has issued a token.
     *
     * @param usable how long it is used
     */
    public void tokenIssued(Duration usable) {
        log.debug("a new token, used for {}", usable);
        if (listener != ClientListener.none()) {
            listener.tokenIssued(new TokenIssue(usable));
        }
    }
}
