package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.StoreOperations;

/** The stores of the site, as one caller works with them. Safe for use by several threads. */
final class InMemoryStores implements StoreOperations {
    private final Door door;

    InMemoryStores(Door door) {
        this.door = door;
    }

    @Override
    public List<Store> list() {
        door.enter(Failure.of(Operation.LIST_STORES));
        return door.engine().stores(door.caller());
    }

    @Override
    public List<Store> details() {
        door.enter(Failure.of(Operation.LIST_STORE_DETAILS));
        return door.engine().storeDetails(door.caller());
    }

    @Override
    public void delete(StoreId store, ImageId id) {
        RequestChecks.addressable(Operation.DELETE_FROM_STORE, id, store);
        door.enter(Failure.of(Operation.DELETE_FROM_STORE).imageId(id));
        door.engine().deleteFromStore(door.caller(), store, id);
    }
}
