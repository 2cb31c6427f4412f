package org.glance4j.feign.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.Map;
import java.util.StringJoiner;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.contract.ProgressClock;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;

/** The in-memory service on a port of its own. */
public final class InMemoryServerTarget extends HttpTarget {
    private static final int DEFAULT_QUOTA = 128;
    private static final String ACCOUNTS = """
            {"users": [{"name": "admin"}, {"name": "producer"}, {"name": "consumer"}, {"name": "bystander"},
                       {"name": "reader", "roles": {"producer": ["reader"]}}]}
            """;

    private final ProgressClock clock;
    private final InMemoryImageServer server;

    InMemoryServerTarget(Profile profile) {
        this(profile, DEFAULT_QUOTA, ACCOUNTS);
    }

    private InMemoryServerTarget(Profile profile, int memberQuota, String accounts) {
        this(profile, memberQuota, accounts, new ProgressClock());
    }

    private InMemoryServerTarget(Profile profile, int memberQuota, String accounts, ProgressClock clock) {
        this(
                profile,
                clock,
                InMemoryImageServer.builder()
                        .service(InMemoryImageService.builder()
                                .profile(profile)
                                .memberQuota(memberQuota)
                                .clock(clock)
                                .webSource(WebSource.loopback())
                                .stores(
                                        Store.of(StoreId.of("fast"))
                                                .withDescription("Fast file store")
                                                .withDefault(true)
                                                .withDetails("file", Map.of()),
                                        Store.of(StoreId.of("slow"))
                                                .withDescription("Slow file store")
                                                .withDetails("file", Map.of()))
                                .imageCache(true)
                                .build())
                        .seed(seed(accounts))
                        .start());
    }

    private InMemoryServerTarget(Profile profile, ProgressClock clock, InMemoryImageServer server) {
        super(profile, server.authUrl(), server.imageEndpoint(), parties(server.seed()));
        this.clock = clock;
        this.server = server;
    }

    /**
     * Returns a target whose projects have the ids of another's.
     *
     * @param other the other target
     * @return the target, to be closed by the caller
     */
    public static InMemoryServerTarget withProjectsOf(ContractTarget other) {
        StringJoiner projects = new StringJoiner(", ", "\"projects\": [", "]");
        for (Party party : Party.values()) {
            if (party != Party.READER) {
                projects.add("{\"name\": \"" + party.userName() + "\", \"id\": \""
                        + other.caller(party).project() + "\"}");
            }
        }
        return new InMemoryServerTarget(
                other.profile(), DEFAULT_QUOTA, ACCOUNTS.strip().replaceFirst("\\{", "{" + projects + ", "));
    }

    private static Seed seed(String accounts) {
        try {
            return Seed.read(new ByteArrayInputStream(accounts.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Party, HttpParty> parties(Seed seed) {
        Map<Party, HttpParty> parties = new EnumMap<>(Party.class);
        for (Seed.User user : seed.users()) {
            for (Party party : Party.values()) {
                if (party.userName().equals(user.name())) {
                    String project = user.roles().keySet().iterator().next();
                    parties.put(
                            party,
                            new HttpParty(
                                    user.name(),
                                    user.password(),
                                    project,
                                    seed.caller(user.name()).orElseThrow()));
                }
            }
        }
        return parties;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public void awaitProgress() {
        clock.advance();
    }

    @Override
    public ContractTarget withoutMemberQuota() {
        return new InMemoryServerTarget(profile(), -1, ACCOUNTS);
    }

    @Override
    public void close() {
        super.close();
        server.close();
        server.service().close();
    }
}
