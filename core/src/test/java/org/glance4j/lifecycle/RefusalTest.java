package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class RefusalTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void aRefusalIsFoundByItsStatusCode(Refusal refusal) {
        assertThat(Refusal.of(refusal.httpStatus())).contains(refusal);
    }

    @Test
    void aStatusCodeThatRefusesNothingIsNone() {
        assertThat(Refusal.of(200)).isEmpty();
        assertThat(Refusal.of(418)).isEmpty();
    }
}
