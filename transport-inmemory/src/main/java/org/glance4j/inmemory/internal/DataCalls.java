package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
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

    DataCalls(Cloud cloud, Law law, DataReceiver receiver, ImportSettings site) {
        this.cloud = cloud;
        this.law = law;
        this.receiver = receiver;
        this.site = site;
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
        return opened(caller, id, range != null, size -> range == null ? Span.all(size) : span(size, id, range));
    }

    ImageDownload downloadPart(Caller caller, ImageId id, LongFunction<ByteRange> part) {
        return opened(caller, id, true, size -> span(size, id, part.apply(size)));
    }

    /**
     * Rights come before the part: what may not be read has no length to be measured against. Whether there is data comes behind it, where
     * the record has a length, as that of an image has whose data is staged.
     */
    private ImageDownload opened(Caller caller, ImageId id, boolean isPart, LongFunction<Span> part) {
        LocatedData found = cloud.atomically(() -> found(caller, id));
        try {
            Long size = found.sizeBytes();
            return found.open(size == null ? null : part.apply(size), isPart);
        } finally {
            found.release();
        }
    }

    private LocatedData found(Caller caller, ImageId id) {
        ImageRecord image = cloud.find(id);
        law.require(new ImageRequest.Download(id), image, caller);
        return LocatedData.of(law, site.web(), cloud.known(image));
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
}
