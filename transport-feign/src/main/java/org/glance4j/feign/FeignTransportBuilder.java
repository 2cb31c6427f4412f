package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.time.Duration;
import java.util.function.Function;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Failure;
import org.glance4j.feign.call.Endpoint;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.HttpSettings;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.keystone.CatalogEndpoints;
import org.glance4j.feign.keystone.Credentials;
import org.glance4j.feign.keystone.IdentityVersion;
import org.glance4j.feign.keystone.KeystoneApi;
import org.glance4j.feign.keystone.KeystoneTokens;
import org.glance4j.feign.keystone.Projects;
import org.glance4j.feign.observe.GuardedListener;
import org.glance4j.model.Operation;
import org.glance4j.observe.ClientListener;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link FeignTransport} needs: an identity service with a password, a token, an application credential
 * or an API key, or a {@link TokenSource} of the application's; and the endpoint, unless the identity service's catalog names
 * it. The settings are named as in {@code clouds.yaml}. Not safe for use by several threads.
 */
public final class FeignTransportBuilder extends CredentialSettings {
    private @Nullable TokenSource tokenSource;
    private @Nullable URI endpoint;
    private @Nullable String region;
    private String visibleOn = "public";
    private int maxConnections = 64;
    private Duration connectTimeout = Duration.ofSeconds(10);
    private Duration responseTimeout = Duration.ofMinutes(5);
    private Ticker ticker = Ticker.systemTicker();
    private String userAgent = "glance4j";
    private ClientListener listener = ClientListener.none();

    FeignTransportBuilder() {}

    @Override
    FeignTransportBuilder self() {
        return this;
    }

    /**
     * Sets where tokens come from instead of an identity service; it wants the endpoint as well.
     *
     * @param tokenSource the source; it is not closed with the transport
     * @return this builder
     */
    public FeignTransportBuilder tokenSource(TokenSource tokenSource) {
        this.tokenSource = requireNonNull(tokenSource, "tokenSource");
        return this;
    }

    /**
     * Sets the Image service's endpoint, which is taken from the catalog otherwise.
     *
     * @param endpoint the endpoint, with or without {@code /v2} at its end
     * @return this builder
     */
    public FeignTransportBuilder endpoint(URI endpoint) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        return this;
    }

    /**
     * Sets the region whose endpoint is taken from the catalog. Without it there has to be only one.
     *
     * @param region the region's id
     * @return this builder
     */
    public FeignTransportBuilder region(String region) {
        this.region = requireNonNull(region, "region");
        return this;
    }

    /**
     * Sets which of a service's endpoints is taken from the catalog; {@code public} by default.
     *
     * @param endpointInterface {@code public}, {@code internal} or {@code admin}
     * @return this builder
     */
    public FeignTransportBuilder endpointInterface(String endpointInterface) {
        this.visibleOn = requireNonNull(endpointInterface, "endpointInterface");
        return this;
    }

    /**
     * Sets how many connections there are at most, 64 by default. A download holds one until it is closed.
     *
     * @param maxConnections the number, at least 1
     * @return this builder
     */
    public FeignTransportBuilder maxConnections(int maxConnections) {
        if (maxConnections < 1) {
            throw new IllegalArgumentException("maxConnections must be at least 1, not " + maxConnections);
        }
        this.maxConnections = maxConnections;
        return this;
    }

    /**
     * Sets how long making a connection may take, 10 seconds by default.
     *
     * @param connectTimeout the time, more than zero
     * @return this builder
     */
    public FeignTransportBuilder connectTimeout(Duration connectTimeout) {
        this.connectTimeout = positive(connectTimeout, "connectTimeout");
        return this;
    }

    /**
     * Sets how long the service may stay silent, and a call wait for a free connection, 5 minutes by default. A call's own
     * deadline ends it earlier.
     *
     * @param responseTimeout the time, more than zero
     * @return this builder
     */
    public FeignTransportBuilder responseTimeout(Duration responseTimeout) {
        this.responseTimeout = positive(responseTimeout, "responseTimeout");
        return this;
    }

    /**
     * Sets what tells how old a token is.
     *
     * @param ticker the ticker
     * @return this builder
     */
    public FeignTransportBuilder ticker(Ticker ticker) {
        this.ticker = requireNonNull(ticker, "ticker");
        return this;
    }

    /**
     * Sets what the transport calls itself, {@code glance4j} by default.
     *
     * @param userAgent the {@code User-Agent} header
     * @return this builder
     */
    public FeignTransportBuilder userAgent(String userAgent) {
        this.userAgent = requireNonNull(userAgent, "userAgent");
        return this;
    }

    /**
     * Sets who hears of calls, attempts, repeats and tokens, and of the member cache of a client on this transport.
     *
     * @param listener the listener; what it throws breaks no call
     * @return this builder
     */
    public FeignTransportBuilder listener(ClientListener listener) {
        this.listener = GuardedListener.of(requireNonNull(listener, "listener"));
        return this;
    }

    /**
     * Returns the transport, which has sent nothing yet.
     *
     * @return the transport; to be closed
     * @throws ConfigurationException if something is missing, or two settings exclude each other
     */
    public FeignTransport build() {
        Origin image = endpoint == null ? null : origin("endpoint", endpoint, Origin::ofImageService);
        if (tokenSource != null) {
            if (image == null) {
                throw configuration("a token source has no catalog: set endpoint as well");
            }
            if (CredentialChoice.isMade(this)) {
                throw configuration("set either tokenSource or credentials for an identity service, not both");
            }
            return new FeignTransport(engine(), tokenSource, deadline -> image, null, listener);
        }
        Credentials credentials = CredentialChoice.of(this);
        if (authUrl == null) {
            throw configuration("authUrl, the identity service's URL, is missing");
        }
        Origin identity = origin("authUrl", authUrl, Origin::ofIdentityService);
        HttpEngine engine = engine();
        KeystoneApi api = new KeystoneApi(engine, identity);
        KeystoneTokens tokens = new KeystoneTokens(api, credentials, ticker);
        Endpoint where = image != null ? deadline -> image : new CatalogEndpoints(tokens, visibleOn, region);
        boolean hasProjects = credentials.version() == IdentityVersion.V3;
        return new FeignTransport(engine, tokens, where, hasProjects ? new Projects(api, tokens) : null, listener);
    }

    private HttpEngine engine() {
        return new HttpEngine(new HttpSettings(maxConnections, connectTimeout, responseTimeout, userAgent));
    }

    private static Origin origin(String setting, URI url, Function<URI, Origin> parse) {
        try {
            return parse.apply(url);
        } catch (IllegalArgumentException e) {
            throw configuration(setting + " " + e.getMessage());
        }
    }

    private static Duration positive(Duration duration, String name) {
        if (duration.isZero() || duration.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero");
        }
        return duration;
    }

    static ConfigurationException configuration(String problem) {
        return new ConfigurationException(
                Failure.of(Operation.AUTHENTICATE).advice(problem).build(), null);
    }
}
