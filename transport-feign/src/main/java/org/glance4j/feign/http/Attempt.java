package org.glance4j.feign.http;

import static java.util.Objects.requireNonNull;

import feign.Request;
import java.util.List;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.glance4j.auth.Secret;
import org.glance4j.feign.observe.WatchedCall;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of a call: where it goes, with which token, until when; and whether its request has begun to leave. It is
 * handed through Feign as the options of the request. Not safe for use by several threads, but for {@link #sent()}.
 */
public final class Attempt extends Request.Options {
    private final String route;
    private final Origin origin;
    private final @Nullable Secret token;
    private final Deadline deadline;
    private final @Nullable WatchedCall watched;
    private volatile boolean sent;
    private SecretTexts known = SecretTexts.NONE;

    private @Nullable Watch watch;
    /** 0 while there is none. */
    private int status;

    private @Nullable String requestId;

    /**
     * Makes an attempt.
     *
     * @param route method and path with placeholders, for the log
     * @param origin where it goes
     * @param token the token to send; null for none
     * @param deadline when to give up
     * @param watched the call that it belongs to; null where nobody listens
     */
    public Attempt(
            String route, Origin origin, @Nullable Secret token, Deadline deadline, @Nullable WatchedCall watched) {
        this.route = route;
        this.origin = origin;
        this.token = token;
        this.deadline = deadline;
        this.watched = watched;
    }

    /**
     * Returns whether a header can carry a token as it is. A line break in it would begin another header.
     *
     * @param token the token
     * @return true if it is visible ASCII and not empty
     */
    public static boolean canCarry(Secret token) {
        String text = token.reveal();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) <= ' ' || text.charAt(i) > '~') {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /**
     * Returns whether the request has begun to leave: the connection stood and the request's head was about to be written.
     *
     * @return true if the service may have seen the request
     */
    public boolean sent() {
        return sent;
    }

    /**
     * Returns the failure of an answer that arrived whole and is no document of the Image API.
     *
     * @param status the answer's status
     * @param cause why it cannot be read
     * @return the failure, to be thrown
     */
    public ExchangeFailure unreadable(int status, Throwable cause) {
        return new ExchangeFailure(
                ExchangeFailure.Kind.ANSWER,
                secrets().hide("the answer cannot be read: " + cause.getMessage()),
                true,
                status,
                requestId,
                secrets().hide(cause));
    }

    /**
     * Returns the status of the answer.
     *
     * @return the status code; null where no answer's head has arrived
     */
    public @Nullable Integer status() {
        return status == 0 ? null : status;
    }

    /**
     * Returns the service's id of the request.
     *
     * @return the id; null where none has arrived
     */
    public @Nullable String requestId() {
        return requestId;
    }

    /** Says which secrets there are beside the token. */
    void hides(SecretTexts secrets) {
        known = secrets;
    }

    /** Whether the text holds the token or another secret just as it is. */
    boolean showsSecret(String text) {
        return known.standIn(text) || (token != null && text.contains(token.reveal()));
    }

    /** What the peer may repeat and nobody is to see. */
    SecretTexts secrets() {
        return token == null ? known : known.and(List.of(token));
    }

    void began(OutgoingRequest request, HttpSettings settings) {
        if (watched != null) {
            watched.attemptBegan(new WireRequest(this, request, settings, watched.nextAttempt()));
        }
    }

    void answered(int status, @Nullable String requestId) {
        this.status = status;
        this.requestId = requestId == null ? null : RequestIds.shown(requestId, this);
    }

    void watchedBy(Watch watch) {
        this.watch = watch;
    }

    Watch watch() {
        return requireNonNull(watch, "watch");
    }

    /** Says that the request begins to leave. */
    void leaves(HttpClientConnection connection) {
        sent = true;
        if (watch != null && connection instanceof QuietConnection quiet) {
            watch.on(quiet);
        }
    }

    String route() {
        return route;
    }

    Origin origin() {
        return origin;
    }

    /**
     * Returns the token that is sent.
     *
     * @return the token; null for none
     */
    public @Nullable Secret token() {
        return token;
    }

    Deadline deadline() {
        return deadline;
    }

    /** Returns this: Feign's own look-up builds a text for every call. */
    @Override
    public Request.Options getMethodOptions(String methodName) {
        return this;
    }
}
