package org.glance4j;

import java.util.List;
import org.glance4j.internal.Calls;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.glance4j.transport.StoreOperations;

/** Begins a call for each operation. */
record LimitedStores(Calls calls) implements StoreOperations {

    @Override
    public List<Store> list() {
        return calls.begin(Operation.LIST_STORES).stores().list();
    }

    @Override
    public List<Store> details() {
        return calls.begin(Operation.LIST_STORE_DETAILS).stores().details();
    }

    @Override
    public void delete(StoreId store, ImageId id) {
        calls.begin(Operation.DELETE_FROM_STORE).stores().delete(store, id);
    }
}
