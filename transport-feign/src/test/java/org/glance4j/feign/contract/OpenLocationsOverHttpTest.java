package org.glance4j.feign.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.glance4j.auth.Secret;
import org.glance4j.contract.OpenLocationContract;
import org.glance4j.contract.Party;
import org.glance4j.feign.FeignTransport;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Locations where they are open, over HTTP on the in-memory service, in both profiles. */
class OpenLocationsOverHttpTest {

    @Nested
    class Legacy extends OverHttp {
        Legacy() {
            super(Profile.LEGACY);
        }
    }

    @Nested
    class SecureRbac extends OverHttp {
        SecureRbac() {
            super(Profile.SECURE_RBAC);
        }
    }

    private abstract static class OverHttp extends OpenLocationContract {
        private static final String ACCOUNTS = """
                {"users": [{"name": "admin"}, {"name": "producer"}, {"name": "consumer"}, {"name": "bystander"},
                           {"name": "reader", "roles": {"producer": ["reader"]}},
                           {"name": "nova", "roles": {"service": ["service", "member"]}}]}
                """;

        private final Profile profile;
        private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));
        private final Map<URI, byte[]> pages = new ConcurrentHashMap<>(web());
        private final InMemoryImageService service;
        private final InMemoryImageServer server;
        private final Map<String, FeignTransport> transports = new HashMap<>();

        OverHttp(Profile profile) {
            this.profile = profile;
            this.service = InMemoryImageService.builder()
                    .profile(profile)
                    .clock(now::get)
                    .openLocations(true)
                    .showDirectUrl(true)
                    .webSource(new WebSource() {
                        @Override
                        public boolean allows(URI uri) {
                            return true;
                        }

                        @Override
                        public InputStream open(URI uri) throws IOException {
                            return WebSource.of(pages).open(uri);
                        }
                    })
                    .stores(
                            Store.of(StoreId.of("fast")).withDefault(true),
                            Store.of(StoreId.of("slow")),
                            Store.of(StoreId.of("web")).withReadOnly(true))
                    .build();
            this.server =
                    InMemoryImageServer.builder().service(service).seed(seed()).start();
        }

        private static Seed seed() {
            try {
                return Seed.read(new ByteArrayInputStream(ACCOUNTS.getBytes(StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @AfterEach
        final void close() {
            transports.values().forEach(FeignTransport::close);
            server.close();
            service.close();
        }

        @Override
        protected final Profile profile() {
            return profile;
        }

        @Override
        protected final ImageTransport as(Party party) {
            return transport(party.userName());
        }

        @Override
        protected final ImageTransport service() {
            return transport("nova");
        }

        private ImageTransport transport(String user) {
            return transports.computeIfAbsent(
                    user,
                    name -> FeignTransport.builder()
                            .authUrl(server.authUrl())
                            .username(name)
                            .userDomainName("Default")
                            .password(Secret.of(name + "-password"))
                            .projectId(server.seed()
                                    .caller(name)
                                    .orElseThrow()
                                    .project()
                                    .value())
                            .build());
        }

        @Override
        protected final void pass() {
            now.updateAndGet(instant -> instant.plus(Duration.ofMinutes(1)));
        }

        @Override
        protected final void forget(String address) {
            pages.remove(URI.create(address));
        }
    }
}
