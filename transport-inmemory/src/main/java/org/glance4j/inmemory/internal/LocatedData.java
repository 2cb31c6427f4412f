package org.glance4j.inmemory.internal;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The data of one image as a download finds it: its locations are tried in their order, and the failure of the last one is told. The web
 * gives the whole only, so that a part of what is nowhere else is refused; what it gives is passed on as it comes.
 *
 * <p>Runs without the cloud's lock, apart from {@link #of}.
 *
 * <p>Source: {@code glance/location.py} (get_data), {@code glance/api/v2/image_data.py} (ResponseSerializer), 25.1.0; {@code
 * glance_store/capabilities.py} (check), {@code _drivers/http.py}, 4.1.0.
 *
 * @param law what makes the ids of requests
 * @param web what is found under an address
 * @param id the image
 * @param held what the service holds itself, held for this download too; null for nothing
 * @param locations where the data is
 * @param sizeBytes its length on record; null for none
 * @param checksum its MD5 on record; null for none
 */
record LocatedData(
        Law law,
        ImportSettings.Web web,
        ImageId id,
        @Nullable StoredData held,
        List<ImageLocation> locations,
        @Nullable Long sizeBytes,
        @Nullable String checksum) {
    private static final Logger LOG = LoggerFactory.getLogger(LocatedData.class);

    /** Returns where an image's data is, which is to be released. Runs under the cloud's lock. */
    static LocatedData of(Law law, ImportSettings.Web web, ImageRecord image) {
        StoredData held = image.data();
        return new LocatedData(
                law,
                web,
                image.image().id(),
                held == null ? null : held.retain(),
                image.locations(),
                held == null ? image.image().sizeBytes() : Long.valueOf(held.size()),
                image.image().checksum());
    }

    void release() {
        if (held != null) {
            held.release();
        }
    }

    /** Opens what is wanted of the data; null where its length is not on record, without which the service cannot answer. */
    ImageDownload open(@Nullable Span span, boolean isPart) {
        ImageServiceException last = nothing(null);
        if (span == null) {
            throw locations.isEmpty() ? last : broken(null);
        }
        for (ImageLocation location : locations) {
            try {
                if (held != null && Locations.isHeld(location)) {
                    return new ImageDownload(fromStore(held, span), span.length(), checksum);
                }
                if (!isPart) {
                    return new ImageDownload(fromWeb(location, span), span.length(), checksum);
                }
                last = notInParts(span);
            } catch (VirtualMachineError e) {
                throw e;
            } catch (Throwable e) {
                // The source is the application's code; the service goes on to the next address likewise.
                LOG.debug("no data of image {} is found at {}", id, location, e);
                last = failed(e);
            }
        }
        throw last;
    }

    private static InputStream fromStore(StoredData data, Span span) throws IOException {
        AtomicBoolean released = new AtomicBoolean();
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
        StoredData unused = data.retain();
        return stream;
    }

    private InputStream fromWeb(ImageLocation location, Span span) throws IOException {
        URI uri = Downloads.address(location.url());
        if (uri == null) {
            throw new ProtocolException("no address to fetch from");
        }
        return new BoundedStream(new WebStream(web.open(uri)), span.length());
    }

    private ImageServiceException failed(Throwable cause) {
        if (cause instanceof FileNotFoundException || cause instanceof NoSuchFileException) {
            return nothing(cause);
        }
        return cause instanceof IOException && !(cause instanceof ProtocolException)
                ? new ServiceUnavailableException(
                        failure(503)
                                .serviceText("Remote server where the image is present is unavailable.")
                                .build(),
                        cause)
                : broken(cause);
    }

    private NoImageDataException nothing(@Nullable Throwable cause) {
        String advice = locations.isEmpty() ? "upload its data first" : "its address has no data any more";
        return new NoImageDataException(failure(204).advice(advice).build(), cause);
    }

    private InvalidRequestException notInParts(Span span) {
        String text = "Getting images randomly from this store is not supported. Offset: " + span.first() + ", length: "
                + span.length();
        return new InvalidRequestException(
                failure(400)
                        .serviceText(text)
                        .advice("download the whole: where the data is, no part of it can be read")
                        .build(),
                null);
    }

    private ServiceErrorException broken(@Nullable Throwable cause) {
        return new ServiceErrorException(failure(500).build(), cause);
    }

    private Failure.Builder failure(int status) {
        return Failure.of(Operation.DOWNLOAD_DATA)
                .imageId(id)
                .status(status)
                .requestId(law.requestIds().get())
                .effect(Effect.NOT_APPLIED);
    }
}
