package org.glance4j.feign.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
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
                Arguments.of(
                        certificate("No subject alternative DNS name matching glance.example.org found."),
                        "not for this host"),
                Arguments.of(
                        certificate("No subject alternative names matching IP address 10.1.2.3 found"),
                        "not for this host"),
                Arguments.of(certificate("No subject alternative names present"), "not for this host"),
                Arguments.of(certificate("No name matching glance.example.org found"), "not for this host"),
                Arguments.of(
                        certificate("Extended key usage does not permit use for TLS server authentication"),
                        "refused: Extended key usage does not permit use for TLS server authentication"),
                Arguments.of(
                        new SSLException(
                                "x",
                                new CertificateException(
                                        "PKIX path validation failed",
                                        new CertPathValidatorException("Algorithm constraints check failed: MD5"))),
                        "refused: Algorithm constraints check failed: MD5"),
                Arguments.of(certificate("odd \u001b[31m\n" + "x".repeat(1000)), "refused: odd ?[31m?xxx"),
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

    private static SSLException certificate(String problem) {
        return new SSLException(problem, new CertificateException(problem));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void theFixIsNamed(SSLException failure, String fix) {
        assertThat(ConnectionProblems.describe(failure, "the service"))
                .startsWith("no secure connection could be made: ")
                .contains(fix)
                .hasSizeLessThan(300);
    }
}
