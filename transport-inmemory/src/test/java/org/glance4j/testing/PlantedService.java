package org.glance4j.testing;

import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.ServiceOperations;

/** A transport that has another word for what the service says of itself; its views have it too. */
public final class PlantedService extends ForwardingTransport {
    private final ServiceOperations service;

    /**
     * Plants.
     *
     * @param delegate what everything else is asked
     * @param service what the service says of itself
     */
    public PlantedService(ImageTransport delegate, ServiceOperations service) {
        super(delegate);
        this.service = service;
    }

    @Override
    public ServiceOperations service() {
        return service;
    }

    @Override
    public ImageTransport uncached() {
        return new PlantedService(delegate().uncached(), service);
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return new PlantedService(delegate().within(deadline), service);
    }
}
