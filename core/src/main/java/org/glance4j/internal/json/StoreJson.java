package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/**
 * The lists of a site's stores, in short and in detail. Source: Image API v2, stores; {@code glance/api/v2/discovery.py}, 25.1.0,
 * which writes its flags as strings, and only where they hold.
 */
public final class StoreJson {
    private static final String STORES = "stores";
    private static final String TRUE = "true";

    private StoreJson() {}

    /**
     * Returns the stores in a document.
     *
     * @param document the document
     * @return the stores in the order of the answer
     * @throws WireFormatException if the document is not a list of stores
     */
    public static List<Store> readList(byte[] document) {
        return Json.read(document, StoreJson::stores);
    }

    private static List<Store> stores(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "list of stores");
        List<Store> stores = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(STORES)) {
                if (stores != null) {
                    throw Once.twice("the field " + field);
                }
                Fields.expect(parser, JsonToken.START_ARRAY, field);
                stores = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    stores.add(store(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        return List.copyOf(Json.required(stores, STORES));
    }

    private static Store store(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "store");
        String id = null;
        String description = null;
        boolean isDefault = false;
        boolean isReadOnly = false;
        String type = null;
        Map<String, @Nullable Object> properties = Map.of();
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> id = Fields.id(parser, once.check(1, field));
                case "description" -> description = Fields.text(parser, once.check(2, field));
                case "default" -> isDefault = flag(parser, once.check(3, field));
                case "read-only" -> isReadOnly = flag(parser, once.check(4, field));
                case "type" -> type = Fields.text(parser, once.check(5, field));
                case "properties" -> properties = object(parser, once.check(6, field));
                default -> {
                    if (others.containsKey(field)) {
                        throw Once.twice("a field beside the known ones");
                    }
                    others.put(field, Fields.any(parser));
                }
            }
        }
        return new Store(
                StoreId.of(Json.required(id, "id")), description, isDefault, isReadOnly, type, properties, others);
    }

    private static boolean flag(JsonParser parser, String field) throws IOException {
        return parser.currentToken() == JsonToken.VALUE_STRING
                ? parser.getText().equalsIgnoreCase(TRUE)
                : Fields.flag(parser, field);
    }

    private static Map<String, @Nullable Object> object(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return Map.of();
        }
        Fields.expect(parser, JsonToken.START_OBJECT, field);
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        if (Fields.any(parser) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> object.put((String) name, value));
        }
        return object;
    }

    /**
     * Returns a list of stores as the service writes it: in short where they have no kind.
     *
     * @param stores the stores
     * @return the document
     */
    public static byte[] writeList(List<Store> stores) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(STORES);
            for (Store store : stores) {
                write(generator, store);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    private static void write(JsonGenerator generator, Store store) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("id", store.id().value());
        if (store.description() != null) {
            generator.writeStringField("description", store.description());
        }
        if (store.isDefault()) {
            generator.writeStringField("default", TRUE);
        }
        if (store.isReadOnly()) {
            generator.writeStringField("read-only", TRUE);
        }
        if (store.type() != null) {
            generator.writeStringField("type", store.type());
            Fields.write(generator, "properties", store.properties());
        }
        for (Map.Entry<String, @Nullable Object> other : store.otherFields().entrySet()) {
            Fields.write(generator, other.getKey(), other.getValue());
        }
        generator.writeEndObject();
    }
}
