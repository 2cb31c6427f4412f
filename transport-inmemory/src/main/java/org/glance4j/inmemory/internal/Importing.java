package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.glance4j.lifecycle.ImageLifecycle;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * One import on its way, step by step: the worker begins, the data is come by, each store is filled, the task ends. What a step leaves
 * behind when it fails is what the service leaves: an image whose staged data no store would take stays {@code importing}, and one that
 * was uploaded to before the worker began keeps that data.
 *
 * <p>Runs under the cloud's lock, apart from what {@link Source} does.
 *
 * <p>Source: {@code glance/async_/flows/api_image_import.py}, {@code _internal_plugins/base_download.py}, 25.1.0.
 */
final class Importing {
    static final String LOCK = "os_glance_import_task";
    private static final String IMPORTING_TO = "os_glance_importing_to_stores";
    private static final String FAILED = "os_glance_failed_import";
    static final String FAILURE = "Task failed due to Internal Error";
    private static final int MEBIBYTE_BITS = 20;

    private final Cloud cloud;
    private final ImportSettings site;
    private final TaskRecord task;
    private final ImageId imageId;
    private final ImportCall call;
    private final List<StoreId> stores;
    private final Source source;
    private List<ImageLocation> locations = List.of();
    private @Nullable StoredData data;

    /** Comes by the data of an import without the cloud's lock, and calls back under it; null stands for a failure. */
    interface Source {
        void fetch(Importing importing, Instant at);
    }

    Importing(
            Cloud cloud,
            ImportSettings site,
            TaskRecord task,
            ImageId imageId,
            ImportCall call,
            List<StoreId> stores,
            Source source) {
        this.cloud = cloud;
        this.site = site;
        this.task = task;
        this.imageId = imageId;
        this.call = call;
        this.stores = stores;
        this.source = source;
    }

    ImageId imageId() {
        return imageId;
    }

    ImportCall call() {
        return call;
    }

    /** Returns where the data is that is to be copied. */
    List<ImageLocation> locations() {
        return locations;
    }

    private boolean isBy(ImportMethod method) {
        return call.wanted().method().equals(method);
    }

    private boolean copies() {
        return isBy(ImportMethod.COPY_IMAGE);
    }

    /** Locks the image and sends a worker on its way. */
    void accept(Instant now) {
        cloud.tasks().add(task, now);
        ImageRecord image = cloud.known(cloud.find(imageId));
        setProperty(image, LOCK, task.id().value(), now);
        cloud.agenda().at(cloud.clockTime().plus(site.delay()), this::begin);
    }

    private void begin(Instant at) {
        Instant now = cloud.at(at);
        task.begin(now);
        ImageRecord image = cloud.find(imageId);
        if (image == null) {
            // The service's worker gives up without a word: the task stays as it is.
            return;
        }
        if (!copies()) {
            if (!ImageLifecycle.next(image.image().status()).contains(ImageStatus.IMPORTING)) {
                // It has other data by now, or is taking it: the worker gives up as well, and the image stays locked.
                return;
            }
            image.changeStatus(ImageStatus.IMPORTING, now);
        }
        merge(image, IMPORTING_TO, stores, List.of(), now);
        merge(image, FAILED, List.of(), stores, now);
        if (isBy(ImportMethod.GLANCE_DIRECT)) {
            goOn(image.staged(), at);
        } else if (image.data() != null && copies()) {
            goOn(image.data(), at);
        } else {
            locations = image.locations();
            cloud.agenda().errand(() -> source.fetch(this, at));
        }
    }

    private void goOn(@Nullable StoredData held, Instant at) {
        fetched(held == null ? null : held.retain(), at);
    }

    /** Takes what the source has come by, which this import holds from then on; null where it has failed. */
    void fetched(@Nullable StoredData found, Instant at) {
        data = found;
        cloud.agenda().at(at.plus(site.duration()), found == null ? this::failToFetch : due -> fill(0, due));
    }

    /** Notes the formats and properties that an image of another region brings along. */
    void describe(Image.Builder described, Instant at) {
        ImageRecord image = cloud.find(imageId);
        if (image != null) {
            image.change(described, cloud.at(at));
        }
    }

