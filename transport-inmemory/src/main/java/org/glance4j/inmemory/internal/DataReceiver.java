package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;

/** Takes data from its source into the store, up to the service's limit. Runs without the cloud's lock. */
record DataReceiver(Law law, DataStore store, long sizeCap) {
    private static final int BUFFER = 1 << 16;

    /** Returns all of the data, which the caller holds from then on; reads the source until its end. */
    StoredData receive(Operation operation, ImageId id, InputStream in) throws IOException {
        try (DataWriter writer = store.writer()) {
            byte[] buffer = new byte[BUFFER];
            for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                if (writer.size() + count > sizeCap) {
                    throw tooLarge(operation, id);
                }
                keep(buffer, count, writer, operation, id);
            }
            return finished(writer, operation, id);
        }
    }

    private RuntimeException tooLarge(Operation operation, ImageId id) {
        return law.refusal(
                operation,
                id,
                Refusal.TOO_LARGE,
                Rule.IMAGE_SIZE_LIMIT,
                "an image can have at most " + sizeCap + " bytes of data",
                "The incoming image is too large: The provided image is too large.");
    }

    /** What fails here is the service's own storage, not the source of the data. */
    private void keep(byte[] buffer, int count, DataWriter writer, Operation operation, ImageId id) {
        try {
            writer.write(buffer, 0, count);
        } catch (IOException e) {
            throw broken(operation, id, e);
        }
    }

    private StoredData finished(DataWriter writer, Operation operation, ImageId id) {
        try {
            return writer.finish();
        } catch (IOException e) {
            throw broken(operation, id, e);
        }
    }

    private ServiceErrorException broken(Operation operation, ImageId id, IOException cause) {
        return new ServiceErrorException(
                Failure.of(operation)
                        .imageId(id)
                        .status(500)
                        .requestId(law.requestIds().get())
                        .effect(Effect.NOT_APPLIED)
                        .build(),
                cause);
    }
}
