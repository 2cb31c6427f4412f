package org.glance4j.inmemory.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.contract.ProgressClock;
import org.glance4j.contract.Statements;
import org.glance4j.contract.WireAnswer;
import org.glance4j.inmemory.EngineFront;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.inmemory.http.WireRequest;
import org.glance4j.inmemory.http.WireResponse;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/** The in-memory service: the port straight, and the wire through its HTTP side without a socket. */
final class InMemoryTarget implements ContractTarget {
    private static final int DEFAULT_QUOTA = 128;
    private static final String ACCOUNTS = """
            {"users": [{"name": "admin"}, {"name": "producer"}, {"name": "consumer"}, {"name": "bystander"},
                       {"name": "reader", "roles": {"producer": ["reader"]}}]}
            """;

    private final Corruption corruption;
    private final ProgressClock clock = new ProgressClock();
    private final InMemoryImageService service;
    private final InMemoryImageServer wire;
    private final Seed seed;

    InMemoryTarget(Profile profile) {
        this(profile, Corruption.NONE);
    }

    InMemoryTarget(Profile profile, Corruption corruption) {
        this(profile, DEFAULT_QUOTA, corruption);
    }

    private InMemoryTarget(Profile profile, int memberQuota, Corruption corruption) {
        this.corruption = corruption;
        try {
            seed = Seed.read(new ByteArrayInputStream(ACCOUNTS.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        InMemoryImageService.Builder builder = InMemoryImageService.builder()
                .profile(profile)
                .memberQuota(memberQuota)
                .imageCache(true)
                .clock(clock)
                .webSource(WebSource.loopback())
                .stores(
                        Store.of(StoreId.of("fast"))
                                .withDescription("Fast file store")
                                .withDefault(true)
                                .withDetails("file", Map.of()),
                        Store.of(StoreId.of("slow"))
                                .withDescription("Slow file store")
                                .withDetails("file", Map.of()));
        service = EngineFront.set(
                        corruption.settings().apply(builder),
                        engine -> EngineCall.corrupted(engine, corruption.engine()))
                .build();
        wire = InMemoryImageServer.builder().service(service).seed(seed).build();
    }

    @Override
    public String name() {
        return "in-memory";
    }

    @Override
    public Profile profile() {
        return service.profile();
    }

    @Override
    public ImageTransport as(Party party) {
        return service.as(caller(party));
    }

    @Override
    public Caller caller(Party party) {
        return seed.caller(party.userName()).orElseThrow();
    }

    @Override
    public WireAnswer exchange(@Nullable Party party, org.glance4j.contract.WireRequest request) {
        return corruption.wire().answer(party, request, this::exchanged);
    }

    private WireAnswer exchanged(@Nullable Party party, org.glance4j.contract.WireRequest request) {
        Map<String, String> headers = new LinkedHashMap<>(request.headers());
        if (party != null) {
            headers.put("X-Auth-Token", wire.token(party.userName()).reveal());
        }
        String text = request.body();
        byte[] body = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
        try (WireResponse response = wire.answer(WireRequest.of(request.method(), request.target(), headers, body))) {
            Map<String, String> answered = new HashMap<>();
            response.headers().forEach((name, values) -> answered.put(name, values.get(0)));
            return new WireAnswer(response.status(), answered, response.body().readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void awaitProgress() {
        clock.advance();
    }

    @Override
    public ContractTarget withoutMemberQuota() {
        return new InMemoryTarget(profile(), -1, corruption);
    }

    @Override
    public Map<String, String> skips() {
        Map<String, String> skips = new HashMap<>();
        Statements.aboutHttpAlone().forEach(number -> skips.put(number, Statements.ABOUT_HTTP));
        return skips;
    }

    @Override
    public void close() {
        wire.close();
        service.close();
    }
}
