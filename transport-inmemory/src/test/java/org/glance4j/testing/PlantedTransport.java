package org.glance4j.testing;

import java.util.function.UnaryOperator;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ForwardingTransport;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;

/** A transport with something planted between it and its members; its views have it too. */
public final class PlantedTransport extends ForwardingTransport {
    private final UnaryOperator<MemberOperations> plant;

    /**
     * Plants.
     *
     * @param delegate the transport
     * @param plant what is put in front of its members
     */
    public PlantedTransport(ImageTransport delegate, UnaryOperator<MemberOperations> plant) {
        super(delegate);
        this.plant = plant;
    }

    @Override
    public MemberOperations members() {
        return plant.apply(delegate().members());
    }

    @Override
    public ImageTransport uncached() {
        return new PlantedTransport(delegate().uncached(), plant);
    }

    @Override
    public ImageTransport within(Deadline deadline) {
        return new PlantedTransport(delegate().within(deadline), plant);
    }
}
