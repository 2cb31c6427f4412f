package org.glance4j.feign.config;

import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;

/** The one token that the settings name, which nothing renews. */
record GivenToken(Secret token, Optional<String> projectId) implements TokenSource {

    @Override
    public Secret token(Deadline deadline) {
        return token;
    }

    @Override
    public boolean reject(Secret rejected) {
        return false;
    }

    @Override
    public Optional<Caller> caller() {
        return projectId.map(id -> Caller.of(ProjectId.of(id)));
    }
}
