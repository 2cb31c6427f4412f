package org.glance4j.feign.http;

import java.io.IOException;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.impl.io.HttpRequestExecutor;
import org.apache.hc.core5.http.io.HttpClientConnection;
import org.apache.hc.core5.http.io.HttpResponseInformationCallback;
import org.apache.hc.core5.http.protocol.HttpContext;
import org.jspecify.annotations.Nullable;

/** Notes that a request begins to leave: HttpClient calls this once the connection stands, and never before. */
final class OneAttemptExecutor extends HttpRequestExecutor {
    static final String ATTEMPT = "org.glance4j.attempt";

    @Override
    public ClassicHttpResponse execute(
            ClassicHttpRequest request,
            HttpClientConnection connection,
            @Nullable HttpResponseInformationCallback informationCallback,
            HttpContext context)
            throws IOException, HttpException {
        if (context.getAttribute(ATTEMPT) instanceof Attempt attempt) {
            attempt.markSent();
        }
        return super.execute(request, connection, informationCallback, context);
    }
}
