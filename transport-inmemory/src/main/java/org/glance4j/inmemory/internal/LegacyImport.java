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
 * <p>The service looks into the data: the image has the disk format that is found there, whatever was asked for, and is as large as the
 * disk.
 *
 * <p>Runs under the cloud's lock, apart from the fetching.
 *
 * <p>Source: {@code glance/async_/flows/base_import.py}, {@code introspect.py}, {@code glance/common/scripts/image_import/main.py},
 * 25.1.0.
 */
final class LegacyImport {
    static final String FROM = "import_from";
    static final String PROPERTIES = "image_properties";

    private static final String BACKEND = "backend";
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
        DiskData disk = null;
        try {
            found = setting.downloads().fromWeb(Operation.CREATE_TASK, id, source(input()));
            disk = DiskData.of(found);
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // The source is the application's code, and the caller who looks has nothing to do with it.
            LOG.debug("task {} cannot fetch the data of image {}", task.id(), id, e);
        } finally {
            StoredData data = found;
            DiskData seen = disk;
            cloud.note(() -> cloud.agenda().at(at.plus(DURATION), due -> end(id, data, seen, due)));
        }
    }

    private void end(ImageId id, @Nullable StoredData data, @Nullable DiskData disk, Instant at) {
        Instant now = cloud.at(at);
        ImageRecord image = cloud.find(id);
        if (image != null && data != null && disk != null && takesData(image.image())) {
            image.hold(data, store(), now);
            image.change(image.image().toBuilder().diskFormat(disk.format()).virtualSizeBytes(disk.sizeBytes()), now);
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
        boolean isStored = store == null
                || (setting.site().storeIds().contains(store) && !setting.site().isReadOnly(store));
        return image.status() == ImageStatus.QUEUED && image.containerFormat() != null && isStored;
    }

    /** Returns the store that the data goes to, which the input may name; null where the site has one, without a name. */
    private @Nullable StoreId store() {
        if (!setting.site().hasSeveralStores()) {
            return null;
        }
        Object named = input().get(BACKEND);
        return named == null ? setting.site().defaultStore() : StoreId.of(named.toString());
    }
}
