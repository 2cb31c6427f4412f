package org.glance4j.feign.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageTransport;

/** A service, the server that breaks what it says, and the ways to both: through the faults, and past them. */
final class Cloud implements AutoCloseable {
    static final String OWNER = "producer";
    static final String CONSUMER = "consumer";
    static final String ADMIN = "admin";
    static final String SERVICE = "nova";

    static final StoreId FIRST_STORE = StoreId.of("fast");
    static final StoreId SECOND_STORE = StoreId.of("slow");

    private final InMemoryImageService service = InMemoryImageService.builder()
            .stores(
                    Store.of(FIRST_STORE),
                    Store.of(SECOND_STORE),
                    Store.of(StoreId.of("web")).withReadOnly(true))
            .imageCache(true)
            .openLocations(true)
            .importDelay(Duration.ZERO)
            .importDuration(Duration.ZERO)
            .build();
    private final InMemoryImageServer keeper =
            InMemoryImageServer.builder().service(service).seed(seed()).build();
    private final Trap elsewhere = new Trap();
    private final FaultServer server = new FaultServer(keeper, elsewhere.url());

    Cloud() throws IOException {}

    private static Seed seed() {
        String users = """
                {"users": [{"name": "admin"}, {"name": "producer"}, {"name": "consumer"}, {"name": "bystander"},
                           {"name": "nova", "roles": {"service": ["service", "member"]}}]}
                """;
        try {
            return Seed.read(new ByteArrayInputStream(users.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FaultServer server() {
        return server;
    }

    /** Where redirects lead. */
    Trap elsewhere() {
        return elsewhere;
    }

    /** Returns a user's way past every fault. */
    ImageTransport direct(String user) {
        return service.as(caller(user));
    }

    Caller caller(String user) {
        return keeper.seed().caller(user).orElseThrow();
    }

    Secret token(String user) {
        return keeper.token(user);
    }

    ProjectId project(String name) {
        return keeper.seed().projectId(name).orElseThrow();
    }

    /** Returns a builder for a user's way through the faults, with tokens that cost no request. */
    FeignTransportBuilder through(String user) {
        return FeignTransport.builder().endpoint(server.url()).tokenSource(new Tokens(user));
    }

    /** Returns a builder for a user's way through the faults, with tokens of the identity service behind the server. */
    FeignTransportBuilder throughIdentity(String user) {
        return FeignTransport.builder()
                .endpoint(server.url())
                .authUrl(server.url().resolve("/identity/v3"))
                .username(user)
                .userDomainName("Default")
                .password(Secret.of(user + "-password"))
                .projectName(user)
                .projectDomainName("Default");
    }

    @Override
    public void close() throws IOException {
        server.close();
        elsewhere.close();
        keeper.close();
        service.close();
    }

    /** Gives a user's token, and a new one when it is rejected. */
    private final class Tokens implements TokenSource {
        private final String user;
        private final AtomicInteger rejections = new AtomicInteger();
        private volatile Secret current;

        Tokens(String user) {
            this.user = user;
            this.current = keeper.token(user);
        }

        @Override
        public Secret token(Deadline deadline) {
            return current;
        }

        @Override
        public boolean reject(Secret rejected) {
            rejections.incrementAndGet();
            current = keeper.token(user);
            return true;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.of(Cloud.this.caller(user));
        }
    }
}
