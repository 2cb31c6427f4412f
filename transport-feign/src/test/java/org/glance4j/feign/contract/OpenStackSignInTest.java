package org.glance4j.feign.contract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.model.ProjectId;
import org.junit.jupiter.api.extension.ExtendWith;

/** Credentials against a real Keystone. */
@ExtendWith(OpenStackOffered.class)
class OpenStackSignInTest extends SignIn {

    private static String environment(String name) {
        return requireNonNull(System.getenv(name), name + " is not set");
    }

    @Override
    URI authUrl() {
        return URI.create(environment("RIG_AUTH_URL"));
    }

    @Override
    Caller producer() {
        return Caller.of(ProjectId.of(environment("RIG_PRODUCER_PROJECT_ID")));
    }

    @Override
    String producerUserId() {
        return environment("RIG_PRODUCER_USER_ID");
    }

    @Override
    String credentialId() {
        return environment("RIG_PRODUCER_APPCRED_ID");
    }

    @Override
    Secret credentialSecret() {
        return Secret.of(environment("RIG_PRODUCER_APPCRED_SECRET"));
    }
}
