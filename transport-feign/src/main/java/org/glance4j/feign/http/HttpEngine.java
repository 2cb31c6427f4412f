package org.glance4j.feign.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * Sends a request exactly once, to the origin of its attempt and nowhere else, on Apache HttpClient 5. Nothing is repeated,
 * no redirect is followed, no cookie and no credential is kept. Safe for use by several threads.
 */
public final class HttpEngine implements AutoCloseable {
    static final String ACCEPT = "application/json";
    private static final String REQUEST_ID = "x-openstack-request-id";
    /** HttpClient wants a URI; the path set afterwards counts, and the host is handed over beside the request. */
    private static final URI ROOT = URI.create("/");

    private final CloseableHttpClient client;
    private final RequestConfig controlPlane;
    private final RequestConfig dataPlane;
    private final HttpSettings settings;
    private final SecretTexts secrets;
    private final Watchdog watchdog;

    /**
     * Makes an engine; it opens no connection yet.
     *
     * @param settings how connections are made
     * @param secrets what no failure is to show, though a peer repeat it
     * @throws org.glance4j.feign.tls.TlsSettingsException if certificates or keys cannot be used
     */
    public HttpEngine(HttpSettings settings, SecretTexts secrets) {
        this(settings, secrets, InetAddress::getAllByName);
    }

