package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.model.metadef.NamespaceName;
import org.junit.jupiter.api.Test;

/** What the wire says of the metadata catalog, and the order in which the service checks a request. */
abstract class MetadefWireContract extends MetadefContract {
    private static final String ROOT = "/v2/metadefs/namespaces";

    private static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    @Test
    @Statement("D-044")
    final void namespaceIsWrittenWithoutWhatIsNotThere() {
        NamespaceName name = uniqueNamespace();
        remember(name);
        WireAnswer made = send(Party.ADMIN, post(ROOT, "{\"namespace\": \"" + name + "\"}"));
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location").orElse("")).endsWith(path(name));
        assertThat(keys(made.json()))
                .containsExactly(
                        "namespace", "visibility", "protected", "owner", "created_at", "updated_at", "self", "schema");
        assertThat(made.json().path("self").asText()).isEqualTo(path(name));
        JsonNode page = send(Party.ADMIN, get(ROOT + "?limit=1")).json();
        assertThat(keys(page)).containsExactly("namespaces", "next", "schema", "first");
        assertThat(page.path("first").asText()).isEqualTo(ROOT + "?limit=1");
        WireAnswer deleted = send(Party.ADMIN, WireRequest.of("DELETE", path(name)));
        assertThat(deleted.status()).isEqualTo(204);
        assertThat(deleted.body()).isEmpty();
    }

    @Test
    @Statement("D-045")
    final void whatIsHeldIsWrittenInItsOwnWay() {
        String at = path(open());
        JsonNode object =
                send(Party.ADMIN, post(at + "/objects", "{\"name\": \"o\"}")).json();
        assertThat(keys(object)).containsExactly("name", "created_at", "updated_at", "self", "schema");
        JsonNode shown = send(Party.OWNER, get(at + "/objects/o")).json();
        assertThat(keys(shown))
                .containsExactly("name", "required", "properties", "created_at", "updated_at", "self", "schema");
        String property = "{\"title\": \"T\", \"type\": \"string\", \"name\": \"p\"}";
        assertThat(keys(send(Party.ADMIN, post(at + "/properties", property)).json()))
                .containsExactly("name", "type", "title");
        JsonNode properties = send(Party.OWNER, get(at + "/properties")).json();
        assertThat(properties.at("/properties/p/title").asText()).isEqualTo("T");
        WireAnswer tag = send(Party.ADMIN, WireRequest.of("POST", at + "/tags/t"));
        assertThat(tag.status()).isEqualTo(201);
        assertThat(keys(tag.json())).containsExactly("name", "created_at", "updated_at");
        assertThat(keys(send(Party.OWNER, get(at + "/resource_types")).json()))
                .containsExactly("resource_type_associations");
    }

    @Test
    @Statement("D-046")
    final void bodyIsLookedAtBeforeTheNamespaceAndTheRight() {
        for (NamespaceName name : List.of(uniqueNamespace(), ownersOwn())) {
            String at = path(name);
            for (String target : List.of(at + "/objects", at + "/properties", at + "/tags", at + "/resource_types")) {
                answers(400, Party.CONSUMER, WireRequest.of("POST", target));
                answers(400, Party.CONSUMER, post(target, "{"));
                answers(400, Party.CONSUMER, post(target, "{\"unknown\": 1}"));
                answers(403, Party.CONSUMER, post(target, "{\"created_at\": \"x\"}"));
            }
            answers(400, Party.CONSUMER, put(at, "{}"));
            answers(403, Party.CONSUMER, put(at, "{\"self\": \"x\"}"));
            answers(400, Party.CONSUMER, put(at + "/tags/t", "{}"));
            answers(400, Party.CONSUMER, WireRequest.of("POST", at + "/tags/t").json("{}"));
            answers(400, Party.CONSUMER, get(at).json("{}"));
        }
        answers(403, Party.OWNER, post(ROOT, "{\"namespace\": \"x\", \"schema\": \"x\"}"));
        answers(401, null, get(ROOT));
    }

    @Test
    @Statement("D-047")
    final void otherMethodsAreNotAllowed() {
        Map<String, String> allowed = Map.of(
                "/v2/metadefs/resource_types",
                "GET",
                ROOT,
                "GET, POST",
                ROOT + "/x",
                "GET, PUT, DELETE",
                ROOT + "/x/objects",
                "GET, POST, DELETE",
                ROOT + "/x/objects/y",
                "GET, PUT, DELETE",
                ROOT + "/x/properties/y",
                "GET, PUT, DELETE",
                ROOT + "/x/tags/y",
                "GET, POST, PUT, DELETE",
                ROOT + "/x/resource_types",
                "GET, POST",
                ROOT + "/x/resource_types/y",
                "DELETE");
        allowed.forEach((target, methods) -> {
            WireAnswer answer =
                    send(Party.ADMIN, WireRequest.of("PATCH", target).json("{}"));
            assertThat(answer.status()).as(target).isEqualTo(405);
            assertThat(List.of(answer.header("Allow").orElse("").split(", ")))
                    .as(target)
                    .containsExactlyInAnyOrder(methods.split(", "));
        });
    }

    @Test
    @Statement("D-048")
    final void schemasAreServed() {
        Map<String, String> names = Map.of(
                "namespace", "namespace",
                "namespaces", "namespaces",
                "resource_type", "resource_type_association",
                "resource_types", "resource_type_associations",
                "property", "property",
                "properties", "properties",
                "object", "object",
                "objects", "objects",
                "tag", "tag",
                "tags", "tags");
        names.forEach((word, name) -> {
            JsonNode schema =
                    send(Party.OWNER, get("/v2/schemas/metadefs/" + word)).json();
            assertThat(schema.path("name").asText()).isEqualTo(name);
            assertThat(schema.path("properties").isObject()).isTrue();
        });
        answers(404, Party.OWNER, get("/v2/schemas/metadefs/unknown"));
    }
}
