package org.glance4j.feign.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SchemePortResolver;
import org.apache.hc.client5.http.impl.io.DefaultHttpClientConnectionOperator;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.io.HttpClientConnectionOperator;
import org.apache.hc.client5.http.io.ManagedHttpClientConnection;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.URIScheme;
import org.apache.hc.core5.http.config.Lookup;
import org.apache.hc.core5.http.config.RegistryBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Builds a pool whose sockets belong to channels, so that {@link QuietConnection} can see without waiting whether the service
 * has closed one, and whose connections wait for the look-up of a name no longer than their exchange may take.
 */
final class ChannelConnections extends PoolingHttpClientConnectionManagerBuilder {
    private final HostNames names;

    ChannelConnections(HostNames names) {
        this.names = names;
    }

    @Override
    protected HttpClientConnectionOperator createConnectionOperator(
            SchemePortResolver ports, DnsResolver resolver, TlsSocketStrategy tls) {
        return new Operator(
                names,
                ports,
                RegistryBuilder.<TlsSocketStrategy>create()
                        .register(URIScheme.HTTPS.id, tls)
                        .build());
    }

    private static Socket socket(@Nullable Proxy socks) throws IOException {
        // No channel goes through a SOCKS proxy.
        return socks == null ? SocketChannel.open().socket() : new Socket(socks);
    }

    /** HttpClient asks for a host's addresses without saying for which exchange: they are found before it asks. */
    private static final class Operator extends DefaultHttpClientConnectionOperator {
        private final HostNames names;
        private final SchemePortResolver ports;
        private final Lookup<TlsSocketStrategy> tls;

        Operator(HostNames names, SchemePortResolver ports, Lookup<TlsSocketStrategy> tls) {
            super(ChannelConnections::socket, ports, null, tls);
            this.names = names;
            this.ports = ports;
            this.tls = tls;
        }

        @Override
        public void connect(
                ManagedHttpClientConnection connection,
                HttpHost host,
                @Nullable NamedEndpoint name,
                @Nullable Path path,
                @Nullable InetSocketAddress local,
                Timeout timeout,
                SocketConfig config,
                @Nullable Object attachment,
                HttpContext context)
                throws IOException {
            Attempt attempt = (Attempt) requireNonNull(context.getAttribute(OneAttemptExecutor.ATTEMPT), "attempt");
            DnsResolver found = new Found(names.addresses(host.getHostName(), attempt.watch()));
            new DefaultHttpClientConnectionOperator(ChannelConnections::socket, ports, found, tls)
                    .connect(connection, host, name, path, local, timeout, config, attachment, context);
        }
    }

    /** What was found. */
    private static final class Found implements DnsResolver {
        private final InetAddress[] addresses;

        Found(InetAddress[] addresses) {
            this.addresses = addresses;
        }

        @Override
        public InetAddress[] resolve(String host) {
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
