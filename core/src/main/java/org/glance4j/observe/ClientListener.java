package org.glance4j.observe;

/**
 * Hears what a transport and the member cache above it do. Every method does nothing unless it is overridden.
 *
 * <p>A call is an operation that the application asked for. It makes one attempt or several, or none where it fails before
 * anything is sent. {@link #callBegan} comes first and {@link #callEnded} last, once each, on the thread of the call; in between
 * come {@link #attemptBegan} and {@link #attemptEnded} in pairs, and {@link #callRepeats} between two pairs. What a call has to
 * ask on its way is a call of its own, whose events lie between: a token first, and a look at a change whose answer was lost.
 * Events of calls on other threads come at the same time: a listener is safe for use by several threads, and quick, since the
 * call waits for it.
 *
 * <p>No event holds a password or a token. Ids stand only in {@link SentRequest} and in the exception of a {@link CallEnd}:
 * everything else is of few values and fit to be a tag of a metric. Durations are told by the transport's ticker.
 *
 * <p>What a listener throws breaks no call: it is logged, once for each method.
 */
public interface ClientListener {

    /**
     * A call begins.
     *
     * @param call the call
     */
    default void callBegan(ObservedCall call) {}

    /**
     * A request is about to be sent: a connection for it is still to be had.
     *
     * @param call the call that sends it
     * @param request the request
     */
    default void attemptBegan(ObservedCall call, SentRequest request) {}

    /**
     * An attempt is over. Of a download, the answer's head has arrived and the data is still to be read.
     *
     * @param call the call whose attempt it was
     * @param end how it ended
     */
    default void attemptEnded(ObservedCall call, AttemptEnd end) {}

    /**
     * A call is going to make another attempt. That after a renewed token is none of these: {@link #tokenRejected} tells of it.
     *
     * @param call the call
     * @param repeat when and why
     */
    default void callRepeats(ObservedCall call, Repeat repeat) {}

    /**
     * A call is over. Of a download, the answer's head has arrived and the data is still to be read.
     *
     * @param call the call
     * @param end how it ended
     */
    default void callEnded(ObservedCall call, CallEnd end) {}

    /**
     * The identity service has issued a token.
     *
     * @param issue for how long
     */
    default void tokenIssued(TokenIssue issue) {}

    /** The service has refused a token with a 401, before its time was over by what the identity service said. */
    default void tokenRejected() {}

    /**
     * Something happened to a member in the cache.
     *
     * @param event what happened
     */
    default void memberCache(MemberCacheEvent event) {}

    /**
     * Returns the listener that is none: what asks for it builds no event.
     *
     * @return always the same listener
     */
    static ClientListener none() {
        return NoListener.INSTANCE;
    }
}
