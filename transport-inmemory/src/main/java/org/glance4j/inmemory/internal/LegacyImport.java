package org.glance4j.inmemory.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Supplier;
import org.glance4j.lifecycle.Limits;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.glance4j.model.TaskId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The import of one task on its way: the image is made, its data is fetched, and it is active, or gone again if anything fails. An
 * image that is protected by then stays, queued and without data.
 *
 * <p>The service looks into the data besides: it notes the disk format that it recognizes in place of the one that was asked for, and
 * a virtual size of whole sectors. Here the image has the format that was asked for, and fails without one.
 *
 * <p>Runs under the cloud's lock, apart from the fetching.
 *
 * <p>Source: {@code glance/async_/flows/base_import.py}, {@code introspect.py}, {@code glance/common/scripts/image_import/main.py},
 * 25.1.0.
 */
final class LegacyImport {
    static final String FROM = "import_from";
    static final String PROPERTIES = "image_properties";

    private static final Logger LOG = LoggerFactory.getLogger(LegacyImport.class);
    private static final String FAILURE = "Task failed due to Internal Error";
    private static final Duration DURATION = Duration.ofMillis(1);

    private final Setting setting;
    private final Cloud cloud;
    private final TaskRecord task;

    /** Where such imports go on. */
    record Setting(
            Cloud cloud,
            ImportSettings site,
            Downloads downloads,
            Limits limits,
            Supplier<ImageId> imageIds,
            Supplier<TaskId> taskIds) {}

    LegacyImport(Setting setting, TaskRecord task) {
        this.setting = setting;
        this.cloud = setting.cloud();
        this.task = task;
    }

    /** Returns the address that an import's input names; null where it names none. */
    static @Nullable String source(@Nullable Map<String, @Nullable Object> input) {
        return input != null && input.get(FROM) instanceof String from ? from : null;
    }

    /** Makes the image and goes for its data. */
    void begin(Instant at) {
        ImageId id = setting.imageIds().get();
        Image image = image(id, cloud.at(at));
        if (image == null) {
            failLater(FAILURE, at);
            return;
        }
        cloud.add(new ImageRecord(image, cloud.at(at)));
        cloud.agenda().errand(() -> fetch(id, at));
    }

    private @Nullable Image image(ImageId id, Instant now) {
        if (cloud.isTaken(id)) {
            return null;
        }
        try {
            return LegacyImage.read(id, input().get(PROPERTIES), setting.limits(), Cloud.shown(now));
        } catch (IllegalArgumentException e) {
            LOG.debug("task {} describes no image", task.id(), e);
            return null;
        }
    }

    private Map<String, @Nullable Object> input() {
        Map<String, @Nullable Object> input = task.task().input();
        return input == null ? Map.of() : input;
    }

    /** Ends the task as failed once it has taken its time. */
    void failLater(String message, Instant at) {
        cloud.agenda().at(at.plus(DURATION), due -> task.fail(message, cloud.at(due)));
    }

    /** Runs without the cloud's lock. */
    private void fetch(ImageId id, Instant at) {
        StoredData found = null;
        try {
            found = setting.downloads().fromWeb(Operation.CREATE_TASK, id, source(input()));
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // The source is the application's code, and the caller who looks has nothing to do with it.
            LOG.debug("task {} cannot fetch the data of image {}", task.id(), id, e);
        } finally {
            StoredData data = found;
            cloud.note(() -> cloud.agenda().at(at.plus(DURATION), due -> end(id, data, due)));
        }
    }

    private void end(ImageId id, @Nullable StoredData data, Instant at) {
        Instant now = cloud.at(at);
        ImageRecord image = cloud.find(id);
        if (image != null && data != null && takesData(image.image())) {
            image.hold(data, store(), now);
            image.changeStatus(ImageStatus.ACTIVE, now);
            task.succeed(Map.of("image_id", id.value()), now);
        } else {
            if (image != null && !image.image().isProtected()) {
                cloud.remove(image);
            }
            task.fail(FAILURE, now);
        }
        if (data != null) {
            data.release();
        }
    }

    private boolean takesData(Image image) {
        StoreId store = store();
        return image.status() == ImageStatus.QUEUED
                && image.diskFormat() != null
                && image.containerFormat() != null
                && (store == null || !setting.site().isReadOnly(store));
    }

    /** Returns the store that the data goes to; null where the site has one, without a name. */
    private @Nullable StoreId store() {
        return setting.site().hasSeveralStores() ? setting.site().defaultStore() : null;
    }
}
