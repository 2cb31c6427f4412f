package org.glance4j.feign;

import java.util.Arrays;
import java.util.List;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Reconciliation;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.StoreOperations;

/** Stores over HTTP. Safe for use by several threads. */
final class FeignStores implements StoreOperations {
    private final Calls calls;
    private final ImportsApi api;
    private final ImagesApi images;
    private final Deadline deadline;

    FeignStores(Calls calls, ImportsApi api, ImagesApi images, Deadline deadline) {
        this.calls = calls;
        this.api = api;
        this.images = images;
        this.deadline = deadline;
    }

    @Override
    public List<Store> list() {
        return calls.run(Call.of(new ImageRequest.ListStores(false), deadline), api::stores);
    }

    @Override
    public List<Store> details() {
        return calls.run(Call.of(new ImageRequest.ListStores(true), deadline), api::storeDetails);
    }

    @Override
    public void delete(StoreId store, ImageId id) {
        RequestChecks.addressable(Operation.DELETE_FROM_STORE, id, store);
        // Repeated, it would be refused as the deletion from the last store, which proves nothing: the image says where
        // it is.
        Call look = Call.of(new ImageRequest.Get(id), deadline);
        Boolean unused = calls.run(
                Call.of(new ImageRequest.DeleteFromStore(id, store), deadline),
                attempt -> deleteOnce(store, id, attempt),
                () -> new Reconciliation.Look<>(
                        look,
                        attempt -> isElsewhere(store, images.get(PathSegments.encode(id.value()), attempt)),
                        gone -> gone ? null : "the image does not say that its data is in other stores alone"));
    }

    private boolean deleteOnce(StoreId store, ImageId id, Attempt attempt) {
        api.deleteFromStore(PathSegments.encode(store.value()), PathSegments.encode(id.value()), attempt);
        return true;
    }

    /** An image that names no store proves nothing: behind a deletion there is always one that holds its data. */
    private static boolean isElsewhere(StoreId store, Image image) {
        return image.otherFields().get("stores") instanceof String words
                && !words.isEmpty()
                && !Arrays.asList(words.split(",", -1)).contains(store.value());
    }
}
