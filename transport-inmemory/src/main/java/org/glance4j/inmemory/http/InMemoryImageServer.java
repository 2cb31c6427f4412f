package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.UnaryOperator;
import org.glance4j.auth.Secret;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.lifecycle.Profile;
import org.jspecify.annotations.Nullable;

/**
 * An {@link InMemoryImageService} over HTTP, with a small Keystone under {@code /identity} on the same port: any OpenStack
 * client can use it. The Keystone takes passwords, tokens and application credentials at {@code /identity/v3}, and passwords,
 * tokens and Rackspace's API keys at {@code /identity/v2.0}.
 *
 * <pre>{@code
 * try (InMemoryImageServer server = InMemoryImageServer.builder().seed(Seed.docs()).start()) {
 *     URI authUrl = server.authUrl();             // users and passwords are the seed's
 *     …
 * }
 * }</pre>
 *
 * <p>It listens on the loopback address only. Safe for use by several threads. Close it to free the port; requests under way
 * are answered first.
 */
public final class InMemoryImageServer implements AutoCloseable {
    private static final String NOWHERE = "http://localhost";

    private final InMemoryImageService images;
    private final boolean ownsService;
    private final Seed seed;
    private final WireService wire;
    private final int port;
    private @Nullable HttpDoor door;
    private boolean closed;

    private InMemoryImageServer(Builder builder) {
        this.seed = builder.seed;
        this.port = builder.port;
        InMemoryImageService given = builder.service;
        this.ownsService = given == null;
        this.images = given == null ? seed.newService(builder.clock, builder.profile, builder::configured) : given;
        if (given != null) {
            new Planting(builder.clock).plant(seed, given.engine());
        }
        this.wire = new WireService(
                images.engine(),
                new Accounts(seed),
                new ApplicationCredentials(seed),
                new Tokens(builder.clock, builder.tokenLife));
    }

    /**
     * Returns a builder for a server with the accounts of {@link Seed#standard()} and no image.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Begins to listen.
     *
     * @return this server
     * @throws java.io.UncheckedIOException if the port is taken
     * @throws IllegalStateException if it listens already, or was closed
     */
    public synchronized InMemoryImageServer start() {
        if (door != null || closed) {
            throw new IllegalStateException(closed ? "the server is closed" : "the server listens already");
        }
        door = new HttpDoor(wire, port);
        return this;
    }

    /**
     * Returns where the server listens, without a path.
     *
     * @return the address
     * @throws IllegalStateException if it does not listen
     */
    public synchronized URI uri() {
        if (door == null) {
            throw new IllegalStateException("the server does not listen");
        }
        return door.uri();
    }

    /**
     * Returns the identity service's address, as {@code OS_AUTH_URL} wants it.
     *
     * @return the address, ending in {@code /identity/v3}
     * @throws IllegalStateException if the server does not listen
     */
    public URI authUrl() {
        return URI.create(uri() + "/identity/v3");
    }

    /**
     * Returns the Image service's endpoint as the catalog has it.
     *
     * @return the address, without {@code /v2}
     * @throws IllegalStateException if the server does not listen
     */
    public URI imageEndpoint() {
        return uri();
    }

    /**
     * Answers a request without a socket, as the server would over one.
     *
     * @param request the request
     * @return the answer, to be closed
     * @throws IOException if the request's body cannot be read
     */
    public WireResponse answer(WireRequest request) throws IOException {
        return wire.answer(request, NOWHERE);
    }

    /**
     * Returns the service behind this server.
     *
     * @return the service
     */
    public InMemoryImageService service() {
        return images;
    }

    /**
     * Returns what the server held at its start, with the ids that were drawn for it.
     *
     * @return the seed
     */
    public Seed seed() {
        return seed;
    }

    /**
     * Returns a new token of a user, scoped to the project that {@link Seed#caller} names. It does not count as a request.
     *
     * @param userName the user's name
     * @return the token
     * @throws IllegalArgumentException if there is no such user, or it has no role in any project
     */
    public Secret token(String userName) {
        return wire.token(requireNonNull(userName, "userName"));
    }

    /** Makes every token worthless, as if the time had come. */
    public void expireTokens() {
        wire.expireTokens();
    }

