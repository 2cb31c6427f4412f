package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What a person reads when no secure connection comes about. The messages are those of JDK 17 and 25. */
class TlsProblemsTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new SSLException("x", new CertificateExpiredException()), "has expired"),
                Arguments.of(new SSLException("x", new CertificateNotYetValidException()), "is the clock right"),
                Arguments.of(
                        new SSLException("x", new CertificateException(new CertPathBuilderException())), "set cacert"),
                Arguments.of(new SSLException("x", new CertificateException()), "not for this host"),
                Arguments.of(new SSLException("Unsupported or unrecognized SSL message"), "is it an http URL?"),
                Arguments.of(
                        new SSLHandshakeException("Received fatal alert: protocol_version"), "no TLS 1.2 or later"),
                Arguments.of(
                        new SSLHandshakeException("(certificate_required) Received fatal alert: certificate_required"),
                        "set cert and key"),
                Arguments.of(new SSLHandshakeException("Received fatal alert: bad_certificate"), "set cert and key"),
                Arguments.of(new SSLException(TlsProblems.BROKE_OFF), "set with cert and key"),
                Arguments.of(new SSLException("something else"), "trusted here"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theFixIsNamed(SSLException failure, String fix) {
        assertThat(ConnectionProblems.describe(failure))
                .startsWith("no secure connection could be made: ")
                .contains(fix);
    }
}
