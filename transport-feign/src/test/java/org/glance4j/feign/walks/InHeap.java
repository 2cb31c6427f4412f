package org.glance4j.feign.walks;

import java.time.Duration;
import org.glance4j.auth.Caller;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.WebSource;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageTransport;

/** The service in memory, for the callers of another one. */
final class InHeap implements Ground.Service, AutoCloseable {
    private final ContractTarget callers;
    private final InMemoryImageService service;

    InHeap(ContractTarget callers) {
        this.callers = callers;
        this.service = InMemoryImageService.builder()
                .profile(callers.profile())
                .stores(
                        Store.of(StoreId.of("fast"))
                                .withDescription("Fast file store")
                                .withDefault(true),
                        Store.of(StoreId.of("slow")).withDescription("Slow file store"))
                .webSource(WebSource.loopback())
                .importDelay(Duration.ZERO)
                .build();
    }

    @Override
    public String name() {
        return "in memory";
    }

    @Override
    public ImageTransport as(Party party) {
        return service.as(caller(party));
    }

    @Override
    public Caller caller(Party party) {
        return callers.caller(party);
    }

    @Override
    public void close() {
        service.close();
    }
}
