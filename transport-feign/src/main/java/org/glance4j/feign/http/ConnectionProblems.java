package org.glance4j.feign.http;

import java.net.ConnectException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.NoHttpResponseException;

/** Says in one clause what became of a connection. The texts hold no header and no body. */
final class ConnectionProblems {
    private ConnectionProblems() {}

    /**
     * Describes what became of a connection.
     *
     * @param cause what was thrown
     * @param peer who is at its other end, such as <em>the service</em>
     */
    static String describe(Throwable cause, String peer) {
        if (cause instanceof UnknownHostException) {
            return peer + "'s host name is not known";
        }
        if (cause instanceof ConnectionRequestTimeoutException) {
            return "no connection became free: close downloads, or allow more connections";
        }
        if (cause instanceof ConnectTimeoutException) {
            return peer + " took too long to accept a connection";
        }
        if (cause instanceof ConnectException) {
            return peer + " cannot be reached: does it listen there?";
        }
        if (cause instanceof ProxyRefusedException refused) {
            return refused.description();
        }
        if (cause instanceof SSLException insecure) {
            return "no secure connection could be made: " + TlsProblems.describe(insecure);
        }
        if (cause instanceof NoHttpResponseException) {
            return peer + " closed the connection without an answer";
        }
        if (cause instanceof java.net.SocketTimeoutException) {
            return peer + " stayed silent for too long";
        }
        return "the connection broke";
    }
}
