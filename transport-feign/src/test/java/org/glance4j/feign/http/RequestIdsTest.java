package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.glance4j.auth.Secret;
import org.glance4j.transport.Deadline;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdsTest {
    private static final String TOKEN = "0123456789abcdef0123456789abcdef";
    private static final String PASSWORD = "d2d5c1b2-3e4f";

    private final Attempt attempt = new Attempt(
            "GET /", Origin.ofImageService(URI.create("http://h")), Secret.of(TOKEN), Deadline.none(), null);

    @BeforeEach
    void password() {
        attempt.hides(SecretTexts.of(List.of(Secret.of(PASSWORD))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"req-8e1d1e3c-7d9b-4a36-8f0e-0a1b2c3d4e5f", "req-1", "dfw.1:2"})
    void idsAreShownAsTheyAre(String id) {
        assertThat(RequestIds.shown(id, attempt)).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "req 1", "req-1\"", "<b>", "r\u00e4q", "{}"})
    void whatIsNoIdIsLeftOut(String text) {
        assertThat(RequestIds.shown(text, attempt)).isNull();
        assertThat(RequestIds.shown("a".repeat(101), attempt)).isNull();
    }

    @Test
    void secretsAreLeftOut() {
        assertThat(RequestIds.shown("req-" + TOKEN, attempt)).isEqualTo("req-[hidden]");
        assertThat(RequestIds.shown("req-" + "1".repeat(23) + PASSWORD, attempt))
                .isNull();
        assertThat(RequestIds.shown("req-" + TOKEN + "1234", attempt)).isNull();
    }
}
