package org.glance4j.feign.contract;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.transport.Deadline;

/** Gives each token until it is refused, and the last one for ever; counts refusals. For one thread. */
final class RenewingTokens implements TokenSource {
    private final Queue<Secret> tokens;
    private int refusals;

    RenewingTokens(Secret... tokens) {
        this.tokens = new ArrayDeque<>(List.of(tokens));
    }

    int refusals() {
        return refusals;
    }

    @Override
    public Secret token(Deadline deadline) {
        return tokens.element();
    }

    @Override
    public boolean reject(Secret rejected) {
        refusals++;
        if (tokens.size() > 1) {
            tokens.remove();
        }
        return true;
    }

    @Override
    public Optional<Caller> caller() {
        return Optional.empty();
    }
}
