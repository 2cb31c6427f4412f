package org.glance4j.feign.http;

import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.client5.http.ssl.NoopHostnameVerifier;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.glance4j.feign.tls.TlsSettings;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes connections secure, with TLS 1.2 and up and no older one, and checks that a certificate is the host's. Safe for use
 * by several threads.
 */
final class TlsUpgrade implements TlsSocketStrategy {
    private static final Logger LOG = LoggerFactory.getLogger("org.glance4j.feign");
    private static final String[] VERSIONS = {"TLSv1.3", "TLSv1.2"};

    private final TlsSettings settings;
    private final AtomicReference<@Nullable TlsSocketStrategy> made = new AtomicReference<>();

    /** Reads certificates and keys, so that a mistake shows here and not at the first call. */
    TlsUpgrade(TlsSettings settings) {
        this.settings = settings;
        if (!settings.equals(TlsSettings.DEFAULT)) {
            made.set(make(settings));
        }
        if (!settings.verify()) {
            LOG.warn(
                    "verify is off: whoever stands between here and the service can read passwords, tokens and images");
        }
    }

    @Override
    public SSLSocket upgrade(Socket socket, String host, int port, @Nullable Object attachment, HttpContext context)
            throws IOException {
        TlsSocketStrategy strategy = made.get();
        if (strategy == null) {
            // What the JVM trusts takes a tenth of a second to load: only who speaks https waits for it.
            strategy = make(settings);
            made.set(strategy);
        }
        try {
            return strategy.upgrade(socket, host, port, attachment, context);
        } catch (SocketException e) {
            // The alert that says why may get lost with the connection.
            throw new SSLException(TlsProblems.BROKE_OFF, e);
        } catch (SSLException e) {
            // TLS wraps what a channel throws, but not what other sockets do.
            boolean brokeOff = e.getCause() instanceof IOException cause && !(cause instanceof SSLException);
            throw brokeOff ? new SSLException(TlsProblems.BROKE_OFF, e) : e;
        }
    }

    private static TlsSocketStrategy make(TlsSettings settings) {
        HostnameVerifier none = settings.verify() ? null : NoopHostnameVerifier.INSTANCE;
        HostnameVerificationPolicy policy =
                settings.verify() ? HostnameVerificationPolicy.BUILTIN : HostnameVerificationPolicy.CLIENT;
        return new DefaultClientTlsStrategy(settings.context(), VERSIONS, null, SSLBufferMode.STATIC, policy, none);
    }
}