    /** Makes an engine that finds hosts in its own way. */
    HttpEngine(HttpSettings settings, SecretTexts secrets, HostNames.LookUp lookUp) {
        this.settings = settings;
        this.secrets = secrets.and(settings.proxies().secrets());
        watchdog = new Watchdog(settings.responseTimeout());
        Timeout silence = Timeout.of(settings.responseTimeout());
        RequestConfig.Builder config = RequestConfig.custom()
                .setAuthenticationEnabled(false)
                .setRedirectsEnabled(false)
                .setProtocolUpgradeEnabled(false)
                .setConnectionRequestTimeout(silence)
                .setResponseTimeout(silence);
        controlPlane = config.build();
        // Image data is taken as it is: what a proxy compressed would have another length and other ranges. The service
        // is
        // asked before the body leaves, so that a refusal costs no upload and can be read.
        dataPlane =
                RequestConfig.copy(controlPlane).setExpectContinueEnabled(true).build();
        client = HttpClients.custom()
                .setConnectionManager(new ChannelConnections(new HostNames(lookUp))
                        .setMaxConnTotal(settings.maxConnections())
                        .setMaxConnPerRoute(settings.maxConnections())
                        .setConnectionFactory(QuietConnection::on)
                        .setTlsSocketStrategy(new TlsUpgrade(settings.tls()))
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(Timeout.of(settings.connectTimeout()))
                                .setSocketTimeout(silence)
                                // Without it a request goes out on a connection that the service has closed meanwhile.
                                .setValidateAfterInactivity(TimeValue.ZERO_MILLISECONDS)
                                .build())
                        .build())
                .setRoutePlanner(new ProxyRoutes(settings.proxies()))
                .setRequestExecutor(new OneAttemptExecutor(settings.proxies()))
                .setUserAgent(settings.userAgent())
                // The answer decodes by itself, so that it counts what comes out.
                .disableContentCompression()
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAuthCaching()
                // All calls are one user's: with it a connection that a client certificate opened would serve one call.
                .disableConnectionState()
                .build();
    }

    /**
     * Sends a request once and returns the answer's head; its body is still to be read.
     *
     * @param attempt where, with what, until when
     * @param request what to send
     * @return the answer, whatever its status; to be closed or read to its end
     * @throws ExchangeFailure if no answer's head arrived
     */
    public Answer send(Attempt attempt, OutgoingRequest request) {
        attempt.hides(secrets);
        attempt.began(request, settings);
        HttpUriRequestBase message = message(attempt, request);
        Watch watch = watchdog.watch(attempt.deadline(), message::cancel);
        attempt.watchedBy(watch);
        if (request.body() instanceof UploadEntity upload) {
            upload.abortWith(message::cancel);
        }
        HttpClientContext context = HttpClientContext.create();
        context.setAttribute(OneAttemptExecutor.ATTEMPT, attempt);
        try {
            ClassicHttpResponse response = client.executeOpen(attempt.origin().host(), message, context);
            attempt.answered(response.getCode(), header(response, REQUEST_ID));
            return new Answer(response, attempt, watch, message::cancel);
        } catch (OneAttemptExecutor.ErrorInside e) {
            watch.stop();
            throw e.error();
        } catch (IOException | RuntimeException e) {
            watch.stop();
            throw failure(attempt, watch, request, e, attempt.secrets().hide(e));
        } catch (Throwable e) {
            watch.stop();
            // HttpClient gives the connection back after exceptions only.
            message.cancel();
            throw e;
        }
    }

    private HttpUriRequestBase message(Attempt attempt, OutgoingRequest request) {
        HttpUriRequestBase message = new HttpUriRequestBase(request.method(), ROOT);
        message.setPath(attempt.origin().prefix() + request.path());
        message.setConfig(request.data() ? dataPlane : controlPlane);
        // The form of error bodies follows Accept: exactly this word gives JSON, on uploads and downloads as well.
        message.setHeader("Accept", ACCEPT);
        if (!request.data()) {
            message.setHeader("Accept-Encoding", Encodings.GZIP);
        }
        request.headers().forEach(message::setHeader);
        if (attempt.token() != null) {
            message.setHeader("X-Auth-Token", attempt.token().reveal());
        }
        message.setEntity(request.body());
        return message;
    }

    private ExchangeFailure failure(
            Attempt attempt, Watch watch, OutgoingRequest request, Exception thrown, Throwable cause) {
        ExchangeFailure.Kind ended = watchdog.isClosed() ? ExchangeFailure.Kind.CLOSED : watch.reason();
        if (ended != null) {
            String problem =
                    ended == ExchangeFailure.Kind.SILENCE ? "the service takes no more of the request" : "ended";
            return new ExchangeFailure(ended, problem, attempt.sent(), null, null, cause);
        }
        IOException source = request.body() instanceof UploadEntity upload ? upload.sourceFailure() : null;
        if (source != null) {
            String problem = "the data cannot be read: " + source.getMessage();
            return new ExchangeFailure(ExchangeFailure.Kind.SOURCE, problem, attempt.sent(), null, null, source);
        }
        if (thrown instanceof ClientProtocolException) {
            return new ExchangeFailure(
                    ExchangeFailure.Kind.FOREIGN, "the answer is not HTTP", attempt.sent(), null, null, cause);
        }
        if (thrown instanceof MessageConstraintException) {
            return new ExchangeFailure(
                    ExchangeFailure.Kind.FOREIGN, "the answer's head has no end", attempt.sent(), null, null, cause);
        }
        if (thrown instanceof ProxyRefusedException refused && !refused.mayPass()) {
            return new ExchangeFailure(
                    ExchangeFailure.Kind.PROXY, refused.description(), attempt.sent(), null, null, cause);
        }
        return new ExchangeFailure(
                ExchangeFailure.Kind.CONNECTION,
                attempt.secrets().hide(ConnectionProblems.describe(thrown, peer(attempt))),
                attempt.sent(),
                null,
                null,
                cause);
    }

    /** Until a request leaves, a connection is made to the proxy, if there is one. */
    private String peer(Attempt attempt) {
        boolean behindProxy = settings.proxies().before(attempt.origin().host()) != null;
        return behindProxy && !attempt.sent() ? "the proxy" : "the service";
    }

    static @Nullable String header(ClassicHttpResponse response, String name) {
        Header header = response.getFirstHeader(name);
        return header == null ? null : header.getValue();
    }

    /** Ends every exchange under way and closes every connection. Closing again does nothing. */
    @Override
    public void close() {
        watchdog.close();
        client.close(CloseMode.IMMEDIATE);
    }
}
