package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** Collects one image's fields as they come. One object reads one image. */
final class ImageReader {
    private @Nullable ImageId id;
    private @Nullable String name;
    private @Nullable String status;
    private @Nullable String visibility;
    private @Nullable ProjectId owner;
    private boolean isProtected;
    private boolean hidden;
    private @Nullable DiskFormat diskFormat;
    private @Nullable ContainerFormat containerFormat;
    private int minDisk;
    private int minRam;
    private Set<String> tags = Set.of();
    private @Nullable Long size;
    private @Nullable Long virtualSize;
    private @Nullable String checksum;
    private @Nullable String hashAlgorithm;
    private @Nullable String hashValue;
    private @Nullable Instant createdAt;
    private @Nullable Instant updatedAt;
    private @Nullable Map<String, String> properties;
    private @Nullable Map<String, @Nullable Object> otherFields;
    private final Once once = new Once();

    private ImageReader() {}

    static Image read(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "image");
        ImageReader reader = new ImageReader();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            reader.field(parser, field);
        }
        return reader.image();
    }

    private void field(JsonParser parser, String field) throws IOException {
        switch (field) {
            case "id" -> id = ImageId.of(Json.required(Fields.id(parser, once.check(1, field)), field));
            case "name" -> name = Fields.text(parser, once.check(2, field));
            case "status" -> status = Fields.text(parser, once.check(3, field));
            case "visibility" -> visibility = Fields.text(parser, once.check(4, field));
            case "owner" -> {
                String text = Fields.id(parser, once.check(5, field));
                owner = text == null ? null : ProjectId.of(text);
            }
            case "protected" -> isProtected = Fields.flag(parser, once.check(6, field));
            case "os_hidden" -> hidden = Fields.flag(parser, once.check(7, field));
            case "disk_format" -> {
                String text = Fields.text(parser, once.check(8, field));
                diskFormat = text == null ? null : DiskFormat.of(text);
            }
            case "container_format" -> {
                String text = Fields.text(parser, once.check(9, field));
                containerFormat = text == null ? null : ContainerFormat.of(text);
            }
            case "min_disk" -> minDisk = Fields.smallInteger(parser, once.check(10, field));
            case "min_ram" -> minRam = Fields.smallInteger(parser, once.check(11, field));
            case "tags" -> tags = Fields.texts(parser, once.check(12, field));
            case "size" -> size = Fields.integer(parser, once.check(13, field));
            case "virtual_size" -> virtualSize = Fields.integer(parser, once.check(14, field));
            case "checksum" -> checksum = Fields.text(parser, once.check(15, field));
            case "os_hash_algo" -> hashAlgorithm = Fields.text(parser, once.check(16, field));
            case "os_hash_value" -> hashValue = Fields.text(parser, once.check(17, field));
            case "created_at" -> createdAt = Fields.time(parser, once.check(18, field));
            case "updated_at" -> updatedAt = Fields.time(parser, once.check(19, field));
            // Links: the library builds its own paths from ids.
            case "self", "file", "schema" -> parser.skipChildren();
            case "direct_url", "stores", "locations" -> other(field, Fields.any(parser));
            default -> unknown(parser, field);
        }
    }

    private void unknown(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            other(field, Fields.any(parser));
            return;
        }
        if (properties == null) {
            properties = new LinkedHashMap<>();
        }
        if (properties.put(field, parser.getText()) != null
                || (otherFields != null && otherFields.containsKey(field))) {
            throw Once.twice("a custom property");
        }
    }

    private void other(String field, @Nullable Object value) {
        if (otherFields == null) {
            otherFields = new LinkedHashMap<>();
        }
        int count = otherFields.size();
        otherFields.put(field, value);
        if (otherFields.size() == count || (properties != null && properties.containsKey(field))) {
            throw Once.twice("a field beside the known ones");
        }
    }

    private Image image() {
        ImageHash hash = null;
        if (hashAlgorithm != null && hashValue != null) {
            hash = new ImageHash(hashAlgorithm, hashValue);
        } else if (hashAlgorithm != null) {
            other("os_hash_algo", hashAlgorithm);
        } else if (hashValue != null) {
            other("os_hash_value", hashValue);
        }
        return new Image(
                Json.required(id, "id"),
                name,
                Json.required(status, "status"),
                visibility,
                owner,
                isProtected,
                hidden,
                diskFormat,
                containerFormat,
                minDisk,
                minRam,
                tags,
                size,
                virtualSize,
                checksum,
                hash,
                Json.required(createdAt, "created_at"),
                updatedAt,
                properties == null ? Map.of() : properties,
                otherFields == null ? Map.of() : otherFields);
    }
}
