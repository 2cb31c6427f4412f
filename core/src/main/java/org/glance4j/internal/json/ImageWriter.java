package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Map;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.jspecify.annotations.Nullable;

/** Writes one image with the service's keys: custom properties first, absent values as null, links at the end. */
final class ImageWriter {
    private ImageWriter() {}

    static void write(JsonGenerator generator, Image image) throws IOException {
        generator.writeStartObject();
        for (Map.Entry<String, String> property : image.properties().entrySet()) {
            generator.writeStringField(property.getKey(), property.getValue());
        }
        Fields.write(generator, "name", image.name());
        Fields.write(generator, "disk_format", text(image.diskFormat()));
        Fields.write(generator, "container_format", text(image.containerFormat()));
        if (image.visibilityWord() != null) {
            generator.writeStringField("visibility", image.visibilityWord());
        }
        Fields.write(generator, "size", image.sizeBytes());
        Fields.write(generator, "virtual_size", image.virtualSizeBytes());
        generator.writeStringField("status", image.statusWord());
        Fields.write(generator, "checksum", image.checksum());
        generator.writeBooleanField("protected", image.isProtected());
        generator.writeNumberField("min_ram", image.minRamMb());
        generator.writeNumberField("min_disk", image.minDiskGb());
        Fields.write(generator, "owner", text(image.owner()));
        generator.writeBooleanField("os_hidden", image.hidden());
        writeHash(generator, image);
        generator.writeStringField("id", image.id().value());
        generator.writeStringField("created_at", WireTime.write(image.createdAt()));
        if (image.updatedAt() != null) {
            generator.writeStringField("updated_at", WireTime.write(image.updatedAt()));
        }
        Fields.write(generator, "tags", image.tags());
        for (Map.Entry<String, @Nullable Object> field : image.otherFields().entrySet()) {
            Fields.write(generator, field.getKey(), field.getValue());
        }
        String self = "/v2/images/" + image.id().value();
        generator.writeStringField("self", self);
        generator.writeStringField("file", self + "/file");
        generator.writeStringField("schema", "/v2/schemas/image");
        generator.writeEndObject();
    }

    private static void writeHash(JsonGenerator generator, Image image) throws IOException {
        ImageHash hash = image.hash();
        if (hash != null || !image.otherFields().containsKey("os_hash_algo")) {
            Fields.write(generator, "os_hash_algo", hash == null ? null : hash.algorithm());
        }
        if (hash != null || !image.otherFields().containsKey("os_hash_value")) {
            Fields.write(generator, "os_hash_value", hash == null ? null : hash.value());
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }
}
