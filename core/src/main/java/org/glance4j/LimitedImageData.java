package org.glance4j;

import org.glance4j.internal.Calls;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageDownload;

/** Begins a call for each operation. */
record LimitedImageData(Calls calls) implements ImageDataOperations {

    @Override
    public void upload(ImageId id, ImageData data) {
        calls.begin().data().upload(id, data);
    }

    @Override
    public ImageDownload download(ImageId id) {
        return calls.begin().data().download(id);
    }

    @Override
    public ImageDownload download(ImageId id, ByteRange range) {
        return calls.begin().data().download(id, range);
    }
}
