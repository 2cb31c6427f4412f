package org.glance4j.feign.walks;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.glance4j.contract.Party;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;

/** Waits for a real service to end what it does on its own account. */
final class Settling {
    private static final String LOCK = "os_glance_import_task";
    private static final int MOST_LOOKS = 600;
    private static final int PAUSE_MILLIS = 50;

    private Settling() {}

    /** Returns once no import runs on an image. */
    static void await(Ground ground, ImageId id) {
        for (int looks = 0; looks < MOST_LOOKS; looks++) {
            Optional<Image> image = find(ground, id);
            if (image.isEmpty()
                    || (image.get().status() != ImageStatus.IMPORTING
                            && !image.get().properties().containsKey(LOCK))) {
                return;
            }
            pause();
        }
        throw new AssertionError("an import does not end: image " + id + " of "
                + ground.service().name());
    }

    private static Optional<Image> find(Ground ground, ImageId id) {
        try {
            return Optional.of(ground.service().as(Party.ADMIN).images().get(id));
        } catch (ImageNotFoundException e) {
            return Optional.empty();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
