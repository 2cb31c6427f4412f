package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A task that writes an image's data as a VHD into a container of the caller's object storage. Glance does not have it. The caller
 * must own the image; the container must be there, without a slash, question mark or full stop in its name.
 *
 * <p>Source: Rackspace Cloud Images, task to export image.
 *
 * @param imageId the image
 * @param container the container
 */
public record ExportTaskInput(ImageId imageId, String container) implements TaskInput {
    /** The word for this kind of task. */
    static final String TYPE = "export";

    private static final String IMAGE = "image_uuid";
    private static final String CONTAINER = "receiving_swift_container";

    /** Refuses null. */
    public ExportTaskInput {
        requireNonNull(imageId, "imageId");
        requireNonNull(container, "container");
    }

    static Optional<ExportTaskInput> read(Map<String, @Nullable Object> fields) {
        return fields.get(IMAGE) instanceof String image && fields.get(CONTAINER) instanceof String container
                ? Optional.of(new ExportTaskInput(ImageId.of(image), container))
                : Optional.empty();
    }

    @Override
    public String typeWord() {
        return TYPE;
    }

    @Override
    public Map<String, @Nullable Object> fields() {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put(IMAGE, imageId.value());
        fields.put(CONTAINER, container);
        return fields;
    }

    /**
     * Returns where such a task has put the data.
     *
     * @param task the task
     * @return container and object, with a slash between them; empty until the task has ended well
     */
    public static Optional<String> exportLocation(Task task) {
        Map<String, @Nullable Object> result = task.result();
        return result != null && result.get("export_location") instanceof String location
                ? Optional.of(location)
                : Optional.empty();
    }
}
