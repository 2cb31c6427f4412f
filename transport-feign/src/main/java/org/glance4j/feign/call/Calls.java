package org.glance4j.feign.call;

import feign.codec.DecodeException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.ExchangeFailure;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.http.RefusedAnswer;

/**
 * Carries a call out: one attempt, and one more after a 401 if the token can be renewed and the request can be sent again.
 * Control plane and data plane both come through here. Safe for use by several threads.
 */
public final class Calls {
    private static final int UNAUTHORIZED = 401;

    private final TokenSource tokens;
    private final Endpoint endpoint;

    /**
     * Makes the layer.
     *
     * @param tokens where tokens come from
     * @param endpoint where the service is
     */
    public Calls(TokenSource tokens, Endpoint endpoint) {
        this.tokens = tokens;
        this.endpoint = endpoint;
    }

    /**
     * Returns what the service answered.
     *
     * @param call what is being called
     * @param repeatable whether the request can be sent again; asked after an attempt
     * @param exchange makes one attempt
     * @param <T> what the answer is
     * @return the answer
     * @throws org.glance4j.error.ImageServiceException if the call fails
     */
    public <T> T run(Call call, BooleanSupplier repeatable, Function<Attempt, T> exchange) {
        Secret token = token(call);
        try {
            return attempt(call, token, exchange);
        } catch (RefusedAnswer refused) {
            if (refused.status() != UNAUTHORIZED || !tokens.reject(token) || !repeatable.getAsBoolean()) {
                throw Failures.of(call, refused, tokens.caller().orElse(null));
            }
        }
        try {
            return attempt(call, token(call), exchange);
        } catch (RefusedAnswer refused) {
            throw Failures.of(call, refused, tokens.caller().orElse(null));
        }
    }

    /**
     * Carries out a call that answers nothing.
     *
     * @param call what is being called
     * @param repeatable whether the request can be sent again; asked after an attempt
     * @param exchange makes one attempt
     * @throws org.glance4j.error.ImageServiceException if the call fails
     */
    public void execute(Call call, BooleanSupplier repeatable, Consumer<Attempt> exchange) {
        Boolean unused = run(call, repeatable, attempt -> {
            exchange.accept(attempt);
            return true;
        });
    }

    private <T> T attempt(Call call, Secret token, Function<Attempt, T> exchange) {
        Origin origin = endpoint.origin(call.deadline());
        Attempt attempt = new Attempt(Routes.of(call.operation()), origin, token, call.deadline());
        try {
            return exchange.apply(attempt);
        } catch (ExchangeFailure broken) {
            throw Failures.of(call, broken);
        } catch (DecodeException e) {
            // Feign wraps what its decoder throws.
            throw Failures.of(call, attempt.unreadable(e.status(), e.getCause() == null ? e : e.getCause()));
        }
    }

    private Secret token(Call call) {
        Failures.checkTime(call);
        try {
            return tokens.token(call.deadline());
        } catch (DeadlineExceededException e) {
            throw new DeadlineExceededException(
                    call.failure().advice(Failures.WAITED_FOR_TOKEN).build(), e);
        } catch (CallInterruptedException e) {
            throw new CallInterruptedException(
                    call.failure().advice(Failures.WAITED_FOR_TOKEN).build(), e);
        }
    }
}
