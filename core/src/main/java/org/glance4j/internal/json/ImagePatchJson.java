package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImagePatch.Kind;
import org.glance4j.model.LocationChange;
import org.jspecify.annotations.Nullable;

/** Changes of an image's record, in the form of the media type {@value #MEDIA_TYPE}. */
public final class ImagePatchJson {
    /** The media type that a patch is sent as. */
    public static final String MEDIA_TYPE = "application/openstack-images-v2.1-json-patch";

    private ImagePatchJson() {}

    /**
     * Returns a patch as the service reads it.
     *
     * @param patch the patch
     * @return the document
     */
    public static byte[] write(ImagePatch patch) {
        return Json.write(generator -> {
            generator.writeStartArray();
            for (ImagePatch.Operation operation : patch.operations()) {
                generator.writeStartObject();
                generator.writeStringField("op", operation.kind().name().toLowerCase(Locale.ROOT));
                generator.writeStringField("path", pointer(operation));
                writeValue(generator, operation);
                generator.writeEndObject();
            }
            generator.writeEndArray();
        });
    }

    private static String pointer(ImagePatch.Operation operation) {
        String field = pointer(operation.field());
        return operation.value() instanceof LocationChange change ? field + "/" + change.token() : field;
    }

    private static void writeValue(JsonGenerator generator, ImagePatch.Operation operation) throws IOException {
        Object value = operation.value();
        if (value instanceof LocationChange change) {
            if (change.location() != null) {
                generator.writeFieldName("value");
                LocationJson.write(generator, change.location());
            }
        } else if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof ImageLocation) {
            generator.writeFieldName("value");
            LocationJson.writeArray(generator, list);
        } else if (operation.kind() != Kind.REMOVE) {
            Fields.write(generator, "value", value);
        }
    }

    /**
     * Returns the patch in a document.
     *
     * @param document the document
     * @return the patch
     * @throws WireFormatException if the document is not a patch of one-token pointers and plain values
     */
    public static ImagePatch read(byte[] document) {
        return Json.read(document, parser -> {
            Fields.expect(parser, JsonToken.START_ARRAY, "patch");
            List<ImagePatch.Operation> operations = new ArrayList<>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                operations.add(operation(parser));
            }
            return new ImagePatch(operations);
        });
    }

    private static ImagePatch.Operation operation(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "operation");
        Kind kind = null;
        String path = null;
        boolean valueGiven = false;
        Object value = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "op" -> kind = kind(Fields.text(parser, field));
                case "path" -> path = Fields.text(parser, field);
                case "value" -> {
                    value = value(parser);
                    valueGiven = true;
                }
                default -> parser.skipChildren();
            }
        }
        Kind known = Json.required(kind, "op");
        String name = field(Json.required(path, "path"));
        if (known == Kind.REMOVE) {
            return new ImagePatch.Operation(known, name, null);
        }
        if (!valueGiven) {
            throw new WireFormatException("the field value is missing");
        }
        return new ImagePatch.Operation(known, name, value);
    }

    private static @Nullable Kind kind(@Nullable String word) {
        for (Kind kind : Kind.values()) {
            if (kind.name().toLowerCase(Locale.ROOT).equals(word)) {
                return kind;
            }
        }
        return null;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return List.copyOf(Fields.texts(parser, "value"));
        }
        if (token == JsonToken.START_OBJECT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            throw new WireFormatException("the field value is not a string, boolean, integer, list of strings or null");
        }
        return token == JsonToken.VALUE_NUMBER_INT ? Fields.integer(parser, "value") : Fields.any(parser);
    }

    /**
     * Returns the JSON pointer to a field (RFC 6901).
     *
     * @param field the field's name
     * @return the pointer
     */
    public static String pointer(String field) {
        return "/" + field.replace("~", "~0").replace("/", "~1");
    }

    /**
     * Returns the field that a JSON pointer of one token points to (RFC 6901).
     *
     * @param pointer the pointer
     * @return the field's name
     * @throws WireFormatException if the pointer is malformed or has more than one token
     */
    public static String field(String pointer) {
        if (!pointer.matches("/(?:[^~/]|~[01])*+")) {
            throw new WireFormatException("the field path is not a pointer to a field");
        }
        return pointer.substring(1).replace("~1", "/").replace("~0", "~");
    }
}
