package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Failure;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Endpoint;
import org.glance4j.feign.call.Pauses;
import org.glance4j.feign.call.RetrySettings;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.Origin;
import org.glance4j.feign.keystone.CatalogEndpoints;
import org.glance4j.feign.keystone.Credentials;
import org.glance4j.feign.keystone.IdentityVersion;
import org.glance4j.feign.keystone.KeystoneApi;
import org.glance4j.feign.keystone.KeystoneTokens;
import org.glance4j.feign.keystone.Projects;
import org.glance4j.feign.observe.Announcer;
import org.glance4j.feign.observe.GuardedListener;
import org.glance4j.model.Operation;
import org.glance4j.observe.ClientListener;
import org.glance4j.transport.Pauser;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a {@link FeignTransport} needs: an identity service with a password, a token, an application credential
 * or an API key, or a {@link TokenSource} of the application's; and the endpoint, unless the identity service's catalog names
 * it. The settings are named as in {@code clouds.yaml}; of a name and an id for one thing, and of what is set twice, the last
 * one counts. Not safe for use by several threads.
 */
public final class FeignTransportBuilder extends CredentialSettings {
    private static final Set<String> INTERFACES = Set.of("public", "internal", "admin");

    private @Nullable TokenSource tokenSource;
    private @Nullable URI endpoint;
    private @Nullable String region;
    private String visibleOn = "public";
    private int maxAttempts = 4;
    private @Nullable Pauser pauser;
    private RandomGenerator random = () -> ThreadLocalRandom.current().nextLong();
    private InstantSource clock = InstantSource.system();
    private Ticker ticker = Ticker.systemTicker();
    private final ConnectionSettings connections = new ConnectionSettings();
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
     * Sets the Image service's endpoint, which is taken from the catalog otherwise. The catalog of an https identity service
     * does not lead to an http endpoint: only this setting does.
     *
     * @param endpoint the endpoint, with or without {@code /v2} at its end
     * @return this builder
     */
    public FeignTransportBuilder endpoint(URI endpoint) {
        this.endpoint = requireNonNull(endpoint, "endpoint");
        return this;
    }

    /**
     * Sets the region whose endpoint is taken from the catalog. Without it the user's own counts, which Rackspace names, or
     * there has to be only one endpoint.
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
     * @param endpointInterface {@code public}, {@code internal} or {@code admin}, each with or without {@code URL} at its end
     * @return this builder
     */
    public FeignTransportBuilder endpointInterface(String endpointInterface) {
        this.visibleOn = requireNonNull(endpointInterface, "endpointInterface").replaceFirst("URL$", "");
        return this;
    }

    /**
     * Sets how many connections there are at most, 64 by default. A download holds one until it is closed.
     *
     * @param maxConnections the number, at least 1
     * @return this builder
     */
    public FeignTransportBuilder maxConnections(int maxConnections) {
        connections.maxConnections(maxConnections);
        return this;
    }

    /**
     * Sets how long making a connection may take in each attempt of a call, 10 seconds by default.
     *
     * @param connectTimeout the time, more than zero
     * @return this builder
     */
    public FeignTransportBuilder connectTimeout(Duration connectTimeout) {
        connections.connectTimeout(connectTimeout);
        return this;
    }

    /**
     * Sets how long an attempt of a call waits at a time, 5 minutes by default: for a free connection, for the service to take
     * more of the request, and for it to send more of the answer. It is no limit of the call, which may make several attempts: a
     * read of a service that hangs takes {@link #maxAttempts} times as long. A call ends in time, whatever it waits for, by its
     * deadline alone, as {@link org.glance4j.ImageClient#within} sets it.
     *
     * @param responseTimeout the time, more than zero
     * @return this builder
     */
    public FeignTransportBuilder responseTimeout(Duration responseTimeout) {
        connections.responseTimeout(responseTimeout);
        return this;
    }

