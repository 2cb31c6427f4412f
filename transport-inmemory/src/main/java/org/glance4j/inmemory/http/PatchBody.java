package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.glance4j.internal.json.LocationJson;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.LocationChange;
import org.jspecify.annotations.Nullable;

/**
 * The body of an image update, checked in Glance's order: each operation's form, its pointer, its value, and whether its
 * attribute may be changed at all. Source: {@code glance/api/v2/images.py} (RequestDeserializer.update), 25.1.0.
 */
final class PatchBody {
    private static final String LOCATIONS = "locations";

    private static final Map<String, ImagePatch.Kind> KINDS =
            Map.of("add", ImagePatch.Kind.ADD, "remove", ImagePatch.Kind.REMOVE, "replace", ImagePatch.Kind.REPLACE);
    private static final List<String> SUPPORTED = List.of("add", "remove", "replace");

    private PatchBody() {}

    static ImagePatch read(JsonNode body, PatchDialect dialect) {
        if (!body.isArray()) {
            throw RefusedRequest.badRequest("Request body must be a JSON array of operation objects.");
        }
        List<ImagePatch.Operation> operations = new ArrayList<>();
        body.forEach(change -> operations.add(operation(change, dialect)));
        return new ImagePatch(operations);
    }

    private static ImagePatch.Operation operation(JsonNode change, PatchDialect dialect) {
        if (!change.isObject()) {
            throw RefusedRequest.badRequest("Operations must be JSON objects.");
        }
        String op = dialect == PatchDialect.V2_1 ? opMember(change) : onlyOperation(change);
        JsonNode path = change.get(dialect == PatchDialect.V2_1 ? "path" : op);
        if (path == null) {
            throw RefusedRequest.badRequest("Unable to find 'path' in JSON Schema change");
        }
        if (!path.isTextual()) {
            throw RefusedRequest.badRequest("Pointer `" + PythonText.of(path) + "` is not a string.");
        }
        List<String> tokens = PatchPointer.tokens(path.textValue());
        String field = tokens.get(0);
        int depth = field.equals(LOCATIONS) && !op.equals("replace") ? 2 : 1;
        if (tokens.size() != depth) {
            throw RefusedRequest.badRequest(
                    "Invalid JSON pointer for this resource: '/" + String.join("/", tokens) + "'");
        }
        JsonNode value = null;
        if (!op.equals("remove")) {
            value = change.get("value");
            if (value == null) {
                throw RefusedRequest.badRequest("Operation \"" + op + "\" requires a member named \"value\".");
            }
        }
        ReservedNames.refuseInPatch(field);
        if (field.equals(LOCATIONS)) {
            return onLocations(requireNonNull(KINDS.get(op)), tokens, value);
        }
        if (value != null) {
            Schema.image().check(field, value);
            if (field.equals("min_disk") || field.equals("min_ram")) {
                Numbers.check(field, value);
            }
        }
        return new ImagePatch.Operation(requireNonNull(KINDS.get(op)), field, value == null ? null : plain(value));
    }

    /** A position that is none is known by the location that is missing. */
    private static ImagePatch.Operation onLocations(
            ImagePatch.Kind kind, List<String> tokens, @Nullable JsonNode value) {
        if (value == null) {
            return new ImagePatch.Operation(kind, LOCATIONS, new LocationChange(position(tokens.get(1)), null));
        }
        boolean isOne = kind == ImagePatch.Kind.ADD;
        JsonNode all = isOne ? JsonNodeFactory.instance.arrayNode().add(value) : value;
        Schema.image().check(LOCATIONS, all);
        List<ImageLocation> locations = LocationJson.readList(JsonText.write(all));
        if (!isOne) {
            return new ImagePatch.Operation(kind, LOCATIONS, locations);
        }
        boolean isPosition = tokens.get(1).equals("-") || isNumber(tokens.get(1));
        return new ImagePatch.Operation(
                kind, LOCATIONS, new LocationChange(position(tokens.get(1)), isPosition ? locations.get(0) : null));
    }

    private static boolean isNumber(String token) {
        return !token.isEmpty() && token.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Behind all others there is no location, and a word says no position. */
    private static OptionalInt position(String token) {
        if (token.equals("-")) {
            return OptionalInt.empty();
        }
        int most = Integer.toString(Integer.MAX_VALUE).length();
        return OptionalInt.of(isNumber(token) && token.length() < most ? Integer.parseInt(token) : Integer.MAX_VALUE);
    }

    private static String opMember(JsonNode change) {
        JsonNode op = change.get("op");
        if (op == null || op.isNull()) {
            throw RefusedRequest.badRequest(
                    "Unable to find `op` in JSON Schema change. It must be one of the following: "
                            + String.join(", ", SUPPORTED) + ".");
        }
        if (!op.isTextual() || !SUPPORTED.contains(op.textValue())) {
            throw RefusedRequest.badRequest("Invalid operation: `" + op.asText()
                    + "`. It must be one of the following: " + String.join(", ", SUPPORTED) + ".");
        }
        return op.textValue();
    }

    private static String onlyOperation(JsonNode change) {
        List<String> present = SUPPORTED.stream().filter(change::has).toList();
        if (present.size() != 1) {
            throw RefusedRequest.badRequest("Operation objects must contain " + (present.isEmpty() ? "exactly" : "only")
                    + " one member named \"add\", \"remove\", or \"replace\".");
        }
        return present.get(0);
    }

    private static @Nullable Object plain(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBoolean()) {
            return value.booleanValue();
        }
        if (value.isIntegralNumber()) {
            return value.intValue();
        }
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(item.textValue()));
            return items;
        }
        return value.textValue();
    }
}
