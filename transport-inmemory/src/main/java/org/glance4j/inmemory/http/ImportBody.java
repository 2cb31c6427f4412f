package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.inmemory.internal.ImportCall;
import org.glance4j.inmemory.internal.ImportSettings;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/** The body of an import, checked in Glance's order. Where Glance fails on a body, the refusal says why; a number that is no number in JSON again is
 * refused too. */
final class ImportBody {
    private static final String ALL_MUST_SUCCEED = "all_stores_must_succeed";
    private static final String ALL_STORES = "all_stores";

    private final JsonNode body;

    private ImportBody(JsonNode body) {
        this.body = body;
    }

    static ImportBody read(JsonNode body, ImportSettings site) {
        if (!body.isObject()) {
            throw RefusedRequest.badRequest("Expected an import in the form of a JSON object.");
        }
        JsonNode method = body.get("method");
        if (method == null) {
            throw RefusedRequest.badRequest("Import request requires a 'method' field.");
        }
        if (!method.isObject()) {
            throw RefusedRequest.badRequest("Expected an import method in the form of a JSON object.");
        }
        JsonNode name = method.get("name");
        if (name == null) {
            throw RefusedRequest.badRequest("Import request requires a 'name' field.");
        }
        if (!name.isTextual() || !site.methods().contains(ImportMethod.of(name.textValue()))) {
            String text = name.isNull() ? "None" : name.asText(name.toString());
            throw RefusedRequest.badRequest("Unknown import method name '" + text + "'.");
        }
        requireBoolean(body, ALL_MUST_SUCCEED);
        requireBoolean(body, ALL_STORES);
        requireForms(body, method);
        return new ImportBody(body);
    }

    private static void requireBoolean(JsonNode body, String field) {
        if (body.has(field) && !body.path(field).isBoolean()) {
            throw RefusedRequest.badRequest("'" + field + "' must be boolean value only");
        }
    }

    private static void requireForms(JsonNode body, JsonNode method) {
        for (String field : List.of("uri", "glance_region", "glance_image_id", "glance_service_interface")) {
            JsonNode value = method.get(field);
            if (value != null && !value.isNull() && !value.isTextual()) {
                throw RefusedRequest.badRequest("'" + field + "' must be a string");
            }
        }
        if (body.has("stores")) {
            boolean texts = body.path("stores").isArray();
            for (JsonNode store : body.path("stores")) {
                texts = texts && store.isTextual();
            }
            if (!texts) {
                throw RefusedRequest.badRequest("'stores' must be a list of strings");
            }
        }
    }

    /** Returns the request to import; the task repeats the body as it is. */
    ImportCall call(Exchange exchange) {
        JsonNode method = body.path("method");
        List<StoreId> stores = new ArrayList<>();
        body.path("stores").forEach(store -> stores.add(StoreId.of(store.textValue())));
        String source = text(method, "glance_image_id");
        ImageImport wanted = new ImageImport(
                ImportMethod.of(method.path("name").textValue()),
                text(method, "uri"),
                text(method, "glance_region"),
                source == null ? null : ImageId.of(source),
                text(method, "glance_service_interface"),
                stores,
                body.path(ALL_STORES).booleanValue(),
                !body.has(ALL_MUST_SUCCEED) || body.path(ALL_MUST_SUCCEED).booleanValue());
        return new ImportCall(
                wanted,
                exchange.request().header("X-Image-Meta-Store").map(StoreId::of).orElse(null),
                object(body),
                exchange.requestId(),
                exchange.grant().map(grant -> grant.user().id()).orElse(null));
    }

    private static @Nullable String text(JsonNode object, String field) {
        return object.path(field).textValue();
    }

    private static Map<String, @Nullable Object> object(JsonNode tree) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        tree.properties().forEach(field -> map.put(field.getKey(), plain(field.getValue())));
        return map;
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            List<@Nullable Object> list = new ArrayList<>();
            value.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber()) {
            return value.bigIntegerValue();
        }
        if (!value.isNumber()) {
            return value.textValue();
        }
        if (!Double.isFinite(value.doubleValue())) {
            throw RefusedRequest.badRequest("A number in the body is too large.");
        }
        return new BigDecimal(value.asText());
    }
}
