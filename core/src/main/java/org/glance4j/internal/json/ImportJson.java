package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * The body that asks for an import, and the methods that a site enables. Source: Image API v2, interoperable image import; {@code
 * glance/api/v2/images.py} (import_image), {@code discovery.py} (get_image_import), 25.1.0.
 */
public final class ImportJson {
    private static final String METHODS = "import-methods";
    private static final String VALUE = "value";

    private ImportJson() {}

    /**
     * Returns the body that asks for an import. What the service would take for granted is left out.
     *
     * @param wanted the import
     * @return the document
     */
    public static byte[] write(ImageImport wanted) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeObjectFieldStart("method");
            generator.writeStringField("name", wanted.method().word());
            writeIfThere(generator, "uri", wanted.uri());
            writeIfThere(generator, "glance_region", wanted.region());
            writeIfThere(
                    generator,
                    "glance_image_id",
                    wanted.sourceImage() == null ? null : wanted.sourceImage().value());
            writeIfThere(generator, "glance_service_interface", wanted.serviceInterface());
            generator.writeEndObject();
            if (!wanted.stores().isEmpty()) {
                generator.writeArrayFieldStart("stores");
                for (StoreId store : wanted.stores()) {
                    generator.writeString(store.value());
                }
                generator.writeEndArray();
            }
            if (wanted.allStores()) {
                generator.writeBooleanField("all_stores", true);
            }
            if (!wanted.allStoresMustSucceed()) {
                generator.writeBooleanField("all_stores_must_succeed", false);
            }
            generator.writeEndObject();
        });
    }

    private static void writeIfThere(JsonGenerator generator, String field, @Nullable String value) throws IOException {
        if (value != null) {
            generator.writeStringField(field, value);
        }
    }

    /**
     * Returns the methods in a document, unknown ones too.
     *
     * @param document the document
     * @return the methods in the order of the answer
     * @throws WireFormatException if the document does not say
     */
    public static List<ImportMethod> readMethods(byte[] document) {
        return Json.read(document, ImportJson::methods);
    }

    private static List<ImportMethod> methods(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "document of import methods");
        List<ImportMethod> methods = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(METHODS)) {
                if (methods != null) {
                    throw Once.twice("the field " + field);
                }
                methods = values(parser);
            } else {
                parser.skipChildren();
            }
        }
        return Json.required(methods, METHODS);
    }

    private static List<ImportMethod> values(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, METHODS);
        List<ImportMethod> methods = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(VALUE)) {
                if (methods != null) {
                    throw Once.twice("the field " + field);
                }
                List<ImportMethod> found = new ArrayList<>();
                Fields.texts(parser, field).forEach(word -> found.add(ImportMethod.of(word)));
                methods = List.copyOf(found);
            } else {
                parser.skipChildren();
            }
        }
        return Json.required(methods, VALUE);
    }

    /**
     * Returns the methods that a site enables as the service writes them.
     *
     * @param methods the methods
     * @return the document
     */
    public static byte[] writeMethods(List<ImportMethod> methods) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeObjectFieldStart(METHODS);
            generator.writeStringField("description", "Import methods available.");
            generator.writeStringField("type", "array");
            Fields.write(
                    generator, VALUE, methods.stream().map(ImportMethod::word).toList());
            generator.writeEndObject();
            generator.writeEndObject();
        });
    }
}
