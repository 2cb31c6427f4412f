package org.glance4j;

import java.io.IOException;
import java.util.function.Supplier;
import org.glance4j.data.HashedImageData;
import org.glance4j.data.TransferResult;
import org.glance4j.data.Verification;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/**
 * Stages one image's data, which is hashed on the way and closed whatever becomes of it.
 *
 * @param id the image
 * @param data what to stage
 */
record Staging(ImageId id, HashedImageData data) {

    /** Stages the data by the transport of a call that may be refused before anything is sent. */
    TransferResult run(Supplier<ImageTransport> call) {
        try (data) {
            call.get().imports().stage(id, data);
        } catch (IOException e) {
            throw new ImageDataSourceException(
                    Failure.of(Operation.STAGE_DATA)
                            .imageId(id)
                            .effect(Effect.UNKNOWN)
                            .advice("the source of the data cannot be closed: " + e.getMessage())
                            .build(),
                    e);
        }
        ImageHash hash = data.hash()
                .orElseThrow(() -> new IllegalStateException("the data of image " + id + " was not read to its end"));
        return data.result(hash, Verification.STAGED);
    }

    /** Closes data that can be read once and that nobody will read. */
    static void giveUp(@Nullable ImageData data, Throwable why) {
        if (data == null || data.repeatable()) {
            return;
        }
        try {
            data.open().close();
        } catch (IOException | RuntimeException e) {
            why.addSuppressed(e);
        }
    }
}
