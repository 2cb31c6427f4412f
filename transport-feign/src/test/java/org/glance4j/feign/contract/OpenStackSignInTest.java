package org.glance4j.feign.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.UUID;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.contract.Statement;
import org.glance4j.contract.StatementRecord;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Credentials against a real Keystone. */
@ExtendWith(OpenStackOffered.class)
class OpenStackSignInTest extends SignIn {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("openstack");

    private static String environment(String name) {
        return requireNonNull(System.getenv(name), name + " is not set");
    }

    @Override
    URI authUrl() {
        return URI.create(environment("RIG_AUTH_URL"));
    }

    @Override
    URI endpoint() {
        return URI.create(environment("RIG_GLANCE_URL_L"));
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

    /** Glance 25.1.0 fails where a part is asked for of an image without data. */
    @Test
    @Statement("S-114")
    void aServiceThatFailsIsToldFromACallersError() {
        try (FeignTransport transport = producersProject().build()) {
            ImageId image = transport
                    .images()
                    .create(NewImage.named("contract-" + UUID.randomUUID()).build())
                    .id();
            ByteRange part = ByteRange.from(1);
            try {
                assertThatThrownBy(() -> transport.data().download(image, part))
                        .isInstanceOf(ServiceErrorException.class);
            } finally {
                transport.images().delete(image);
            }
        }
    }
}
