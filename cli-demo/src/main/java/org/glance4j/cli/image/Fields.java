package org.glance4j.cli.image;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.cli.output.Details;
import org.glance4j.cli.output.Listing;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.Member;
import org.jspecify.annotations.Nullable;

/** What is shown of images and members, under the names and in the order of the {@code openstack} client. */
final class Fields {
    /** The fields of one image; those without a value are left out. */
    static final List<String> OF_IMAGE = List.of(
            "checksum",
            "container_format",
            "created_at",
            "disk_format",
            "file",
            "id",
            "min_disk",
            "min_ram",
            "name",
            "owner",
            "properties",
            "protected",
            "schema",
            "size",
            "status",
            "tags",
            "updated_at",
            "virtual_size",
            "visibility");

    /** The fields of one member. */
    static final List<String> OF_MEMBER =
            List.of("created_at", "image_id", "member_id", "schema", "status", "updated_at");

    /** The columns of a list of members. */
    static final List<String> OF_MEMBERS = List.of("Image ID", "Member ID", "Status");

    private Fields() {}

    static Details of(Image image, boolean humanReadable) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("checksum", image.checksum());
        fields.put("container_format", text(image.containerFormat()));
        fields.put("created_at", image.createdAt().toString());
        fields.put("disk_format", text(image.diskFormat()));
        fields.put("file", "/v2/images/" + image.id() + "/file");
        fields.put("id", image.id().value());
        fields.put("min_disk", image.minDiskGb());
        fields.put("min_ram", image.minRamMb());
        fields.put("name", image.name());
        fields.put("owner", text(image.owner()));
        fields.put("properties", properties(image));
        fields.put("protected", image.isProtected());
        fields.put("schema", "/v2/schemas/image");
        fields.put("size", humanReadable ? HumanSize.of(image.sizeBytes()) : image.sizeBytes());
        fields.put("status", image.statusWord());
        fields.put("tags", List.copyOf(image.tags()));
        fields.put("updated_at", text(image.updatedAt()));
        fields.put("virtual_size", image.virtualSizeBytes());
        fields.put("visibility", image.visibilityWord());
        fields.values().removeIf(value -> value == null);
        return new Details(fields);
    }

    /** What has no field of its own. */
    private static Map<String, @Nullable Object> properties(Image image) {
        Map<String, @Nullable Object> properties = new LinkedHashMap<>();
        properties.put("os_hidden", image.hidden());
        ImageHash hash = image.hash();
        if (hash != null) {
            properties.put("os_hash_algo", hash.algorithm());
            properties.put("os_hash_value", hash.value());
        }
        properties.putAll(image.properties());
        image.otherFields().forEach((name, value) -> {
            if (value != null) {
                properties.put(name, value);
            }
        });
        return properties;
    }

    static Details of(Member member) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("created_at", member.createdAt().toString());
        fields.put("image_id", member.imageId().value());
        fields.put("member_id", member.memberId().value());
        fields.put("schema", "/v2/schemas/member");
        fields.put("status", member.statusWord());
        fields.put("updated_at", member.updatedAt().toString());
        return new Details(fields);
    }

    static Listing ofAll(List<Member> members) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Member member : members) {
            rows.add(List.of(member.imageId().value(), member.memberId().value(), member.statusWord()));
        }
        return new Listing(OF_MEMBERS, rows);
    }

    static @Nullable String text(@Nullable Object value) {
        if (value instanceof Instant time) {
            return time.toString();
        }
        return value == null ? null : value.toString();
    }
}
