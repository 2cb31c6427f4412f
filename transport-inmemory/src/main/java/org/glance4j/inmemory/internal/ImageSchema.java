package org.glance4j.inmemory.internal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The part of the image schema that a caller's values can break, in the words of the service's own validator. The names of
 * fields are the lifecycle's concern.
 *
 * <p>Source: {@code GET /v2/schemas/image}; {@code glance/schema.py}, {@code glance/common/utils.py} (no_4byte_params,
 * validate_mysql_int), 25.1.0.
 */
final class ImageSchema {
    private static final int LONGEST = 255;
    private static final String UUID_TEXT =
            "^([0-9a-fA-F]){8}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){4}-([0-9a-fA-F]){12}$";
    private static final Pattern UUID = Pattern.compile(UUID_TEXT);
    private static final Map<String, List<String>> WORDS = Map.of(
            "visibility", List.of("community", "public", "private", "shared"),
            "container_format", List.of("ami", "ari", "aki", "bare", "ovf", "ova", "docker", "compressed"),
            "disk_format", List.of("ami", "ari", "aki", "vhd", "vhdx", "vmdk", "raw", "qcow2", "vdi", "iso", "ploop"),
            "cinder_encryption_key_deletion_policy", List.of("on_image_deletion", "do_not_delete"));
    private static final Set<String> NULLABLE =
            Set.of("name", "owner", "container_format", "disk_format", "kernel_id", "ramdisk_id");
    private static final Set<String> BOUNDED = Set.of("name", "owner");
    private static final Set<String> UUIDS = Set.of("id", "kernel_id", "ramdisk_id");

    private ImageSchema() {}

    /** Returns what the service says against a field's value; null where it takes it. */
    static @Nullable String problem(String field, @Nullable Object value) {
        return switch (field) {
            case "protected", "os_hidden" -> value instanceof Boolean ? null : type(value, "boolean");
            case "min_disk", "min_ram" -> number(field, value);
            case "tags" -> tags(value);
            default -> text(field, value);
        };
    }

    private static @Nullable String number(String field, @Nullable Object value) {
        if (!(value instanceof Number number)) {
            return type(value, "integer");
        }
        if (number.longValue() < 0) {
            return outOfBounds(field, number, "Cannot be a negative value");
        }
        return number.longValue() > Integer.MAX_VALUE ? outOfBounds(field, number, "Value is too large") : null;
    }

    private static String outOfBounds(String field, Number number, String problem) {
        return "Invalid value '" + number + "' for parameter '" + field + "': " + problem;
    }

    private static @Nullable String tags(@Nullable Object value) {
        if (!(value instanceof Iterable<?> tags)) {
            return type(value, "array");
        }
        for (Object tag : tags) {
            String problem = tag(tag);
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    /** Returns what the service says against a tag; null where it takes it. */
    static @Nullable String tag(@Nullable Object tag) {
        if (!(tag instanceof String text)) {
            return type(tag, "string");
        }
        if (isLong(text)) {
            return schema(quoted(text) + " is too long");
        }
        return isWide(text) ? "Param values can't contain 4 byte unicode." : null;
    }

    private static @Nullable String text(String field, @Nullable Object value) {
        if (value == null && NULLABLE.contains(field)) {
            return null;
        }
        if (!(value instanceof String text)) {
            return type(value, "string");
        }
        List<String> words = WORDS.get(field);
        if (words != null && !words.contains(text)) {
            return schema(quoted(text) + " is not one of " + listed(words, NULLABLE.contains(field)));
        }
        if (UUIDS.contains(field) && !UUID.matcher(text).matches()) {
            return schema(quoted(text) + " does not match '" + UUID_TEXT + "'");
        }
        if (BOUNDED.contains(field) && isLong(text)) {
            return schema(quoted(text) + " is too long");
        }
        if (isWide(field)) {
            return "Property names can't contain 4 byte unicode.";
        }
        return isWide(text) ? parameter(field) + " can't contain 4 byte unicode characters." : null;
    }

    private static String listed(List<String> words, boolean nullable) {
        return words.stream()
                .map(ImageSchema::quoted)
                .collect(Collectors.joining(", ", nullable ? "[None, " : "[", "]"));
    }

    private static String parameter(String field) {
        return field.isEmpty() ? field : Character.toTitleCase(field.charAt(0)) + field.substring(1);
    }

    private static String type(@Nullable Object value, String wanted) {
        return schema((value == null ? "None" : quoted(value)) + " is not of type '" + wanted + "'");
    }

    private static String schema(String problem) {
        return "Provided object does not match schema 'image': " + problem;
    }

    private static String quoted(Object value) {
        return value instanceof String ? "'" + value + "'" : value.toString();
    }

    static boolean isLong(String text) {
        return text.codePointCount(0, text.length()) > LONGEST;
    }

    static boolean isWide(String text) {
        return text.codePoints().anyMatch(Character::isSupplementaryCodePoint);
    }
}