    /**
     * Sets how many attempts a call makes at most, 4 by default. A call is only tried again if that cannot do anything twice;
     * the one attempt after a renewed token is not counted.
     *
     * @param maxAttempts the number, from 1, which repeats nothing
     * @return this builder
     */
    public FeignTransportBuilder maxAttempts(int maxAttempts) {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("maxAttempts must be at least 1, not " + maxAttempts);
        }
        this.maxAttempts = maxAttempts;
        return this;
    }

    /**
     * Sets what lets time pass between two attempts. Closing the transport ends the pauses of the default one at once, and
     * those of another when it returns.
     *
     * @param pauser the pauser
     * @return this builder
     */
    public FeignTransportBuilder pauser(Pauser pauser) {
        this.pauser = requireNonNull(pauser, "pauser");
        return this;
    }

    /**
     * Sets what the pauses are varied by.
     *
     * @param random the source, safe for use by as many threads as the transport
     * @return this builder
     */
    public FeignTransportBuilder random(RandomGenerator random) {
        this.random = requireNonNull(random, "random");
        return this;
    }

    /**
     * Sets what tells the time where a service says by a date when to come again, and not what time it is there.
     *
     * @param clock the clock
     * @return this builder
     */
    public FeignTransportBuilder clock(InstantSource clock) {
        this.clock = requireNonNull(clock, "clock");
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
     * @param userAgent the {@code User-Agent} header, in printable ASCII
     * @return this builder
     */
    public FeignTransportBuilder userAgent(String userAgent) {
        connections.userAgent(requireNonNull(userAgent, "userAgent"));
        return this;
    }

    /**
     * Sets whose certificates to trust, in the place of the JVM's authorities. The file is read by {@link #build()}.
     *
     * @param cacert a PEM file of one certificate or several
     * @return this builder
     */
    public FeignTransportBuilder cacert(Path cacert) {
        connections.cacert(requireNonNull(cacert, "cacert"));
        return this;
    }

    /**
     * Sets whose certificates to trust, in the place of the JVM's authorities.
     *
     * @param cacert a PEM document of one certificate or several, which is copied
     * @return this builder
     */
    public FeignTransportBuilder cacert(byte[] cacert) {
        connections.cacert(requireNonNull(cacert, "cacert"));
        return this;
    }

    /**
     * Sets the certificate that this client shows to a service that asks for one. Its private key stands in the same file,
     * unless {@code key} is set. The file is read by {@link #build()}.
     *
     * @param cert a PEM file: the client's certificate first, and those between it and its authority
     * @return this builder
     */
    public FeignTransportBuilder cert(Path cert) {
        connections.cert(requireNonNull(cert, "cert"));
        return this;
    }

    /**
     * Sets the certificate that this client shows to a service that asks for one. Its private key stands in the same
     * document, unless {@code key} is set.
     *
     * @param cert a PEM document: the client's certificate first, and those between it and its authority; it is copied
     * @return this builder
     */
    public FeignTransportBuilder cert(byte[] cert) {
        connections.cert(requireNonNull(cert, "cert"));
        return this;
    }

    /**
     * Sets the private key of the client's certificate. The file is read by {@link #build()}.
     *
     * @param key a PEM file of one RSA, EC or EdDSA key in PKCS#8, or in PKCS#1 or SEC1; not encrypted
     * @return this builder
     */
    public FeignTransportBuilder key(Path key) {
        connections.key(requireNonNull(key, "key"));
        return this;
    }

    /**
     * Sets the private key of the client's certificate.
     *
     * @param key a PEM document of one RSA, EC or EdDSA key in PKCS#8, or in PKCS#1 or SEC1; not encrypted; it is copied
     * @return this builder
     */
    public FeignTransportBuilder key(byte[] key) {
        connections.key(requireNonNull(key, "key"));
        return this;
    }

    /**
     * Sets whether to check that a server is the one that its URL names, which is the default. Without it whoever stands
     * between can read passwords, tokens and images; the log says so once, as a warning, when the transport is built.
     *
     * @param verify false to take any certificate, whatever {@code cacert} says
     * @return this builder
     */
    public FeignTransportBuilder verify(boolean verify) {
        connections.verify(verify);
        return this;
    }

    /**
     * Sets the proxy to go through. Without it there is none: neither the environment nor the JVM's properties are asked.
     *
     * @param proxy the proxy, such as {@link ProxySettings#fromEnvironment}
     * @return this builder
     */
    public FeignTransportBuilder proxy(ProxySettings proxy) {
        connections.proxies(proxy.proxies());
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
        Announcer announcer = new Announcer(listener, ticker);
        if (!INTERFACES.contains(visibleOn)) {
            throw configuration("endpointInterface must be public, internal or admin, not " + visibleOn);
        }
        Origin image = endpoint == null ? null : origin("endpoint", endpoint, Origin::ofImageService);
        if (tokenSource != null) {
            if (image == null) {
                throw configuration("a token source has no catalog: set endpoint as well");
            }
            if (CredentialChoice.isMade(this)) {
                throw configuration("set either tokenSource or credentials for an identity service, not both");
            }
            return new FeignTransport(
                    connections.engine(secrets()), tokenSource, deadline -> image, null, retries(), announcer);
        }
        Credentials credentials = CredentialChoice.of(this);
        if (authUrl == null) {
            throw configuration("authUrl, the identity service's URL, is missing");
        }
        Origin identity = origin("authUrl", authUrl, Origin::ofIdentityService);
        HttpEngine engine = connections.engine(secrets());
        RetrySettings retries = retries();
        KeystoneApi api = new KeystoneApi(engine, new Calls(null, deadline -> identity, retries, announcer));
        KeystoneTokens tokens = new KeystoneTokens(api, credentials, ticker, announcer);
        Endpoint where = image != null ? deadline -> image : new CatalogEndpoints(identity, tokens, visibleOn, region);
        boolean hasProjects = credentials.version() == IdentityVersion.V3;
        Projects projects = hasProjects ? new Projects(api, tokens) : null;
        return new FeignTransport(engine, tokens, where, projects, retries, announcer);
    }

    private RetrySettings retries() {
        return new RetrySettings(maxAttempts, new Pauses(pauser), random, clock);
    }

    private static Origin origin(String setting, URI url, Function<URI, Origin> parse) {
        try {
            return parse.apply(url);
        } catch (IllegalArgumentException e) {
            throw configuration(setting + " " + e.getMessage());
        }
    }

    static ConfigurationException configuration(String problem) {
        return configuration(problem, null);
    }

    static ConfigurationException configuration(String problem, @Nullable Throwable cause) {
        return new ConfigurationException(
                Failure.of(Operation.AUTHENTICATE).advice(problem).build(), cause);
    }
}
