package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ResourceUsage;
import org.jspecify.annotations.Nullable;

/** The use of what is limited. Source: Image API v2, quota usage. */
public final class UsageJson {
    private static final String USAGE = "usage";

    private UsageJson() {}

    /**
     * Returns what a document says of each limit.
     *
     * @param document the document
     * @return the figures in its order
     * @throws WireFormatException if the document is none of usage
     */
    public static List<ResourceUsage> read(byte[] document) {
        return Json.read(document, UsageJson::usages);
    }

    private static List<ResourceUsage> usages(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "usage document");
        Map<String, ResourceUsage> usages = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(USAGE)) {
                if (usages != null) {
                    throw Once.twice("the field " + field);
                }
                usages = resources(parser);
            } else {
                parser.skipChildren();
            }
        }
        return List.copyOf(Json.required(usages, USAGE).values());
    }

    private static Map<String, ResourceUsage> resources(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, USAGE);
        Map<String, ResourceUsage> usages = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String resource = parser.currentName();
            parser.nextToken();
            if (usages.put(resource, resource(parser, resource)) != null) {
                throw Once.twice("a limit");
            }
        }
        return usages;
    }

    private static ResourceUsage resource(JsonParser parser, String resource) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "limit");
        @Nullable Long usage = null;
        @Nullable Long limit = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "usage" -> usage = Fields.integer(parser, once.check(1, field));
                case "limit" -> limit = Fields.integer(parser, once.check(2, field));
                default -> parser.skipChildren();
            }
        }
        return new ResourceUsage(resource, Json.required(usage, "usage"), Json.required(limit, "limit"));
    }

    /**
     * Returns figures as the service writes them.
     *
     * @param usages the figures
     * @return the document
     */
    public static byte[] write(List<ResourceUsage> usages) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeObjectFieldStart(USAGE);
            for (ResourceUsage usage : usages) {
                generator.writeObjectFieldStart(usage.resource());
                generator.writeNumberField("usage", usage.usage());
                generator.writeNumberField("limit", usage.limit());
                generator.writeEndObject();
            }
            generator.writeEndObject();
            generator.writeEndObject();
        });
    }
}
