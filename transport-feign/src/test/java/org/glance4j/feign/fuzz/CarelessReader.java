package org.glance4j.feign.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Reads {@code {"image": {"owner": {"name": "…"}}}} as our decoders read, and takes every name for a text without looking. */
final class CarelessReader {
    private static final JsonFactory JSON = new JsonFactory();

    private CarelessReader() {}

    static void read(byte[] document) {
        try (JsonParser parser = JSON.createParser(document)) {
            parser.nextToken();
            document(parser);
        } catch (IOException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    private static void document(JsonParser parser) throws IOException {
        while (begins(parser, "image")) {
            image(parser);
        }
    }

    private static void image(JsonParser parser) throws IOException {
        while (begins(parser, "owner")) {
            owner(parser);
        }
    }

    private static void owner(JsonParser parser) throws IOException {
        while (begins(parser, "name")) {
            if (parser.getValueAsString().isBlank()) {
                throw new IllegalArgumentException("no name");
            }
        }
    }

    /** Goes on to the value of a field; false where there is none any more. */
    private static boolean begins(JsonParser parser, String field) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(field);
            parser.nextToken();
            if (found) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }
}
