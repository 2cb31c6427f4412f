package org.glance4j.cli.metadef;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glance4j.cli.output.Details;
import org.glance4j.cli.output.Listing;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/** What is shown of the catalog, under the names and in the order of the {@code openstack} client. */
final class Fields {
    /** The fields of a namespace; those without a value are left out. */
    static final List<String> OF_NAMESPACE = List.of(
            "created_at",
            "description",
            "display_name",
            "namespace",
            "owner",
            "properties",
            "protected",
            "resource_type_associations",
            "tags",
            "updated_at",
            "visibility");

    /** The fields of an object. */
    static final List<String> OF_OBJECT =
            List.of("created_at", "description", "name", "namespace_name", "properties", "required", "updated_at");

    /** The fields of an association. */
    static final List<String> OF_ASSOCIATION =
            List.of("created_at", "id", "name", "namespace_name", "prefix", "properties_target", "updated_at");

    private Fields() {}

    /** Of what the namespace holds the names alone. */
    static Details of(Namespace namespace) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("created_at", text(namespace.createdAt()));
        fields.put("description", namespace.description());
        fields.put("display_name", namespace.displayName());
        fields.put("namespace", namespace.name().value());
        fields.put("owner", namespace.owner() == null ? null : namespace.owner().value());
        List<String> properties =
                namespace.properties().stream().map(MetadefProperty::name).toList();
        fields.put("properties", properties.isEmpty() ? null : properties);
        fields.put("protected", namespace.isProtected());
        List<String> types = namespace.resourceTypeAssociations().stream()
                .map(ResourceTypeAssociation::name)
                .toList();
        fields.put("resource_type_associations", types.isEmpty() ? null : types);
        fields.put("tags", namespace.tags().stream().map(MetadefTag::name).toList());
        fields.put("updated_at", text(namespace.updatedAt()));
        fields.put("visibility", namespace.visibilityWord());
        fields.values().removeIf(value -> value == null);
        return new Details(fields);
    }

    static Details of(NamespaceName namespace, MetadefObject object) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        object.properties().forEach(property -> properties.put(property.name(), property.schema()));
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("created_at", text(object.createdAt()));
        fields.put("description", object.description());
        fields.put("name", object.name());
        fields.put("namespace_name", namespace.value());
        fields.put("properties", properties);
        fields.put("required", object.required());
        fields.put("updated_at", text(object.updatedAt()));
        return new Details(fields);
    }

    /** The property's name and schema, by key. */
    static Map<String, @Nullable Object> of(MetadefProperty property) {
        Map<String, @Nullable Object> fields = new TreeMap<>(property.schema());
        fields.put("name", property.name());
        return fields;
    }

    static Details of(NamespaceName namespace, MetadefProperty property) {
        Map<String, @Nullable Object> fields = of(property);
        fields.put("namespace_name", namespace.value());
        return new Details(fields);
    }

    static Details of(NamespaceName namespace, ResourceTypeAssociation association) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("created_at", text(association.createdAt()));
        fields.put("id", association.name());
        fields.put("name", association.name());
        fields.put("namespace_name", namespace.value());
        fields.put("prefix", association.prefix());
        fields.put("properties_target", association.propertiesTarget());
        fields.put("updated_at", text(association.updatedAt()));
        return new Details(fields);
    }

    /** A list with one column. */
    static Listing column(String name, List<String> values) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        values.forEach(value -> rows.add(List.of(value)));
        return new Listing(List.of(name), rows);
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
