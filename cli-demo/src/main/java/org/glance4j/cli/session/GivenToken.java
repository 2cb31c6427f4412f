package org.glance4j.cli.session;

import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.transport.Deadline;

/** The one token that the user gave, which nothing renews. */
record GivenToken(Secret token, Optional<Caller> caller) implements TokenSource {

    @Override
    public Secret token(Deadline deadline) {
        return token;
    }

    @Override
    public boolean reject(Secret rejected) {
        return false;
    }
}
