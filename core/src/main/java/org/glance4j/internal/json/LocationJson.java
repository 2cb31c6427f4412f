package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.LocationValidation;
import org.jspecify.annotations.Nullable;

/** Locations. Source: Image API v2, update image, get and add location. */
public final class LocationJson {
    private static final String URL = "url";
    private static final String METADATA = "metadata";
    private static final String VALIDATION = "validation_data";
    private static final String ALGORITHM = "os_hash_algo";
    private static final String VALUE = "os_hash_value";
    private static final String CHECKSUM = "checksum";

    private LocationJson() {}

    /**
     * Returns the locations in a document.
     *
     * @param document the document
     * @return the locations in its order
     * @throws WireFormatException if the document is not a list of locations
     */
    public static List<ImageLocation> readList(byte[] document) {
        return Json.read(document, LocationJson::locations);
    }

    private static List<ImageLocation> locations(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_ARRAY, "list of locations");
        List<ImageLocation> locations = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            locations.add(location(parser));
        }
        return List.copyOf(locations);
    }

    private static ImageLocation location(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "location");
        String url = null;
        Map<String, @Nullable Object> metadata = Map.of();
        LocationValidation validation = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case URL -> url = Fields.text(parser, once.check(1, field));
                case METADATA -> metadata = Fields.object(parser, once.check(2, field));
                case VALIDATION -> validation = validation(parser, once.check(3, field));
                default -> parser.skipChildren();
            }
        }
        return new ImageLocation(Json.required(url, URL), metadata, validation);
    }

    private static @Nullable LocationValidation validation(JsonParser parser, String name) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        Fields.expect(parser, JsonToken.START_OBJECT, name);
        String algorithm = null;
        String value = null;
        String checksum = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case ALGORITHM -> algorithm = Fields.text(parser, once.check(1, field));
                case VALUE -> value = Fields.text(parser, once.check(2, field));
                case CHECKSUM -> checksum = Fields.text(parser, once.check(3, field));
                default -> parser.skipChildren();
            }
        }
        return algorithm == null || value == null
                ? null
                : new LocationValidation(new ImageHash(algorithm, value), checksum);
    }

    /**
     * Returns locations as the service writes them.
     *
     * @param locations the locations
     * @return the document
     */
    public static byte[] writeList(List<ImageLocation> locations) {
        return Json.write(generator -> writeArray(generator, locations));
    }

    /**
     * Returns the body that adds a location.
     *
     * @param url the address
     * @param hash what the data's hash is to be; null where it is not told
     * @return the document
     */
    public static byte[] writeNew(String url, @Nullable ImageHash hash) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeStringField(URL, url);
            if (hash != null) {
                write(generator, new LocationValidation(hash, null));
            }
            generator.writeEndObject();
        });
    }

    static void writeArray(JsonGenerator generator, Iterable<?> locations) throws IOException {
        generator.writeStartArray();
        for (Object each : locations) {
            write(generator, (ImageLocation) each);
        }
        generator.writeEndArray();
    }

    static void write(JsonGenerator generator, ImageLocation location) throws IOException {
        generator.writeStartObject();
        generator.writeStringField(URL, location.url());
        Fields.write(generator, METADATA, location.metadata());
        if (location.validation() != null) {
            write(generator, location.validation());
        }
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, LocationValidation validation) throws IOException {
        generator.writeObjectFieldStart(VALIDATION);
        if (validation.checksum() != null) {
            generator.writeStringField(CHECKSUM, validation.checksum());
        }
        generator.writeStringField(ALGORITHM, validation.hash().algorithm());
        generator.writeStringField(VALUE, validation.hash().value());
        generator.writeEndObject();
    }
}
