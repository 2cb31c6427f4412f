package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionProblemsTest {

    @ParameterizedTest
    @ValueSource(strings = {"the service", "the proxy"})
    void itIsSaidWhoseTheProblemIs(String peer) {
        assertThat(ConnectionProblems.describe(new UnknownHostException(), peer))
                .isEqualTo(peer + "'s host name is not known");
        assertThat(ConnectionProblems.describe(new ConnectException(), peer))
                .isEqualTo(peer + " cannot be reached: does it listen there?");
        assertThat(ConnectionProblems.describe(new ConnectTimeoutException("x"), peer))
                .isEqualTo(peer + " took too long to accept a connection");
        assertThat(ConnectionProblems.describe(new SocketTimeoutException(), peer))
                .isEqualTo(peer + " stayed silent for too long");
        assertThat(ConnectionProblems.describe(new NoHttpResponseException("x"), peer))
                .isEqualTo(peer + " closed the connection without an answer");
    }
}
