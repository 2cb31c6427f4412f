package org.glance4j.inmemory.internal;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongFunction;
import org.glance4j.auth.Caller;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;

/**
 * The operations on image data. They take the cloud's lock to look and to change, and let go of it while data passes: an
 * image that is being uploaded to is {@code saving} meanwhile, which keeps a second upload out.
 *
 * <p>Source: {@code glance/api/v2/image_data.py}, 25.1.0.
 */
final class DataCalls {
    private final Cloud cloud;
    private final Law law;
    private final DataReceiver receiver;
    private final ImportSettings site;
    private final Downloads downloads;

    DataCalls(Cloud cloud, Law law, DataReceiver receiver, ImportSettings site, Downloads downloads) {
        this.cloud = cloud;
        this.law = law;
        this.receiver = receiver;
        this.site = site;
        this.downloads = downloads;
    }

    void upload(Caller caller, ImageId id, InputStream in, @Nullable StoreId wanted) throws IOException {
        StoreId store = site.hasSeveralStores() && wanted == null ? site.defaultStore() : wanted;
        cloud.run(() -> begin(caller, id, wanted));
        try {
            if (store != null && site.isReadOnly(store)) {
                throw readOnly(id, store);
            }
            StoredData data = receiver.receive(Operation.UPLOAD_DATA, id, in);
            try {
                if (!cloud.atomically(() -> complete(id, data, site.hasSeveralStores() ? store : null))) {
                    throw deletedMeanwhile(id);
                }
            } finally {
                data.release();
            }
        } finally {
            cloud.run(() -> giveUp(id));
        }
    }

    private void begin(Caller caller, ImageId id, @Nullable StoreId wanted) {
        ImageRecord image = cloud.find(id);
        law.require(new ImageRequest.Upload(id, wanted), image, caller);
        cloud.known(image).changeStatus(ImageStatus.SAVING, cloud.now());
    }

    private RuntimeException readOnly(ImageId id, StoreId store) {
        return law.refusal(
                Operation.UPLOAD_DATA,
                id,
                Refusal.GONE,
                Rule.STORE_READ_ONLY,
                "store " + store + " takes no data",
                "Error in store configuration. Adding images to store is disabled.");
    }

    /** An id is never used again, so the image of this id is the one that the upload began with. */
    private boolean complete(ImageId id, StoredData data, @Nullable StoreId store) {
        ImageRecord image = cloud.find(id);
        if (image == null || image.image().status() != ImageStatus.SAVING) {
            return false;
        }
        image.hold(data, store, cloud.now());
        image.changeStatus(ImageStatus.ACTIVE, cloud.now());
        return true;
    }

    /** Makes an image whose upload failed uploadable again; one whose upload succeeded is not saving any more. */
    private void giveUp(ImageId id) {
        ImageRecord image = cloud.find(id);
        if (image != null && image.image().status() == ImageStatus.SAVING) {
            image.requeue(cloud.now());
        }
    }

    private RuntimeException deletedMeanwhile(ImageId id) {
        return law.refusal(
                Operation.UPLOAD_DATA,
                id,
                Refusal.GONE,
                Rule.IMAGE_DELETED_MEANWHILE,
                "image " + id + " was deleted while its data was uploaded",
                "Image " + id + " could not be found after upload. The image may have been deleted during the upload, "
                        + "cleaning up the chunks uploaded.");
    }

    ImageDownload download(Caller caller, ImageId id, @Nullable ByteRange range) {
        return opened(caller, id, size -> range == null ? Span.all(size) : span(size, id, range));
    }

    ImageDownload downloadPart(Caller caller, ImageId id, LongFunction<ByteRange> part) {
        return opened(caller, id, size -> span(size, id, part.apply(size)));
    }

    /**
     * Rights come before the part: what may not be read has no length to be measured against. Whether there is data comes behind it, where
     * the record has a length, as that of an image has whose data is staged.
     */
    private ImageDownload opened(Caller caller, ImageId id, LongFunction<Span> part) {
        Held held = cloud.atomically(() -> held(caller, id));
        if (held.data() == null && held.sizeBytes() != null) {
            Span unused = part.apply(held.sizeBytes());
        }
        StoredData data = held.data() == null ? fetched(id, held.locations()) : held.data();
        AtomicBoolean released = new AtomicBoolean();
        try {
            Span span = part.apply(data.size());
            InputStream stream = new FilterInputStream(data.open(span.first(), span.length())) {
                @Override
                public void close() throws IOException {
                    try {
                        super.close();
                    } finally {
                        if (released.compareAndSet(false, true)) {
                            data.release();
                        }
                    }
                }
            };
            return new ImageDownload(stream, span.length(), held.checksum());
        } catch (IOException e) {
            data.release();
            throw broken(Operation.DOWNLOAD_DATA, id, e);
        } catch (RuntimeException e) {
            data.release();
            throw e;
        }
    }

    /** What the service finds before it reads: the data, held for who downloads, or else where it is; its length and MD5, if known. */
    private record Held(
            @Nullable StoredData data,
            List<ImageLocation> locations,
            @Nullable Long sizeBytes,
            @Nullable String checksum) {}

    /** The service's own stores are asked first: what they hold is the same as what is elsewhere. */
    private Held held(Caller caller, ImageId id) {
        ImageRecord image = cloud.find(id);
        law.require(new ImageRequest.Download(id), image, caller);
        ImageRecord known = cloud.known(image);
        StoredData data = known.data();
        return new Held(
                data == null ? null : data.retain(),
                known.locations(),
                known.image().sizeBytes(),
                known.image().checksum());
    }

    private StoredData fetched(ImageId id, List<ImageLocation> locations) {
        StoredData found = downloads.fromFirst(Operation.DOWNLOAD_DATA, id, locations);
        if (found == null) {
            throw new NoImageDataException(
                    failure(Operation.DOWNLOAD_DATA, id, 204)
                            .advice("upload its data first")
                            .build(),
                    null);
        }
        return found;
    }

    private Span span(long size, ImageId id, ByteRange range) {
        return Span.of(range, size)
                .orElseThrow(() -> law.refusal(
                        Operation.DOWNLOAD_DATA,
                        id,
                        Refusal.RANGE_NOT_SATISFIABLE,
                        Rule.RANGE_OUTSIDE_DATA,
                        "image " + id + " has " + size + " bytes of data, none of them in the range " + range,
                        "The Range requested is not available. Invalid start position in Range header. Start position"
                                + " MUST be in the inclusive range [0, " + (size - 1) + "]."));
    }

    private ServiceErrorException broken(Operation operation, ImageId id, IOException cause) {
        return new ServiceErrorException(failure(operation, id, 500).build(), cause);
    }

    private Failure.Builder failure(Operation operation, ImageId id, int status) {
        return Failure.of(operation)
                .imageId(id)
                .status(status)
                .requestId(law.requestIds().get())
                .effect(Effect.NOT_APPLIED);
    }
}
