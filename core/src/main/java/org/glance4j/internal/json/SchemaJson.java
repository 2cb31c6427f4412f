package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.model.Link;
import org.glance4j.model.Schema;
import org.jspecify.annotations.Nullable;

/** Schemas. Source: Image API v2, image schemas; {@code glance/schema.py}, 25.1.0. */
public final class SchemaJson {
    private static final String PROPERTIES = "properties";
    private static final String ADDITIONAL = "additionalProperties";

    private SchemaJson() {}

    /**
     * Returns the schema in a document.
     *
     * @param document the document
     * @return the schema
     * @throws WireFormatException if the document is not a schema
     */
    public static Schema read(byte[] document) {
        return Json.read(document, SchemaJson::schema);
    }

    private static Schema schema(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "schema");
        String name = null;
        Map<String, @Nullable Object> properties = null;
        Object additional = null;
        List<Link> links = List.of();
        Map<String, @Nullable Object> others = new LinkedHashMap<>();
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "name" -> name = Fields.text(parser, once.check(1, field));
                case PROPERTIES -> properties = Fields.object(parser, once.check(2, field));
                case ADDITIONAL -> {
                    once.check(3, field);
                    additional = Fields.any(parser);
                }
                case "links" -> links = LinkJson.read(parser, once.check(4, field));
                default -> {
                    int count = others.size();
                    others.put(field, Fields.any(parser));
                    if (others.size() == count) {
                        throw Once.twice("a field beside the known ones");
                    }
                }
            }
        }
        return new Schema(
                Json.required(name, "name"), Json.required(properties, PROPERTIES), additional, links, others);
    }

    /**
     * Returns a schema as the service writes it.
     *
     * @param schema the schema
     * @return the document
     */
    public static byte[] write(Schema schema) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeStringField("name", schema.name());
            Fields.write(generator, PROPERTIES, schema.properties());
            if (schema.additionalProperties() != null) {
                Fields.write(generator, ADDITIONAL, schema.additionalProperties());
            }
            if (!schema.links().isEmpty()) {
                LinkJson.write(generator, schema.links());
            }
            for (Map.Entry<String, @Nullable Object> field :
                    schema.otherFields().entrySet()) {
                Fields.write(generator, field.getKey(), field.getValue());
            }
            generator.writeEndObject();
        });
    }
}
