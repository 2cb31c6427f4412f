package org.glance4j.inmemory.internal;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** Applies a patch that was found good in form and permitted. Nothing can fail here, so that all of it holds. */
final class Patching {
    private final Image.Builder changed;
    private final Map<String, String> properties;

    private Patching(Image image) {
        this.changed = image.toBuilder();
        this.properties = new LinkedHashMap<>(image.properties());
    }

    static Image.Builder apply(ImagePatch patch, Image image) {
        Patching patching = new Patching(image);
        patch.operations().forEach(patching::apply);
        return patching.changed.properties(patching.properties);
    }

    private void apply(ImagePatch.Operation operation) {
        Object value = operation.value();
        switch (operation.field()) {
            case "name" -> changed.name((String) value);
            case "visibility" -> changed.visibilityWord((String) value);
            case "protected" -> changed.isProtected(Boolean.TRUE.equals(value));
            case "os_hidden" -> changed.hidden(Boolean.TRUE.equals(value));
            case "owner" -> changed.owner(owner((String) value));
            case "disk_format" -> changed.diskFormat(value == null ? null : DiskFormat.of((String) value));
            case "container_format" ->
                changed.containerFormat(value == null ? null : ContainerFormat.of((String) value));
            case "min_disk" -> changed.minDiskGb(number(value));
            case "min_ram" -> changed.minRamMb(number(value));
            case "tags" -> changed.tags(tags(value));
            case "locations" -> {
                // Locations are no part of what is shown of an image: see Relocation.
            }
            default -> setProperty(operation.field(), (String) value);
        }
    }

    /** An empty owner is stored as none. */
    static @Nullable ProjectId owner(@Nullable String id) {
        return id == null || id.isEmpty() ? null : ProjectId.of(id);
    }

    /** The few properties that may be null are not kept as such: they are not there. */
    private void setProperty(String name, @Nullable String value) {
        if (value == null) {
            properties.remove(name);
        } else {
            properties.put(name, value);
        }
    }

    private static int number(@Nullable Object value) {
        return value instanceof Number number ? number.intValue() : 0;
    }

    private static Set<String> tags(@Nullable Object value) {
        Set<String> tags = new LinkedHashSet<>();
        if (value instanceof List<?> list) {
            list.forEach(tag -> tags.add((String) tag));
        }
        return tags;
    }
}
