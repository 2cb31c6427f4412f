package org.glance4j.feign;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/**
 * Tells what a request about the metadata catalog has made from what had the name before. What was left to the service is not
 * compared; numbers are by their whole part, and defaults as text, which is how the service keeps them.
 */
final class MetadefDifferences {
    private MetadefDifferences() {}

    /**
     * Returns what sets a namespace apart from what was asked for.
     *
     * @param whole whether what it holds is compared too
     * @return a clause that names the fields; null where there is no difference
     */
    static @Nullable String between(Namespace wanted, Namespace found, boolean whole) {
        List<String> fields = new ArrayList<>();
        compare(fields, "display_name", wanted.displayName(), found.displayName());
        compare(fields, "description", wanted.description(), found.description());
        compare(
                fields,
                "visibility",
                wanted.visibilityWord() == null ? "private" : wanted.visibilityWord(),
                found.visibilityWord());
        compare(fields, "protected", wanted.isProtected(), found.isProtected());
        compare(fields, "owner", wanted.owner() == null ? found.owner() : wanted.owner(), found.owner());
        if (whole) {
            compare(fields, "properties", byName(wanted.properties()), byName(found.properties()));
            compare(
                    fields,
                    "tags",
                    Set.copyOf(wanted.tags().stream().map(MetadefTag::name).toList()),
                    Set.copyOf(found.tags().stream().map(MetadefTag::name).toList()));
            compare(
                    fields,
                    "resource_type_associations",
                    timeless(wanted.resourceTypeAssociations()),
                    timeless(found.resourceTypeAssociations()));
            compare(
                    fields,
                    "objects",
                    keyed(wanted.objects(), MetadefObject::name, MetadefDifferences::content),
                    keyed(found.objects(), MetadefObject::name, MetadefDifferences::content));
        }
        return clause("namespace", fields);
    }

    static @Nullable String between(MetadefObject wanted, MetadefObject found) {
        List<String> fields = new ArrayList<>();
        compare(fields, "description", wanted.description(), found.description());
        compare(fields, "required", required(wanted), required(found));
        compare(fields, "properties", byName(wanted.properties()), byName(found.properties()));
        return clause("object", fields);
    }

    static @Nullable String between(MetadefProperty wanted, MetadefProperty found) {
        List<String> fields = new ArrayList<>();
        compare(fields, "schema", kept(wanted), kept(found));
        return clause("property", fields);
    }

    static @Nullable String between(ResourceTypeAssociation wanted, ResourceTypeAssociation found) {
        if (found.name().isEmpty()) {
            return "the namespace is not for the type";
        }
        List<String> fields = new ArrayList<>();
        compare(fields, "prefix", wanted.prefix(), found.prefix());
        compare(fields, "properties_target", wanted.propertiesTarget(), found.propertiesTarget());
        return clause("resource type", fields);
    }

    private static @Nullable String clause(String what, List<String> fields) {
        return fields.isEmpty()
                ? null
                : "a " + what + " of this name is there with another " + String.join(", ", fields);
    }

    private static void compare(List<String> fields, String name, @Nullable Object wanted, @Nullable Object found) {
        if (!Objects.equals(wanted, found)) {
            fields.add(name);
        }
    }

    private static List<@Nullable Object> content(MetadefObject object) {
        List<@Nullable Object> content = new ArrayList<>();
        content.add(object.description());
        content.add(required(object));
        content.add(byName(object.properties()));
        return content;
    }

    /** The service keeps the names in one text with commas. */
    private static String required(MetadefObject object) {
        return String.join(",", object.required());
    }

    private static Map<String, Object> byName(List<MetadefProperty> properties) {
        return keyed(properties, MetadefProperty::name, MetadefDifferences::kept);
    }

    private static <T> Map<String, Object> keyed(List<T> all, Function<T, String> key, Function<T, Object> value) {
        Map<String, Object> keyed = new HashMap<>();
        all.forEach(one -> keyed.put(key.apply(one), value.apply(one)));
        return keyed;
    }

    private static Set<ResourceTypeAssociation> timeless(List<ResourceTypeAssociation> associations) {
        Set<ResourceTypeAssociation> timeless = new HashSet<>();
        associations.forEach(one -> timeless.add(
                new ResourceTypeAssociation(one.name(), one.prefix(), one.propertiesTarget(), null, null)));
        return timeless;
    }

    private static Map<String, @Nullable Object> kept(MetadefProperty property) {
        Map<String, @Nullable Object> kept = new HashMap<>();
        property.schema().forEach((key, value) -> kept.put(key, kept(key, value)));
        return kept;
    }

    private static @Nullable Object kept(String key, @Nullable Object value) {
        if (key.equals("default") && (value instanceof Number || value instanceof Boolean)) {
            String text = value.toString();
            return value instanceof Boolean ? Character.toTitleCase(text.charAt(0)) + text.substring(1) : text;
        }
        return value instanceof Number number ? new BigDecimal(number.toString()).toBigInteger() : value;
    }
}
