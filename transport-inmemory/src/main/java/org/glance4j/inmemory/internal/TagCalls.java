package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.MetadefFacts;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;

/** The operations on the tags of namespaces. Source: {@code glance/api/v2/metadef_tags.py}, 25.1.0. */
final class TagCalls {
    private final Catalog catalog;

    TagCalls(Catalog catalog) {
        this.catalog = catalog;
    }

    static MetadefTag made(String name, Instant now) {
        return new MetadefTag(name, now, now);
    }

    /** The namespace is looked up before the tag's length is, and that before the right to make one. */
    MetadefTag create(Caller caller, NamespaceName namespace, String name) {
        return catalog.atomically(() -> {
            catalog.require(MetadefRequest.of(Operation.LIST_METADEF_TAGS, namespace), caller);
            new MetadefForm(catalog.law(), Operation.CREATE_METADEF_TAG, namespace, name).checkTag(name);
            MetadefTag made = made(name, catalog.now());
            permitted(MetadefRequest.of(Operation.CREATE_METADEF_TAG, namespace, name), caller)
                    .tags()
                    .put(name, made);
            return made;
        });
    }

    List<MetadefTag> addAll(Caller caller, NamespaceName namespace, List<String> names) {
        return createAll(caller, namespace, names, true);
    }

    List<MetadefTag> replaceAll(Caller caller, NamespaceName namespace, List<String> names) {
        return createAll(caller, namespace, names, false);
    }

    /** Adds tags, all or none, in the place of those that are there or beside them. None at all changes nothing. */
    private List<MetadefTag> createAll(Caller caller, NamespaceName namespace, List<String> names, boolean append) {
        Operation operation = append ? Operation.ADD_METADEF_TAGS : Operation.REPLACE_METADEF_TAGS;
        return catalog.atomically(() -> {
            NamespaceRecord found = permitted(MetadefRequest.of(operation, namespace), caller);
            Set<String> there = new HashSet<>(append ? found.tags().keySet() : Set.of());
            for (String name : names) {
                if (!there.add(name)) {
                    catalog.require(
                            MetadefRequest.of(operation, namespace, name),
                            new MetadefFacts(found.facts(), true, false),
                            caller);
                }
            }
            if (!append && !names.isEmpty()) {
                found.tags().clear();
            }
            names.forEach(name -> found.tags().put(name, made(name, catalog.now())));
            return names.stream().map(MetadefTag::of).toList();
        });
    }

    MetadefTag get(Caller caller, NamespaceName namespace, String name) {
        return catalog.atomically(() -> there(
                permitted(MetadefRequest.of(Operation.GET_METADEF_TAG, namespace, name), caller)
                        .tags(),
                name));
    }

    /** Returns the tags, newest first. */
    List<MetadefTag> list(Caller caller, NamespaceName namespace) {
        return catalog.atomically(() -> permitted(MetadefRequest.of(Operation.LIST_METADEF_TAGS, namespace), caller)
                .listedTags());
    }

    /** Gives a tag another name. The answer shows the time of the change before. */
    MetadefTag rename(Caller caller, NamespaceName namespace, String name, String newName) {
        new MetadefForm(catalog.law(), Operation.UPDATE_METADEF_TAG, namespace, name).checkTag(newName);
        return catalog.atomically(() -> {
            MetadefRequest request = MetadefRequest.of(Operation.UPDATE_METADEF_TAG, namespace, name)
                    .giving(newName);
            Map<String, MetadefTag> tags = permitted(request, caller).tags();
            MetadefTag before = there(tags, name);
            NamespaceRecord.replace(tags, name, newName, new MetadefTag(newName, before.createdAt(), catalog.now()));
            return new MetadefTag(newName, before.createdAt(), before.updatedAt());
        });
    }

    void delete(Caller caller, NamespaceName namespace, String name) {
        catalog.run(() -> permitted(MetadefRequest.of(Operation.DELETE_METADEF_TAG, namespace, name), caller)
                .tags()
                .remove(name));
    }

    void deleteAll(Caller caller, NamespaceName namespace) {
        catalog.run(() -> permitted(MetadefRequest.of(Operation.DELETE_METADEF_TAGS, namespace), caller)
                .tags()
                .clear());
    }

    private static MetadefTag there(Map<String, MetadefTag> tags, String name) {
        MetadefTag tag = tags.get(name);
        if (tag == null) {
            throw new IllegalStateException("a request was let through for a tag that is not there");
        }
        return tag;
    }

    private NamespaceRecord permitted(MetadefRequest request, Caller caller) {
        return catalog.permitted(request, NamespaceRecord::tags, caller);
    }
}
