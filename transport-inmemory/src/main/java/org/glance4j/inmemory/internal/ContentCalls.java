package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.NamespaceName;

/**
 * The operations on one kind of what namespaces hold by name.
 *
 * @param <T> the kind
 */
abstract class ContentCalls<T> {
    private final Catalog catalog;
    private final Operations operations;

    ContentCalls(Catalog catalog, Operations operations) {
        this.catalog = catalog;
        this.operations = operations;
    }

    /** What the operations on a kind are. */
    record Operations(
            Operation create, Operation get, Operation list, Operation update, Operation delete, Operation deleteAll) {}

    final Catalog catalog() {
        return catalog;
    }

    /** Returns where a namespace holds the kind. */
    abstract Map<String, T> shelf(NamespaceRecord namespace);

    abstract String nameOf(T value);

    /** Refuses what does not go with the schema, and returns the value as it is kept. */
    abstract T checked(MetadefForm form, T given);

    abstract void refuseWide(MetadefForm form, T given);

    /** Returns a value as one that is made now. */
    abstract T made(T given);

    /** Returns a value in the place of another, changed at some time. */
    abstract T changed(T before, T given, Instant now);

    /** Returns what making or changing a value is answered with: what was given, with the times of what was there. */
    abstract T answered(T before, T given);

    final T create(Caller caller, NamespaceName namespace, T given) {
        MetadefForm form = new MetadefForm(catalog.law(), operations.create(), namespace, nameOf(given));
        T checked = checked(form, given);
        return catalog.atomically(() -> {
            MetadefRequest request = MetadefRequest.of(operations.create(), namespace, nameOf(given));
            catalog.require(request, caller);
            refuseWide(form, checked);
            T made = made(checked);
            shelf(permitted(request, caller)).put(nameOf(given), made);
            return answered(made, checked);
        });
    }

    final T get(Caller caller, NamespaceName namespace, String name) {
        return catalog.atomically(() ->
                taken(permitted(MetadefRequest.of(operations.get(), namespace, name), caller), name));
    }

    final List<T> list(Caller caller, NamespaceName namespace) {
        return catalog.atomically(() ->
                new ArrayList<>(shelf(permitted(MetadefRequest.of(operations.list(), namespace), caller))
                        .values()));
    }

    final T update(Caller caller, NamespaceName namespace, String name, T given) {
        MetadefForm form = new MetadefForm(catalog.law(), operations.update(), namespace, name);
        T checked = checked(form, given);
        return catalog.atomically(() -> {
            MetadefRequest request =
                    MetadefRequest.of(operations.update(), namespace, name).giving(nameOf(given));
            permitted(MetadefRequest.of(operations.update(), namespace, name), caller);
            refuseWide(form, checked);
            NamespaceRecord found = permitted(request, caller);
            T before = taken(found, name);
            NamespaceRecord.replace(shelf(found), name, nameOf(given), changed(before, checked, catalog.now()));
            return answered(before, checked);
        });
    }

    final void delete(Caller caller, NamespaceName namespace, String name) {
        catalog.run(() -> shelf(permitted(MetadefRequest.of(operations.delete(), namespace, name), caller))
                .remove(name));
    }

    final void deleteAll(Caller caller, NamespaceName namespace) {
        catalog.run(() -> shelf(permitted(MetadefRequest.of(operations.deleteAll(), namespace), caller))
                .clear());
    }

    final T taken(NamespaceRecord namespace, String name) {
        T there = shelf(namespace).get(name);
        if (there == null) {
            throw new IllegalStateException("a request was let through for a name that is not there");
        }
        return there;
    }

    final NamespaceRecord permitted(MetadefRequest request, Caller caller) {
        return catalog.permitted(request, this::shelf, caller);
    }
}
