package org.glance4j.inmemory.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.PropertyType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/**
 * What the service thinks of the form of a definition, and how it keeps one. Where Glance 25.1.0 fails on a value, an answer that
 * says why serves the caller better. Source: {@code glance/api/v2/metadef_*.py} (the schemas), {@code
 * glance/api/v2/model/metadef_property_type.py}, {@code glance/common/utils.py} (no_4byte_params), 25.1.0.
 */
final class MetadefForm {
    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_DESCRIPTION = 500;
    private static final int LONGEST_OWNER = 255;

    /** In the order in which the service writes them. */
    private static final List<String> KEYS = List.of(
            "type",
            "title",
            "description",
            "operators",
            "default",
            "readonly",
            "minimum",
            "maximum",
            "enum",
            "pattern",
            "minLength",
            "maxLength",
            "confidential",
            "items",
            "uniqueItems",
            "minItems",
            "maxItems",
            "additionalItems");

    private static final Set<String> TEXTS = Set.of("type", "title", "description", "pattern");
    private static final Set<String> FLAGS = Set.of("readonly", "confidential", "uniqueItems", "additionalItems");
    private static final Set<String> LISTS = Set.of("operators", "enum");
    private static final Set<String> BOUNDS = Set.of("minimum", "maximum");

    private final Law law;
    private final Operation operation;
    private final NamespaceName namespace;
    private final @Nullable String name;

    MetadefForm(Law law, Operation operation, NamespaceName namespace, @Nullable String name) {
        this.law = law;
        this.operation = operation;
        this.namespace = namespace;
        this.name = name;
    }

    /** Refuses what does not go with the schemas, and returns the namespace as the service keeps it. */
    Namespace checked(Namespace given) {
        requireShort("namespace", given.name().value(), LONGEST_NAME);
        requireShort("namespace", given.displayName(), LONGEST_NAME);
        requireShort("namespace", given.description(), LONGEST_DESCRIPTION);
        requireShort("namespace", given.owner() == null ? null : given.owner().value(), LONGEST_OWNER);
        String visibility = given.visibilityWord();
        if (visibility != null && !visibility.equals("public") && !visibility.equals("private")) {
            throw mismatch("namespace", "'" + visibility + "' is not one of ['public', 'private']");
        }
        Namespace.Builder kept = given.toBuilderWithoutContents();
        given.resourceTypeAssociations().forEach(kept::resourceType);
        given.properties().forEach(property -> kept.property(kept(property)));
        given.objects().forEach(object -> kept.object(kept(object)));
        given.tags().forEach(kept::tag);
        return kept.build();
    }

    MetadefObject checked(MetadefObject given) {
        requireShort("object", given.name(), LONGEST_NAME);
        if (given.required().stream().distinct().count() < given.required().size()) {
            throw mismatch("object", "['" + String.join("', '", given.required()) + "'] has non-unique elements");
        }
        return kept(given);
    }

    MetadefProperty checked(MetadefProperty given) {
        requireShort("property", given.name(), LONGEST_NAME);
        if (given.schema().containsKey("confidential")) {
            throw unexpected("confidential");
        }
        return kept(given);
    }

    void check(ResourceTypeAssociation given) {
        requireShort("resource_type_association", given.name(), LONGEST_NAME);
        requireShort("resource_type_association", given.prefix(), LONGEST_NAME);
        requireShort("resource_type_association", given.propertiesTarget(), LONGEST_NAME);
    }

    void checkTag(String tag) {
        requireShort("tag", tag, LONGEST_NAME);
    }

    /** Refuses characters that the database does not take. */
    void refuseWide(Namespace given) {
        refuseWide("namespace", "Namespace", given.name().value());
        refuseWide("namespace", "Display_name", given.displayName());
        refuseWide("namespace", "Description", given.description());
        given.properties().forEach(property -> refuseWideIn("namespace", property));
        given.objects().forEach(object -> refuseWide("namespace", object));
    }

    void refuseWide(MetadefObject given) {
        refuseWide("object", given);
    }

    void refuseWide(MetadefProperty given) {
        refuseWideIn("property", given);
    }

    private void refuseWide(String what, MetadefObject given) {
        refuseWide(what, "Name", given.name());
        refuseWide(what, "Description", given.description());
        given.required().forEach(required -> refuseWide(what, "Required", required));
        given.properties().forEach(property -> refuseWideIn(what, property));
    }

    private void refuseWideIn(String what, MetadefProperty given) {
        refuseWide(what, "Name", given.name());
        given.schema().forEach((key, value) -> {
            if (value instanceof String text) {
                refuseWide(what, Character.toTitleCase(key.charAt(0)) + key.substring(1), text);
            }
        });
    }

