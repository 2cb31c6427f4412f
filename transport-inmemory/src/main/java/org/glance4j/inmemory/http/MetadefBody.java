package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.glance4j.internal.json.MetadefJson;
import org.glance4j.internal.json.WireFormatException;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/**
 * The bodies of requests about the metadata catalog, checked in Glance's order: that there is one, what only the service sets, the
 * schema. Where Glance 25.1.0 fails on a body, an answer that says why serves the caller better. Source: the deserializers of {@code
 * glance/api/v2/metadef_*.py}, 25.1.0.
 */
final class MetadefBody {
    private static final List<String> TIMES = List.of("created_at", "updated_at");
    private static final List<String> LINKS_AND_TIMES = List.of("self", "schema", "created_at", "updated_at");

    private MetadefBody() {}

    static Namespace namespace(WireRequest request) throws IOException {
        JsonNode body = body(request, LINKS_AND_TIMES);
        MetadefSchema.of("namespace").check(body);
        return typed(body, MetadefJson::readNamespace);
    }

    /** Returns an object; where it is new, its properties have to meet their own schema too. */
    static MetadefObject object(WireRequest request, boolean isNew) throws IOException {
        JsonNode body = body(request, LINKS_AND_TIMES);
        MetadefSchema.of("object").check(body);
        if (isNew) {
            body.path("properties").forEach(MetadefSchema.innerProperty()::check);
        }
        return typed(body, MetadefJson::readObject);
    }

    static MetadefProperty property(WireRequest request) throws IOException {
        JsonNode body = body(request, TIMES);
        MetadefSchema.of("property").check(body);
        return typed(body, MetadefJson::readProperty);
    }

    static String tag(WireRequest request) throws IOException {
        JsonNode body = body(request, TIMES);
        MetadefSchema.of("tag").check(body);
        return typed(body, MetadefJson::readTag).name();
    }

    static List<String> tags(WireRequest request) throws IOException {
        JsonNode body = body(request, TIMES);
        MetadefSchema.manyTags().check(body);
        return typed(body, MetadefJson::readTags).stream().map(MetadefTag::name).toList();
    }

    static ResourceTypeAssociation association(WireRequest request) throws IOException {
        JsonNode body = body(request, TIMES);
        MetadefSchema.of("resource_type").check(body);
        return typed(body, MetadefJson::readAssociation);
    }

    private static JsonNode body(WireRequest request, List<String> readOnly) throws IOException {
        JsonNode body = RequestBody.read(request);
        if (!body.isObject()) {
            throw RefusedRequest.badRequest("Expected a JSON object.");
        }
        for (String field : readOnly) {
            if (body.has(field)) {
                throw RefusedRequest.forbidden("Attribute '" + field + "' is read-only.");
            }
        }
        return body;
    }

    private static <T> T typed(JsonNode body, Function<byte[], T> reading) {
        try {
            return reading.apply(JsonText.write(body));
        } catch (WireFormatException e) {
            throw RefusedRequest.badRequest("Invalid definition: " + e.getMessage());
        }
    }
}
