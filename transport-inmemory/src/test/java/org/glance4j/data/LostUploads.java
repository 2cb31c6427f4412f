package org.glance4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.Supplier;
import org.glance4j.error.ImageServiceException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageDownload;

/** Data operations whose uploads end with a failure after some of the data. */
record LostUploads(ImageDataOperations delegate, Supplier<ImageServiceException> ending)
        implements ImageDataOperations {

    @Override
    public void upload(ImageId id, ImageData data) {
        try (InputStream stream = data.open()) {
            stream.skipNBytes(1_000);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        throw ending.get();
    }

    @Override
    public void upload(ImageId id, ImageData data, StoreId store) {
        upload(id, data);
    }

    @Override
    public ImageDownload download(ImageId id) {
        return delegate.download(id);
    }

    @Override
    public ImageDownload download(ImageId id, ByteRange range) {
        return delegate.download(id, range);
    }
}
