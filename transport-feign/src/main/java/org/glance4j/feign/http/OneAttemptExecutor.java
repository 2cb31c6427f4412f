package org.glance4j.feign.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.apache.hc.core5.io.CloseMode;
import org.jspecify.annotations.Nullable;

/**
 * Stands where a request leaves: HttpClient calls this once the connection stands, and never before. It notes that the
 * attempt's request begins to leave, and tells a proxy, and no server behind it, who is asking.
 */
final class OneAttemptExecutor extends HttpRequestExecutor {
    static final String ATTEMPT = "org.glance4j.attempt";

    private static final int OK = 200;
    private static final int PROXY_AUTHENTICATION_REQUIRED = 407;

    private final Proxies proxies;

    OneAttemptExecutor(Proxies proxies) {
        // It alone reads how long an upload waits to be asked for; what the connection knows of it has no effect.
        super(QuietConnection.CONFIG, null, null);
        this.proxies = proxies;
    }

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informationCallback,
            HttpContext context)
            throws IOException, HttpException {
        Attempt attempt = (Attempt) requireNonNull(context.getAttribute(ATTEMPT), ATTEMPT);
        boolean tunnelling = request.getMethod().equals("CONNECT");
        // Behind a tunnel the service itself reads the request.
        boolean open = tunnelling || !attempt.origin().isSecure();
        Proxy reader = open ? proxies.before(attempt.origin().host()) : null;
        if (reader != null && reader.authorization() != null) {
            request.setHeader("Proxy-Authorization", reader.authorization().reveal());
        }
        if (!tunnelling) {
            attempt.leaves(connection);
        }
        ClassicHttpResponse response = answer(request, connection, informationCallback, context);
        int status = response.getCode();
        if (reader != null && (status == PROXY_AUTHENTICATION_REQUIRED || (tunnelling && status != OK))) {
            // HttpClient takes what a proxy answers for what the service answers.
            connection.close(CloseMode.IMMEDIATE);
            throw new ProxyRefusedException(status);
        }
        return response;
    }

    private ClassicHttpResponse answer(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informationCallback,
            HttpContext context)
            throws IOException, HttpException {
        try {
            return super.execute(request, connection, informationCallback, context);
        } catch (Error e) {
            connection.close(CloseMode.IMMEDIATE);
            throw new ErrorInside(e);
        }
    }

    /** Carries an error past HttpClient, which would answer it by closing every connection for good. */
    static final class ErrorInside extends IOException {
        private static final long serialVersionUID = 1;
        private final Error error;

        ErrorInside(Error error) {
            super(error);
            this.error = error;
        }

        Error error() {
            return error;
        }
    }
}
