package org.glance4j.feign.http;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLSocket;
import org.apache.hc.client5.http.impl.io.DefaultManagedHttpClientConnection;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.io.MonitoringResponseOutOfOrderStrategy;
import org.apache.hc.core5.http.impl.io.SocketHolder;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * A connection that logs no header and no byte. HttpClient's own prints tokens and passwords as soon as somebody sets the
 * whole application's log to DEBUG.
 */
final class QuietConnection extends DefaultManagedHttpClientConnection {
    /** A server that knows nothing of {@code 100 Continue} is waited for this long before an upload begins. */
    private static final Http1Config CONFIG =
            Http1Config.custom().setWaitForContinueTimeout(Timeout.ofSeconds(1)).build();

    private QuietConnection() {
        // A server that refuses in the middle of an upload is heard, and the rest not sent.
        super("glance4j", null, null, CONFIG, null, null, MonitoringResponseOutOfOrderStrategy.INSTANCE, null, null);
    }

    static QuietConnection on(@Nullable Socket socket) throws IOException {
        QuietConnection connection = new QuietConnection();
        if (socket != null) {
            connection.bind(socket);
        }
        return connection;
    }

    @Override
    public void bind(Socket socket) throws IOException {
        bind(new SocketHolder(socket));
    }

    @Override
    public void bind(SSLSocket tls, Socket socket) throws IOException {
        bind(new SocketHolder(tls, socket));
    }

    @Override
    protected void onRequestSubmitted(ClassicHttpRequest request) {
        // Not logged: see above.
    }

    @Override
    protected void onResponseReceived(ClassicHttpResponse response) {
        // Not logged: see above.
    }
}