    /**
     * Returns how often a route was asked for, refused requests included, save those that the Image API refused for their
     * token.
     *
     * @param method the method, such as {@code GET}
     * @param route the path with its open places, such as {@code /v2/images/{image_id}/members/{member_id}} or {@code
     *     /identity/v3/auth/tokens}
     * @return the count
     * @throws IllegalArgumentException if there is no such route; the message lists them
     */
    public long requests(String method, String route) {
        return wire.requests(method, route);
    }

    /**
     * Returns how often a token was asked for, of either version of the Identity API.
     *
     * @return the count
     */
    public long tokenRequests() {
        return requests("POST", "/identity/v3/auth/tokens") + requests("POST", "/identity/v2.0/tokens");
    }

    /** Stops listening, once requests under way are answered. A service that was passed in stays open. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            if (door != null) {
                door.close();
            }
            if (ownsService) {
                images.close();
            }
        }
    }

    /** Collects what makes a server differ from the default. Not safe for use by several threads. */
    public static final class Builder {
        private static final Duration DEFAULT_TOKEN_LIFE = Duration.ofHours(1);
        private static final int HIGHEST_PORT = 65535;

        private @Nullable InMemoryImageService service;
        private Seed seed = Seed.standard();
        private Profile profile = Profile.SECURE_RBAC;
        private InstantSource clock = InstantSource.system();
        private Duration tokenLife = DEFAULT_TOKEN_LIFE;
        private UnaryOperator<InMemoryImageService.Builder> settings = given -> given;
        private int port;

        private Builder() {}

        /** An import from the web reaches this machine alone, unless it is told otherwise. */
        private InMemoryImageService.Builder configured(InMemoryImageService.Builder service) {
            return settings.apply(service.webSource(WebSource.loopback()));
        }

        /**
         * Serves a service that exists; its own clock and profile stay. The server does not close it.
         *
         * @param service the service
         * @return this builder
         */
        public Builder service(InMemoryImageService service) {
            this.service = requireNonNull(service, "service");
            return this;
        }

        /**
         * Sets the accounts and the images; {@link Seed#standard()} by default.
         *
         * @param seed the seed
         * @return this builder
         */
        public Builder seed(Seed seed) {
            this.seed = requireNonNull(seed, "seed");
            return this;
        }

        /**
         * Sets the authorization rules of the server's own service; {@link Profile#SECURE_RBAC} by default.
         *
         * @param profile the profile
         * @return this builder
         */
        public Builder profile(Profile profile) {
            this.profile = requireNonNull(profile, "profile");
            return this;
        }

        /**
         * Sets what tells the time, to tokens and to the server's own service; the system's clock by default.
         *
         * @param clock the clock
         * @return this builder
         */
        public Builder clock(InstantSource clock) {
            this.clock = requireNonNull(clock, "clock");
            return this;
        }

        /**
         * Changes more of the server's own service: its stores, say, or how it imports. By default {@code web-download} fetches from
         * the loopback address, any port of it, and from nowhere else.
         *
         * @param settings changes the service's builder
         * @return this builder
         */
        public Builder settings(UnaryOperator<InMemoryImageService.Builder> settings) {
            this.settings = requireNonNull(settings, "settings");
            return this;
        }

        /**
         * Sets how long a token lives; an hour by default.
         *
         * @param tokenLife the time, more than none
         * @return this builder
         */
        public Builder tokenLife(Duration tokenLife) {
            if (tokenLife.isNegative() || tokenLife.isZero()) {
                throw new IllegalArgumentException("a token lives longer than " + tokenLife);
            }
            this.tokenLife = tokenLife;
            return this;
        }

        /**
         * Sets the port; one that is free by default.
         *
         * @param port the port; 0 for any that is free
         * @return this builder
         */
        public Builder port(int port) {
            if (port < 0 || port > HIGHEST_PORT) {
                throw new IllegalArgumentException("no port: " + port);
            }
            this.port = port;
            return this;
        }

        /**
         * Returns the server, which does not listen yet.
         *
         * @return the server
         * @throws IllegalArgumentException if the service cannot hold the seed
         */
        public InMemoryImageServer build() {
            return new InMemoryImageServer(this);
        }

        /**
         * Returns the server, listening.
         *
         * @return the server
         * @throws IllegalArgumentException if the service cannot hold the seed
         * @throws java.io.UncheckedIOException if the port is taken
         */
        public InMemoryImageServer start() {
            InMemoryImageServer server = build();
            try {
                return server.start();
            } catch (RuntimeException e) {
                server.close();
                throw e;
            }
        }
    }
}
