package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Link;

/** The versions of the API. Source: Image API v2, API versions. */
public final class VersionsJson {
    private static final String VERSIONS = "versions";

    private VersionsJson() {}

    /**
     * Returns the versions in a document.
     *
     * @param document the document
     * @return the versions in its order
     * @throws WireFormatException if the document is not a list of versions
     */
    public static ApiVersions read(byte[] document) {
        return Json.read(document, VersionsJson::versions);
    }

    private static ApiVersions versions(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "list of versions");
        List<ApiVersion> versions = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(VERSIONS)) {
                if (versions != null) {
                    throw Once.twice("the field " + field);
                }
                Fields.expect(parser, JsonToken.START_ARRAY, field);
                versions = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    versions.add(version(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        return new ApiVersions(Json.required(versions, VERSIONS));
    }

    private static ApiVersion version(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "version");
        String id = null;
        String status = null;
        List<Link> links = List.of();
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "id" -> id = Fields.text(parser, once.check(1, field));
                case "status" -> status = Fields.text(parser, once.check(2, field));
                case "links" -> links = LinkJson.read(parser, once.check(3, field));
                default -> parser.skipChildren();
            }
        }
        return new ApiVersion(Json.required(id, "id"), Json.required(status, "status"), links);
    }

    /**
     * Returns the versions as the service writes them.
     *
     * @param versions the versions
     * @return the document
     */
    public static byte[] write(ApiVersions versions) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(VERSIONS);
            for (ApiVersion version : versions.versions()) {
                generator.writeStartObject();
                generator.writeStringField("id", version.id());
                generator.writeStringField("status", version.statusWord());
                LinkJson.write(generator, version.links());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }
}
