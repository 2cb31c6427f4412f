package org.glance4j.inmemory;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.contract.OpenLocationContract;
import org.glance4j.contract.Party;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;

/** Locations of a service in a heap where they are open, in both profiles. */
class OpenLocationsTest {

    @Nested
    class Legacy extends InMemory {
        Legacy() {
            super(Profile.LEGACY);
        }
    }

    @Nested
    class SecureRbac extends InMemory {
        SecureRbac() {
            super(Profile.SECURE_RBAC);
        }
    }

    private abstract static class InMemory extends OpenLocationContract {
        private final Profile profile;
        private final MovableClock clock = new MovableClock(Instant.parse("2026-01-01T00:00:00Z"));
        private final Map<URI, byte[]> pages = new ConcurrentHashMap<>(web());
        private final InMemoryImageService service;

        InMemory(Profile profile) {
            this.profile = profile;
            this.service = InMemoryImageService.builder()
                    .profile(profile)
                    .clock(clock)
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
        }

        @AfterEach
        final void close() {
            service.close();
        }

        @Override
        protected final Profile profile() {
            return profile;
        }

        @Override
        protected final ImageTransport as(Party party) {
            return service.as(
                    switch (party) {
                        case ADMIN -> Caller.admin(ProjectId.of("admin"));
                        case READER -> new Caller(ProjectId.of("producer"), Set.of(Role.READER));
                        default -> Caller.of(ProjectId.of(party.userName()));
                    });
        }

        @Override
        protected final ImageTransport service() {
            return service.as(
                    new Caller(ProjectId.of("services"), Set.of(new Role("service"), Role.MEMBER, Role.READER)));
        }

        @Override
        protected final void pass() {
            clock.move(Duration.ofMinutes(1));
        }

        @Override
        protected final void forget(String address) {
            pages.remove(URI.create(address));
        }
    }
}
