package org.glance4j.inmemory.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.jspecify.annotations.Nullable;

/**
 * Checks the form of what a caller sends about an image, which the service does before it looks at anything else.
 *
 * <p>Source: {@code glance/api/v2/images.py} (RequestDeserializer), 25.1.0.
 */
final class ImageForm {
    private ImageForm() {}

    /** Returns what the service says against the form of a new image; null where it takes it. */
    static @Nullable String problem(NewImage image) {
        for (Map.Entry<String, Object> field : given(image).entrySet()) {
            String problem = ImageSchema.problem(field.getKey(), field.getValue());
            if (problem != null) {
                return problem;
            }
        }
        for (Map.Entry<String, String> property : image.properties().entrySet()) {
            String problem = property(property.getKey(), property.getValue());
            if (problem != null) {
                return problem;
            }
        }
        return null;
    }

    private static @Nullable String property(String name, @Nullable String value) {
        if (ImageSchema.isLong(name)) {
            return "Custom property should not be greater than 255 characters.";
        }
        return ImageSchema.problem(name, value);
    }

    private static Map<String, Object> given(NewImage image) {
        Map<String, Object> fields = new LinkedHashMap<>();
        put(fields, "id", image.id());
        put(fields, "name", image.name());
        put(
                fields,
                "visibility",
                image.visibility() == null ? null : image.visibility().word());
        put(fields, "owner", image.owner());
        put(fields, "disk_format", image.diskFormat());
        put(fields, "container_format", image.containerFormat());
        put(fields, "tags", image.tags());
        put(fields, "min_disk", image.minDiskGb());
        put(fields, "min_ram", image.minRamMb());
        return fields;
    }

    /** Ids and formats print as their words on the wire. */
    private static void put(Map<String, Object> fields, String name, @Nullable Object value) {
        if (value instanceof Number || value instanceof Set<?>) {
            fields.put(name, value);
        } else if (value != null) {
            fields.put(name, value.toString());
        }
    }

    /** Returns a patch whose fields are named as the service reads a pointer: without blanks around, an empty name too. */
    static ImagePatch trimmed(ImagePatch patch) {
        return new ImagePatch(patch.operations().stream()
                .map(operation -> new ImagePatch.Operation(
                        operation.kind(), operation.field().strip(), operation.value()))
                .toList());
    }

    /** Returns what the service says against the form of an operation's value; null where it takes it. */
    static @Nullable String problem(ImagePatch.Operation operation) {
        if (operation.field().equals("locations")) {
            return LocationForm.problem(operation);
        }
        return operation.kind() == ImagePatch.Kind.REMOVE
                ? null
                : ImageSchema.problem(operation.field(), operation.value());
    }
}
