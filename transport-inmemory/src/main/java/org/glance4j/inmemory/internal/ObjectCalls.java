package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;

/** The operations on the objects of namespaces. Source: {@code glance/api/v2/metadef_objects.py}, 25.1.0. */
final class ObjectCalls extends ContentCalls<MetadefObject> {

    ObjectCalls(Catalog catalog) {
        super(
                catalog,
                new Operations(
                        Operation.CREATE_METADEF_OBJECT,
                        Operation.GET_METADEF_OBJECT,
                        Operation.LIST_METADEF_OBJECTS,
                        Operation.UPDATE_METADEF_OBJECT,
                        Operation.DELETE_METADEF_OBJECT,
                        Operation.DELETE_METADEF_OBJECTS));
    }

    static MetadefObject made(MetadefObject given, Instant now) {
        return kept(given).createdAt(now).updatedAt(now).build();
    }

    /** The service keeps the names that are required in one text with commas. */
    private static MetadefObject.Builder kept(MetadefObject given) {
        String text = String.join(",", given.required());
        return given.toBuilder().required(text.isEmpty() ? List.of() : List.of(text.split(",", -1)));
    }

    @Override
    Map<String, MetadefObject> shelf(NamespaceRecord namespace) {
        return namespace.objects();
    }

    @Override
    String nameOf(MetadefObject value) {
        return value.name();
    }

    @Override
    MetadefObject checked(MetadefForm form, MetadefObject given) {
        return form.checked(given);
    }

    @Override
    void refuseWide(MetadefForm form, MetadefObject given) {
        form.refuseWide(given);
    }

    @Override
    MetadefObject made(MetadefObject given) {
        return made(given, catalog().now());
    }

    @Override
    MetadefObject changed(MetadefObject before, MetadefObject given, Instant now) {
        return kept(given).createdAt(before.createdAt()).updatedAt(now).build();
    }

    @Override
    MetadefObject answered(MetadefObject before, MetadefObject given) {
        return given.toBuilder()
                .createdAt(before.createdAt())
                .updatedAt(before.updatedAt())
                .build();
    }
}
