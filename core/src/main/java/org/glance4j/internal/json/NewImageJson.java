package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/** The body of the request that creates an image. What is not set is not in it. */
public final class NewImageJson {
    private NewImageJson() {}

    /**
     * Returns the body that creates an image. Where a custom property has the name of a field that is set too, the field
     * stands.
     *
     * @param image what it is to be
     * @return the document
     * @throws IllegalArgumentException for {@link Visibility#UNRECOGNIZED}
     */
    public static byte[] write(NewImage image) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>(image.properties());
        put(fields, "id", text(image.id()));
        put(fields, "name", image.name());
        Visibility visibility = image.visibility();
        put(fields, "visibility", visibility == null ? null : visibility.word());
        put(fields, "owner", text(image.owner()));
        put(fields, "protected", image.isProtected());
        put(fields, "os_hidden", image.hidden());
        put(fields, "disk_format", text(image.diskFormat()));
        put(fields, "container_format", text(image.containerFormat()));
        put(fields, "min_disk", image.minDiskGb());
        put(fields, "min_ram", image.minRamMb());
        put(fields, "tags", image.tags().isEmpty() ? null : image.tags());
        return Json.write((JsonGenerator generator) -> Fields.write(generator, fields));
    }

    private static void put(Map<String, @Nullable Object> fields, String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    /**
     * Returns what a body asks to create. Unknown keys with a string are custom properties.
     *
     * @param document the document
     * @return what the image is to be
     * @throws WireFormatException if the document cannot be understood, or names a visibility that is not known here
     */
    public static NewImage read(byte[] document) {
        return Json.read(document, NewImageJson::newImage);
    }

    private static NewImage newImage(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "image");
        NewImage.Builder builder = NewImage.builder();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            // A null is what the service takes for a field that is not set.
            if (parser.nextToken() != JsonToken.VALUE_NULL) {
                field(parser, field, builder);
            }
        }
        return builder.build();
    }

    private static void field(JsonParser parser, String field, NewImage.Builder builder) throws IOException {
        switch (field) {
            case "protected" -> builder.isProtected(Fields.flag(parser, field));
            case "os_hidden" -> builder.hidden(Fields.flag(parser, field));
            case "min_disk" -> builder.minDiskGb(Fields.smallInteger(parser, field));
            case "min_ram" -> builder.minRamMb(Fields.smallInteger(parser, field));
            case "tags" -> Fields.texts(parser, field).forEach(builder::tag);
            default -> textField(field, Json.required(Fields.text(parser, field), field), builder);
        }
    }

    private static void textField(String field, String value, NewImage.Builder builder) {
        switch (field) {
            case "id" -> builder.id(ImageId.of(value));
            case "name" -> builder.name(value);
            case "visibility" -> {
                if (Visibility.of(value) == Visibility.UNRECOGNIZED) {
                    throw new WireFormatException("the field visibility is not one of the known words");
                }
                builder.visibility(Visibility.of(value));
            }
            case "owner" -> builder.owner(ProjectId.of(value));
            case "disk_format" -> builder.diskFormat(DiskFormat.of(value));
            case "container_format" -> builder.containerFormat(ContainerFormat.of(value));
            default -> builder.property(field, value);
        }
    }
}
