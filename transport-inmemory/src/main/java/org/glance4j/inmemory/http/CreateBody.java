package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;

/** The body of an image create, checked in Glance's order. */
final class CreateBody {
    private static final int LONGEST_NAME = 255;

    private CreateBody() {}

    static NewImage read(JsonNode body) {
        if (!body.isObject()) {
            // Upstream fails on an array; an answer that says why serves the caller better.
            throw RefusedRequest.badRequest("Expected an image in the form of a JSON object.");
        }
        ReservedNames.refuseDisallowed(body);
        Schema.image().check(body);
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = field.getKey();
            if (!RequestChecks.isField(name) && name.codePointCount(0, name.length()) > LONGEST_NAME) {
                throw RefusedRequest.badRequest("Custom property should not be greater than 255 characters.");
            }
            ReservedNames.refuseReserved(name);
        }
        ReservedNames.refuseSetByService(body);
        Numbers.check("min_disk", body.path("min_disk"));
        Numbers.check("min_ram", body.path("min_ram"));
        NewImage.Builder image = NewImage.builder();
        body.properties().forEach(field -> set(image, field.getKey(), field.getValue()));
        return image.build();
    }

    private static void set(NewImage.Builder image, String name, JsonNode value) {
        switch (name) {
            case "protected" -> image.isProtected(value.booleanValue());
            case "os_hidden" -> image.hidden(value.booleanValue());
            case "min_disk" -> image.minDiskGb(value.intValue());
            case "min_ram" -> image.minRamMb(value.intValue());
            case "tags" -> value.forEach(tag -> image.tag(tag.textValue()));
            // The empty text is how the service says that an image has no owner; an absent one is the caller's project.
            case "owner" -> image.owner(ProjectId.of(value.isNull() ? "" : value.textValue()));
            default -> {
                if (!value.isNull()) {
                    setText(image, name, value.textValue());
                }
            }
        }
    }

    private static void setText(NewImage.Builder image, String name, String value) {
        switch (name) {
            case "id" -> image.id(ImageId.of(value));
            case "name" -> image.name(value);
            case "visibility" -> image.visibility(Visibility.of(value));
            case "disk_format" -> image.diskFormat(DiskFormat.of(value));
            case "container_format" -> image.containerFormat(ContainerFormat.of(value));
            default -> image.property(name, value);
        }
    }
}