    private void refuseWide(String what, String parameter, @Nullable String text) {
        if (text != null && ImageSchema.isWide(text)) {
            boolean isNew = operation.name().startsWith("CREATE");
            throw refused("Couldn't " + (isNew ? "create" : "update") + " metadata " + what + ": " + parameter
                    + " can't contain 4 byte unicode characters.");
        }
    }

    private MetadefObject kept(MetadefObject given) {
        MetadefObject.Builder kept = given.toBuilder().noProperties();
        given.properties().forEach(property -> kept.property(kept(property)));
        return kept.build();
    }

    private MetadefProperty kept(MetadefProperty given) {
        for (String key : given.schema().keySet()) {
            if (!KEYS.contains(key)) {
                throw unexpected(key);
            }
        }
        Map<String, @Nullable Object> kept = new LinkedHashMap<>();
        for (String key : KEYS) {
            if (given.schema().containsKey(key)) {
                kept.put(key, kept(key, given.schema().get(key)));
            }
        }
        for (String key : List.of("type", "title")) {
            if (!kept.containsKey(key)) {
                throw mismatch("property", "'" + key + "' is a required property");
            }
        }
        if (PropertyType.of(String.valueOf(kept.get("type"))) == PropertyType.UNRECOGNIZED) {
            throw mismatch(
                    "property",
                    "'" + kept.get("type")
                            + "' is not one of ['array', 'boolean', 'integer', 'number', 'object', 'string', None]");
        }
        return new MetadefProperty(given.name(), kept);
    }

    private @Nullable Object kept(String key, @Nullable Object value) {
        if (key.equals("default")) {
            return text(value);
        }
        if (key.equals("items")) {
            return items(value);
        }
        if (TEXTS.contains(key)) {
            return value instanceof String ? value : mistyped(key, "string");
        }
        if (FLAGS.contains(key)) {
            return value instanceof Boolean ? value : mistyped(key, "boolean");
        }
        if (LISTS.contains(key)) {
            return value instanceof List<?> list ? strings(key, list) : mistyped(key, "array");
        }
        if (!(value instanceof Number number)) {
            return mistyped(key, BOUNDS.contains(key) ? "number" : "integer");
        }
        if (!Double.isFinite(number.doubleValue()) && !(number instanceof BigDecimal || number instanceof BigInteger)) {
            // The service fails here, because such a number has no whole part.
            throw mismatch("property", value + " is not a number that has an end");
        }
        BigDecimal exact = new BigDecimal(number.toString());
        if (!BOUNDS.contains(key) && exact.signum() < 0) {
            throw mismatch("property", value + " is less than the minimum of 0");
        }
        return whole(exact.setScale(0, RoundingMode.DOWN).toBigInteger());
    }

    /** Returns a number as one that was read from a document would be. */
    private static Number whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValue();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValue() : number;
    }

    /** A default is kept as text, as Python prints it; what is no single value is lost. */
    private static @Nullable String text(@Nullable Object value) {
        if (value instanceof Boolean flag) {
            return flag ? "True" : "False";
        }
        return value instanceof String || value instanceof Number ? value.toString() : null;
    }

    private Map<String, Object> items(@Nullable Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            throw mismatch("property", "'items' is not of type 'object'");
        }
        Map<String, Object> kept = new LinkedHashMap<>();
        if (!(map.get("type") instanceof String type)) {
            throw mismatch("property", "'type' is a required property of 'items'");
        }
        kept.put("type", type);
        if (map.get("enum") instanceof List<?> list) {
            kept.put("enum", strings("enum", list));
        }
        if (map.size() > kept.size()) {
            throw mismatch("property", "'items' has a property that is not expected");
        }
        return kept;
    }

    private List<String> strings(String key, List<?> list) {
        List<String> strings = new ArrayList<>();
        for (Object one : list) {
            if (!(one instanceof String text)) {
                throw mismatch("property", one + " in '" + key + "' is not of type 'string'");
            }
            strings.add(text);
        }
        return strings;
    }

    private Object mistyped(String key, String type) {
        throw mismatch("property", "'" + key + "' is not of type '" + type + "'");
    }

    private RuntimeException unexpected(String key) {
        return mismatch("property", "Additional properties are not allowed ('" + key + "' was unexpected)");
    }

    private void requireShort(String schema, @Nullable String text, int longest) {
        if (text != null && text.codePointCount(0, text.length()) > longest) {
            throw mismatch(schema, "'" + text + "' is too long");
        }
    }

    private RuntimeException mismatch(String schema, String problem) {
        return refused("Provided object does not match schema '" + schema + "': " + problem);
    }

    private RuntimeException refused(String serviceText) {
        return law.refusal(
                operation,
                namespace,
                name,
                Refusal.BAD_REQUEST,
                Rule.VALUE_NOT_ALLOWED,
                "a value is not allowed",
                serviceText);
    }
}
