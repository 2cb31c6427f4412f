package org.glance4j.feign.http;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/** Says in one clause why a secure connection could not be made, and what can be done. */
final class TlsProblems {
    static final String BROKE_OFF = "the connection broke off in the handshake";

    private static final int LONGEST_REASON = 200;

    private TlsProblems() {}

    static String describe(SSLException failure) {
        if (has(failure, CertificateExpiredException.class)) {
            return "the service's certificate has expired";
        }
        if (has(failure, CertificateNotYetValidException.class)) {
            return "the service's certificate is not valid yet: is the clock right?";
        }
        if (has(failure, CertPathBuilderException.class)) {
            return "the service's certificate comes from an authority that is not trusted here: set cacert";
        }
        if (has(failure, CertificateException.class)) {
            return certificate(reason(failure));
        }
        String message = String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("unsupported or unrecognized ssl message")) {
            return "the service does not speak TLS there: is it an http URL?";
        }
        if (message.contains("protocol_version")) {
            return "the service speaks no TLS 1.2 or later";
        }
        if (message.contains("certificate") && message.contains("alert")) {
            return "the service wants a client certificate that it trusts: set cert and key";
        }
        if (message.equals(BROKE_OFF)) {
            return "the service broke it off: does it want a client certificate, set with cert and key?";
        }
        return "is the service's certificate trusted here, or does it want one: set cacert, or set cert and key";
    }

    private static String certificate(String reason) {
        // How the JDK's check of the host's name begins.
        if (reason.startsWith("No subject alternative") || reason.startsWith("No name matching")) {
            return "the service's certificate is not for this host: is the URL right?";
        }
        return "the service's certificate is refused: " + reason;
    }

    /** The innermost message says most. It may repeat what stands in the certificate, which may be anything. */
    private static String reason(Throwable failure) {
        String reason = "";
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            reason = cause.getMessage() == null ? reason : cause.getMessage();
        }
        String shown = reason.length() > LONGEST_REASON ? reason.substring(0, LONGEST_REASON) + "..." : reason;
        return shown.replaceAll("[^ -~]", "?");
    }

    private static boolean has(Throwable failure, Class<? extends Throwable> type) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
