package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The schemas, which OpenStack's own clients read before they show anything. */
final class SchemaEndpoints {

    WireResponse get(Exchange exchange) {
        JsonNode schema = switch (exchange.variables().get(0)) {
            case "image" -> Schema.image().tree();
            case "member" -> Schema.member().tree();
            case "images" -> collection("images", Schema.image(), true);
            case "members" -> collection("members", Schema.member(), false);
            default -> throw RefusedRequest.notFound();
        };
        return WireResponse.json(200, JsonText.write(schema));
    }

    private static ObjectNode collection(String name, Schema item, boolean paged) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("name", name);
        ObjectNode properties = schema.putObject("properties");
        properties.putObject(name).put("type", "array").set("items", item.tree());
        ArrayNode links = schema.putArray("links");
        if (paged) {
            for (String link : new String[] {"first", "next"}) {
                properties.putObject(link).put("type", "string");
                links.addObject().put("rel", link).put("href", "{" + link + "}");
            }
        }
        properties.putObject("schema").put("type", "string");
        links.addObject().put("rel", "describedby").put("href", "{schema}");
        return schema;
    }
}
