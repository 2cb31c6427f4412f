package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task that makes an image of data which is somewhere else.
 *
 * <p>Glance takes an http or https URL, the format of the data there, and what the image is to be. Rackspace takes a container and an
 * object in it, a VHD, and of the image's properties only its name.
 *
 * <p>Source: Image API v2, create task; {@code glance/common/scripts/utils.py} (unpack_task_input), 25.1.0; Rackspace Cloud Images,
 * task to import image.
 *
 * @param importFrom where the data is: a URL, or {@code container/object}
 * @param importFromFormat the format of the data; null for none, as Rackspace has it
 * @param imageProperties the image's fields and custom properties, as they stand on the wire
 */
public record ImportTaskInput(
        String importFrom, @Nullable String importFromFormat, Map<String, @Nullable Object> imageProperties)
        implements TaskInput {
    /** The word for this kind of task. */
    static final String TYPE = "import";

    private static final String FROM = "import_from";
    private static final String FORMAT = "import_from_format";
    private static final String PROPERTIES = "image_properties";

    /** Copies the properties. */
    public ImportTaskInput {
        requireNonNull(importFrom, "importFrom");
        imageProperties = Collections.unmodifiableMap(new LinkedHashMap<>(imageProperties));
    }

    /**
     * Returns the input for data at a URL, as Glance takes it.
     *
     * @param url an http or https URL
     * @param format the format of the data there
     * @param imageProperties the image's fields and custom properties, as they stand on the wire: {@code name}, {@code disk_format}, …
     * @return the input
     */
    public static ImportTaskInput fromUrl(
            String url, DiskFormat format, Map<String, ? extends @Nullable Object> imageProperties) {
        return new ImportTaskInput(url, format.word(), new LinkedHashMap<>(imageProperties));
    }

    /**
     * Returns the input for a VHD in the caller's object storage, as Rackspace takes it.
     *
     * @param container the container
     * @param object the object in it
     * @param imageName the image's name; null for none
     * @return the input
     */
    public static ImportTaskInput fromContainer(String container, String object, @Nullable String imageName) {
        Map<String, @Nullable Object> properties = imageName == null ? Map.of() : Map.of("name", imageName);
        return new ImportTaskInput(
                requireNonNull(container, "container") + "/" + requireNonNull(object, "object"), null, properties);
    }

    static Optional<ImportTaskInput> read(Map<String, @Nullable Object> fields) {
        if (!(fields.get(FROM) instanceof String from)) {
            return Optional.empty();
        }
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        if (fields.get(PROPERTIES) instanceof Map<?, ?> given) {
            given.forEach((name, value) -> properties.put(String.valueOf(name), value));
        }
        String format = fields.get(FORMAT) instanceof String word ? word : null;
        return Optional.of(new ImportTaskInput(from, format, properties));
    }

    @Override
    public String typeWord() {
        return TYPE;
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(FROM, importFrom);
        if (importFromFormat != null) {
            fields.put(FORMAT, importFromFormat);
        }
        fields.put(PROPERTIES, imageProperties);
        return fields;
    }

    /**
     * Returns the image that such a task has made.
     *
     * @param task the task
     * @return the image's id, empty until the task has ended well
     */
    public static Optional<ImageId> importedImage(Task task) {
        Map<String, @Nullable Object> result = task.result();
        return result != null && result.get("image_id") instanceof String id
                ? Optional.of(ImageId.of(id))
                : Optional.empty();
    }

    /** Returns the values, the address without a user and a password. */
    @Override
    public String toString() {
        return "ImportTaskInput[importFrom=" + Addresses.shown(importFrom) + ", importFromFormat=" + importFromFormat
                + ", imageProperties=" + imageProperties + "]";
    }
}
