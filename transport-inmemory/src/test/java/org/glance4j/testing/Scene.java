package org.glance4j.testing;

import org.glance4j.auth.Caller;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;

/** A cloud with the usual four callers. */
public record Scene(InMemoryImageService cloud) implements AutoCloseable {
    public static final ProjectId PRODUCER = ProjectId.of("producer");
    public static final ProjectId CONSUMER = ProjectId.of("consumer");
    public static final ProjectId BYSTANDER = ProjectId.of("bystander");
    public static final ProjectId OPERATOR = ProjectId.of("operator");

    public Scene() {
        this(InMemoryImageService.builder().build());
    }

    public ImageTransport owner() {
        return cloud.as(Caller.of(PRODUCER));
    }

    public ImageTransport consumer() {
        return cloud.as(Caller.of(CONSUMER));
    }

    public ImageTransport bystander() {
        return cloud.as(Caller.of(BYSTANDER));
    }

    public ImageTransport admin() {
        return cloud.as(Caller.admin(OPERATOR));
    }

    /** Creates a shared image of the owner's. */
    public ImageId sharedImage() {
        return owner().images().create(NewImage.named("shared").build()).id();
    }

    /** Creates an image of the owner's that is offered to the consumer. */
    public ImageId offeredImage() {
        ImageId id = sharedImage();
        owner().members().add(id, CONSUMER);
        return id;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
