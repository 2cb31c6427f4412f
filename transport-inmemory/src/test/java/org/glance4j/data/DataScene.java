package org.glance4j.data;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.glance4j.ImageClient;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.Scene;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageTransport;

/** A cloud, an owner with images, and time that stands still. */
final class DataScene implements AutoCloseable {
    final Scene scene = new Scene();
    final ManualTime time = new ManualTime();
    final List<TransferProgress> heard = new ArrayList<>();

    ImageTransport owner() {
        return scene.owner();
    }

    ImageId queued() {
        return owner().images()
                .create(NewImage.named("data")
                        .diskFormat(DiskFormat.RAW)
                        .containerFormat(ContainerFormat.BARE)
                        .build())
                .id();
    }

    ImageId holding(byte[] bytes) {
        ImageId id = queued();
        owner().data().upload(id, ImageData.of(bytes));
        return id;
    }

    Image image(ImageId id) {
        return owner().images().get(id);
    }

    ImageClient client(ImageTransport transport) {
        return ImageClient.builder(transport).ticker(time).pauser(time).build();
    }

    VerifiedData data() {
        return client(owner()).data();
    }

    /** The data operations with something planted below them. */
    VerifiedData planted(UnaryOperator<ImageDataOperations> plant) {
        return client(Planted.data(owner(), plant)).data();
    }

    /** The data operations where every image shows as this. */
    VerifiedData showing(UnaryOperator<Image> record) {
        return client(Planted.record(owner(), record)).data();
    }

    @Override
    public void close() {
        scene.close();
    }
}
