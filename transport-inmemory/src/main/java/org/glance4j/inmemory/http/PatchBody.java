package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glance4j.model.ImagePatch;
import org.jspecify.annotations.Nullable;

/**
 * The body of an image update, checked in Glance's order: each operation's form, its pointer, its value, and whether its
 * attribute may be changed at all. Source: {@code glance/api/v2/images.py} (RequestDeserializer.update), 25.1.0.
 *
 * @param patch the operations
 * @param onLocations how the first of them that is about locations is called; null where none is. The patch leaves them out
 */
record PatchBody(ImagePatch patch, @Nullable OnLocations onLocations) {
    private static final String LOCATIONS = "locations";

    /** What can be asked of locations. */
    enum OnLocations {
        ADD,
        UPDATE,
        EMPTY,
        REMOVE;

        private static OnLocations of(JsonNode change, PatchDialect dialect) {
            if (change.path(dialect == PatchDialect.V2_1 ? "op" : "none")
                            .asText()
                            .equals("add")
                    || change.has("add")) {
                return ADD;
            }
            if (!change.has("value")) {
                return REMOVE;
            }
            return change.path("value").isEmpty() ? EMPTY : UPDATE;
        }
    }

    private static final Map<String, ImagePatch.Kind> KINDS =
            Map.of("add", ImagePatch.Kind.ADD, "remove", ImagePatch.Kind.REMOVE, "replace", ImagePatch.Kind.REPLACE);
    private static final List<String> SUPPORTED = List.of("add", "remove", "replace");

    static PatchBody read(JsonNode body, PatchDialect dialect) {
        if (!body.isArray()) {
            throw RefusedRequest.badRequest("Request body must be a JSON array of operation objects.");
        }
        List<ImagePatch.Operation> operations = new ArrayList<>();
        OnLocations locations = null;
        for (JsonNode change : body) {
            Optional<ImagePatch.Operation> operation = operation(change, dialect);
            operation.ifPresent(operations::add);
            if (operation.isEmpty() && locations == null) {
                locations = OnLocations.of(change, dialect);
            }
        }
        return new PatchBody(new ImagePatch(operations), locations);
    }

    /** Returns the operation; empty where it is a well-formed one on locations. */
    private static Optional<ImagePatch.Operation> operation(JsonNode change, PatchDialect dialect) {
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
            return Optional.empty();
        }
        if (value != null) {
            Schema.image().check(field, value);
            if (field.equals("min_disk") || field.equals("min_ram")) {
                Numbers.check(field, value);
            }
        }
        return Optional.of(
                new ImagePatch.Operation(requireNonNull(KINDS.get(op)), field, value == null ? null : plain(value)));
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
