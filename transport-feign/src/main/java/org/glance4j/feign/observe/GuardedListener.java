package org.glance4j.feign.observe;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glance4j.observe.AttemptEnd;
import org.glance4j.observe.CallEnd;
import org.glance4j.observe.ClientListener;
import org.glance4j.observe.MemberCacheEvent;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.Repeat;
import org.glance4j.observe.SentRequest;
import org.glance4j.observe.TokenIssue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps from the calls what a listener throws, and logs it once for each method. Safe for use by several threads. */
public final class GuardedListener implements ClientListener {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedListener.class);

    private final ClientListener listener;
    private final Set<String> failed = ConcurrentHashMap.newKeySet();

    private GuardedListener(ClientListener listener) {
        this.listener = listener;
    }

    /**
     * Returns a listener that never throws.
     *
     * @param listener what it tells
     * @return the guarded listener; {@link ClientListener#none} stays what it is
     */
    public static ClientListener of(ClientListener listener) {
        return listener == ClientListener.none() || listener instanceof GuardedListener
                ? listener
                : new GuardedListener(listener);
    }

    @Override
    public void callBegan(ObservedCall call) {
        tell("callBegan", () -> listener.callBegan(call));
    }

    @Override
    public void attemptBegan(ObservedCall call, SentRequest request) {
        tell("attemptBegan", () -> listener.attemptBegan(call, request));
    }

    @Override
    public void attemptEnded(ObservedCall call, AttemptEnd end) {
        tell("attemptEnded", () -> listener.attemptEnded(call, end));
    }

    @Override
    public void callRepeats(ObservedCall call, Repeat repeat) {
        tell("callRepeats", () -> listener.callRepeats(call, repeat));
    }

    @Override
    public void callEnded(ObservedCall call, CallEnd end) {
        tell("callEnded", () -> listener.callEnded(call, end));
    }

    @Override
    public void tokenIssued(TokenIssue issue) {
        tell("tokenIssued", () -> listener.tokenIssued(issue));
    }

    @Override
    public void tokenRejected() {
        tell("tokenRejected", listener::tokenRejected);
    }

    @Override
    public void memberCache(MemberCacheEvent event) {
        tell("memberCache", () -> listener.memberCache(event));
    }

    private void tell(String method, Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            if (failed.add(method)) {
                LOG.warn(
                        "the listener {} fails in {}, which is not said again: mend it",
                        listener.getClass().getName(),
                        method,
                        e);
            }
        }
    }
}
