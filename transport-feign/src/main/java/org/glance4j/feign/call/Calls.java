package org.glance4j.feign.call;

import java.util.function.Consumer;
import java.util.function.Supplier;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.observe.Announcer;
import org.jspecify.annotations.Nullable;

/**
 * Carries calls to one origin out: as many attempts as the class of the operation, the budget of the origin and the deadline
 * allow, one more after a 401 if the token can be renewed, and a look at what became of a change whose answer was lost.
 * Control plane, data plane and the identity service all come through here. Safe for use by several threads.
 */
public final class Calls {
    private final @Nullable TokenSource tokens;
    private final Endpoint endpoint;
    private final RetrySettings settings;
    private final Announcer announcer;
    private final RetryPolicy policy;
    private final Backoff backoff;
    private final RetryBudget budget;

    /**
     * Makes the layer.
     *
     * @param tokens where tokens come from; null for calls without a token
     * @param endpoint where the service is
     * @param settings how calls are repeated
     * @param announcer who is told of them
     */
    public Calls(@Nullable TokenSource tokens, Endpoint endpoint, RetrySettings settings, Announcer announcer) {
        this(tokens, endpoint, settings, announcer, new RetryBudget());
    }

    private Calls(
            @Nullable TokenSource tokens,
            Endpoint endpoint,
            RetrySettings settings,
            Announcer announcer,
            RetryBudget budget) {
        this.tokens = tokens;
        this.endpoint = endpoint;
        this.settings = settings;
        this.announcer = announcer;
        this.policy = new RetryPolicy(settings.maxAttempts());
        this.backoff = new Backoff(settings.random());
        this.budget = budget;
    }

    /**
     * Returns the layer for calls to the same origin that carry a token.
     *
     * @param tokens where tokens come from
     * @return the layer, which shares this one's budget
     */
    public Calls with(TokenSource tokens) {
        return new Calls(tokens, endpoint, settings, announcer, budget);
    }

    /**
     * Returns what the service answered.
     *
     * @param call what is being called
     * @param exchange makes one attempt
     * @param <T> what the answer is
     * @return the answer
     * @throws org.glance4j.error.ImageServiceException if the call fails
     */
    public <T> T run(Call call, Exchange<T> exchange) {
        return new Run<>(this, call, exchange, null).result();
    }

    /**
     * Returns what the service answered to a change, or what the change has made where its answer was lost.
     *
     * @param call what is being called
     * @param exchange makes one attempt
     * @param reconciliation how to find out whether the change was carried out; asked for when that is not known
     * @param <T> what the answer is
     * @return the answer
     * @throws org.glance4j.error.ImageServiceException if the call fails
     */
    public <T> T run(Call call, Exchange<T> exchange, Supplier<Reconciliation<T>> reconciliation) {
        return new Run<>(this, call, exchange, reconciliation).result();
    }

    /**
     * Carries out a call that answers nothing.
     *
     * @param call what is being called
     * @param exchange makes one attempt
     * @throws org.glance4j.error.ImageServiceException if the call fails
     */
    public void execute(Call call, Consumer<org.glance4j.feign.http.Attempt> exchange) {
        Boolean unused = run(
                call,
                attempt -> {
                    exchange.accept(attempt);
                    return true;
                },
                () -> new Reconciliation.Settled<>(true));
    }

    @Nullable
    TokenSource tokens() {
        return tokens;
    }

    Endpoint endpoint() {
        return endpoint;
    }

    RetrySettings settings() {
        return settings;
    }

    Announcer announcer() {
        return announcer;
    }

    RetryPolicy policy() {
        return policy;
    }

    Backoff backoff() {
        return backoff;
    }

    RetryBudget budget() {
        return budget;
    }
}
