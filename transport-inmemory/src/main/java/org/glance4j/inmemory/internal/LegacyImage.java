package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.glance4j.lifecycle.Limits;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The image that a task describes. The service does not hold it against its schema: formats may be any words, and numbers and truth
 * values are kept as texts where texts belong. It belongs to nobody, if no owner is given.
 *
 * <p>Source: {@code glance/common/scripts/image_import/main.py} (create_image), {@code glance/domain/__init__.py} (ImageFactory),
 * {@code glance/quota/__init__.py}, 25.1.0.
 */
final class LegacyImage {
    /** What is the service's to say; an image that is given any of it is not made. */
    private static final Set<String> REFUSED = Set.of(
            "id",
            "status",
            "checksum",
            "os_hash_algo",
            "os_hash_value",
            "size",
            "virtual_size",
            "created_at",
            "updated_at",
            "deleted",
            "deleted_at",
            "direct_url",
            "locations",
            "self",
            "file",
            "schema",
            "stores");

    private final Map<String, String> properties = new LinkedHashMap<>();
    private final Image.Builder image;

    private LegacyImage(ImageId id, Instant now) {
        this.image = Image.builder(id, ImageStatus.QUEUED, now).updatedAt(now).visibilityWord(Visibility.SHARED.word());
    }

    /**
     * Returns the image as it is queued.
     *
     * @throws IllegalArgumentException if the service would not make such an image
     */
    static Image read(ImageId id, @Nullable Object described, Limits limits, Instant now) {
        if (!(described instanceof Map<?, ?> fields)) {
            throw new IllegalArgumentException("what describes an image has fields");
        }
        LegacyImage made = new LegacyImage(id, now);
        fields.forEach((name, value) -> made.set(String.valueOf(name), value));
        Image image = made.image.properties(made.properties).build();
        long counted = image.properties().keySet().stream()
                .filter(name -> !name.startsWith("os_glance"))
                .count();
        if (exceeds(image.tags().size(), limits.tags()) || exceeds(counted, limits.properties())) {
            throw new IllegalArgumentException("too many tags or properties");
        }
        return image;
    }

    private static boolean exceeds(long attempted, int maximum) {
        return maximum >= 0 && attempted > maximum;
    }

    private void set(String field, @Nullable Object value) {
        if (REFUSED.contains(field)) {
            throw new IllegalArgumentException("the field " + field + " is not the caller's to set");
        }
        switch (field) {
            case "name" -> image.name(value == null ? null : text(value));
            case "owner" -> image.owner(value == null ? null : Patching.owner(text(value)));
            case "disk_format" -> image.diskFormat(value == null ? null : DiskFormat.of(text(value)));
            case "container_format" -> image.containerFormat(value == null ? null : ContainerFormat.of(text(value)));
            case "visibility" -> image.visibilityWord(visibility(value));
            case "protected" -> image.isProtected(likelyTruth(value));
            case "os_hidden" -> image.hidden(truth(value));
            case "min_disk" -> image.minDiskGb(number(value));
            case "min_ram" -> image.minRamMb(number(value));
            case "tags" -> image.tags(tags(value));
            default -> properties.put(field, value == null ? "" : text(value));
        }
    }

    private static String visibility(@Nullable Object value) {
        if (value instanceof String word && Visibility.of(word) != Visibility.UNRECOGNIZED) {
            return word;
        }
        throw new IllegalArgumentException("no visibility: " + value);
    }

    /** Takes anything for a truth value, as the service does in Python: what is empty or zero is false, and any other text true. */
    private static boolean likelyTruth(@Nullable Object value) {
        boolean isEmpty = value == null
                || value.equals("")
                || value.equals(false)
                || (value instanceof Collection<?> list && list.isEmpty())
                || (value instanceof Map<?, ?> map && map.isEmpty());
        return !isEmpty && !(value instanceof Number number && number.doubleValue() == 0);
    }

    /** The database takes 0 and 1 as well. */
    private static boolean truth(@Nullable Object value) {
        if (value == null || value instanceof Boolean) {
            return Boolean.TRUE.equals(value);
        }
        if (value instanceof Number number && (number.doubleValue() == 0 || number.doubleValue() == 1)) {
            return number.doubleValue() == 1;
        }
        throw new IllegalArgumentException("neither true nor false: " + value);
    }

    private static int number(@Nullable Object value) {
        if (value == null) {
            return 0;
        }
        if (value instanceof Number number && number.doubleValue() >= 0 && number.doubleValue() <= Integer.MAX_VALUE) {
            return number.intValue();
        }
        throw new IllegalArgumentException("no number of this range: " + value);
    }

    private static Set<String> tags(@Nullable Object value) {
        Set<String> tags = new LinkedHashSet<>();
        if (value instanceof String letters) {
            // A text is a list of its letters to the service.
            letters.codePoints().forEach(letter -> tags.add(Character.toString(letter)));
        } else if (value instanceof Iterable<?> given) {
            given.forEach(tag -> tags.add(text(tag)));
        } else if (value != null) {
            throw new IllegalArgumentException("no list of tags: " + value);
        }
        return tags;
    }

    private static String text(@Nullable Object value) {
        if (value instanceof Boolean truth) {
            return truth ? "1" : "0";
        }
        if (value instanceof String || value instanceof Number) {
            return value.toString();
        }
        throw new IllegalArgumentException("no text: " + value);
    }
}