    private void failToFetch(Instant at) {
        Instant now = cloud.at(at);
        ImageRecord image = cloud.find(imageId);
        if (image != null) {
            if (!copies()) {
                requeueAfterDownload(image, now);
            }
            fail(image, now);
        } else {
            task.fail(FAILURE, now);
        }
    }

    private void requeueAfterDownload(ImageRecord image, Instant now) {
        image.requeue(now);
        merge(image, IMPORTING_TO, List.of(), stores, now);
        merge(image, FAILED, stores, List.of(), now);
    }

    /** Fills one store after the other. A site with one store has one turn, without a name. */
    private void fill(int turn, Instant at) {
        Instant now = cloud.at(at);
        ImageRecord image = cloud.find(imageId);
        StoredData held = data;
        if (image == null || held == null) {
            task.fail(FAILURE, now);
            release();
            return;
        }
        StoreId store = stores.isEmpty() ? null : stores.get(turn);
        boolean isLast = turn + 1 >= stores.size();
        if (store != null && site.isReadOnly(store)) {
            merge(image, FAILED, List.of(store), List.of(), now);
            if (call.wanted().allStoresMustSucceed()) {
                revert(image, turn, now);
                return;
            }
        } else {
            image.hold(held, store, now);
            task.report("Copied " + (held.size() >> MEBIBYTE_BITS) + " MiB", now);
            boolean activates = !copies() && (isLast || !call.wanted().allStoresMustSucceed());
            if (activates && image.image().status() != ImageStatus.ACTIVE) {
                image.changeStatus(ImageStatus.ACTIVE, now);
            }
        }
        merge(image, IMPORTING_TO, List.of(), store == null ? List.of() : List.of(store), now);
        if (isLast) {
            finish(image, now);
        } else {
            cloud.agenda().at(at.plus(site.duration()), due -> fill(turn + 1, due));
        }
    }

    /** Takes back what was done until a store failed on which the import depends. */
    private void revert(ImageRecord image, int turn, Instant now) {
        List<StoreId> tried = stores.subList(0, turn + 1);
        image.leave(tried, now);
        merge(image, IMPORTING_TO, List.of(), tried, now);
        if (isDownload()) {
            requeueAfterDownload(image, now);
        }
        fail(image, now);
    }

    private boolean isDownload() {
        return !copies() && !isBy(ImportMethod.GLANCE_DIRECT);
    }

    private void finish(ImageRecord image, Instant now) {
        if (!copies()) {
            image.unstage();
        }
        if (image.image().status() == ImageStatus.ACTIVE) {
            task.succeed(Map.of("image_id", imageId.value()), now);
            unlock(image, now);
            release();
            return;
        }
        image.leave(stores, now);
        if (isDownload()) {
            requeueAfterDownload(image, now);
        } else if (!copies()) {
            image.requeue(now);
        }
        fail(image, now);
    }

    private void fail(ImageRecord image, Instant now) {
        task.fail(FAILURE, now);
        unlock(image, now);
        release();
    }

    private void release() {
        if (data != null) {
            data.release();
            data = null;
        }
    }

    private void unlock(ImageRecord image, Instant now) {
        setProperty(image, LOCK, null, now);
    }

    private static void merge(
            ImageRecord image, String list, Collection<StoreId> more, Collection<StoreId> less, Instant now) {
        TreeSet<String> ids = new TreeSet<>();
        for (String id : image.image().properties().getOrDefault(list, "").split(",", -1)) {
            if (!id.isEmpty()) {
                ids.add(id);
            }
        }
        more.forEach(store -> ids.add(store.value()));
        less.forEach(store -> ids.remove(store.value()));
        setProperty(image, list, String.join(",", ids), now);
    }

    static void setProperty(ImageRecord image, String name, @Nullable String value, Instant now) {
        Map<String, String> properties = new LinkedHashMap<>(image.image().properties());
        if (value == null) {
            properties.remove(name);
        } else {
            properties.put(name, value);
        }
        image.change(image.image().toBuilder().properties(properties), now);
    }
}
