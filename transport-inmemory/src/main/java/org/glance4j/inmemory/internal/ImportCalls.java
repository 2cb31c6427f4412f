package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.lifecycle.Facts;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Operation;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.model.Task;
import org.jspecify.annotations.Nullable;

/**
 * The operations on imports and stores. They take the cloud's lock to look and to change, and let go of it while data passes.
 *
 * <p>Source: {@code glance/api/v2/images.py} (import_image, get_task_info, delete_from_store), {@code image_data.py} (stage), {@code
 * discovery.py}, 25.1.0.
 */
final class ImportCalls {
    private static final String TASK_TYPE = "api_image_import";

    private final Cloud cloud;
    private final Law law;
    private final DataReceiver receiver;
    private final ImportSettings site;
    private final Downloads downloads;

    ImportCalls(Cloud cloud, Law law, DataReceiver receiver, ImportSettings site) {
        this.cloud = cloud;
        this.law = law;
        this.receiver = receiver;
        this.site = site;
        this.downloads = new Downloads(cloud, site, receiver);
    }

    void stage(Caller caller, ImageId id, InputStream in) throws IOException {
        int turn = cloud.atomically(() -> {
            ImageRecord image = cloud.find(id);
            law.require(new ImageRequest.Stage(id), image, caller);
            return cloud.known(image).beginStaging(cloud.now());
        });
        StoredData data;
        boolean isComplete = false;
        try {
            data = receiver.receive(Operation.STAGE_DATA, id, in);
            isComplete = true;
        } finally {
            if (!isComplete) {
                cloud.run(() -> giveUp(id, turn));
            }
        }
        cloud.run(() -> staged(id, turn, data));
    }

    private void giveUp(ImageId id, int turn) {
        ImageRecord image = cloud.find(id);
        if (image != null && image.isStaging(turn)) {
            image.requeue(cloud.now());
        }
    }

    /**
     * Keeps what was staged. An id is never used again, so the image of this id is the one that the staging began with; it may be gone,
     * or have become something else, or have another staging under way. Then the service fails and makes it queued, whatever it is; here it stays as it is.
     */
    private void staged(ImageId id, int turn, StoredData data) {
        ImageRecord image = cloud.find(id);
        if (image != null && image.isStaging(turn)) {
            image.stage(data, cloud.now());
            return;
        }
        data.release();
        if (image == null) {
            throw law.refusal(
                    Operation.STAGE_DATA,
                    id,
                    Refusal.NOT_FOUND,
                    Rule.IMAGE_DELETED_MEANWHILE,
                    "image " + id + " was deleted while its data was staged",
                    "No image found with ID " + id);
        }
        throw new ServiceErrorException(
                Failure.of(Operation.STAGE_DATA)
                        .imageId(id)
                        .status(500)
                        .requestId(law.requestIds().get())
                        .effect(Effect.NOT_APPLIED)
                        .build(),
                null);
    }

    void importImage(Caller caller, ImageId id, ImportCall call) {
        boolean passes = downloads.passes(call.wanted());
        cloud.run(() -> {
            ImageRecord image = cloud.find(id);
            Facts facts = law.facts(image, caller);
            law.require(
                    new ImageRequest.ImportImage(id, call.wanted(), call.headerStore()),
                    facts.withImports(facts.imports().withFilterPassed(passes)),
                    caller);
            begin(caller, cloud.known(image), call);
        });
    }

    private void begin(Caller caller, ImageRecord image, ImportCall call) {
        boolean copies = call.wanted().method().equals(ImportMethod.COPY_IMAGE);
        List<StoreId> targets = call.targets(site, copies ? image.holding() : List.of());
        if (copies && site.hasSeveralStores() && targets.isEmpty()) {
            // Every store has it: there is nothing to do, and no task says so.
            return;
        }
        Instant now = cloud.now();
        ImageId id = image.image().id();
        TaskRecord task = TaskRecord.accepted(
                        site.taskIds().get(), TASK_TYPE, caller.project(), input(id, call, targets), now)
                .about(id, call.requestId(), call.userId());
        new Importing(cloud, site, task, id, call, targets, downloads.by(caller)).accept(now);
    }

    private static Map<String, @Nullable Object> input(ImageId id, ImportCall call, List<StoreId> targets) {
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("image_id", id.value());
        input.put("import_req", call.body());
        List<@Nullable String> backends = new ArrayList<>();
        targets.forEach(store -> backends.add(store.value()));
        if (targets.isEmpty()) {
            backends.add(null);
        }
        input.put("backend", backends);
        return input;
    }

    List<Task> tasks(Caller caller, ImageId id) {
        law.require(new ImageRequest.ListTasks(id), cloud.find(id), caller);
        return cloud.tasks().of(id, cloud.now()).stream()
                .map(TaskRecord::task)
                .filter(task -> caller.isAdmin() || caller.project().equals(task.owner()))
                .toList();
    }

    List<ImportMethod> methods(Caller caller) {
        law.require(new ImageRequest.ListImportMethods(), (ImageRecord) null, caller);
        return site.methods();
    }

    List<Store> stores(Caller caller, boolean detailed) {
        law.require(new ImageRequest.ListStores(detailed), (ImageRecord) null, caller);
        return detailed
                ? site.stores()
                : site.stores().stream()
                        .map(store -> store.withDetails(null, Map.of()))
                        .toList();
    }

    void deleteFromStore(Caller caller, StoreId store, ImageId id) {
        ImageRecord image = cloud.find(id);
        law.require(new ImageRequest.DeleteFromStore(id, store), image, caller);
        cloud.known(image).leave(List.of(store), cloud.now());
    }
}
