package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.LocationCall;
import org.glance4j.internal.json.LocationJson;
import org.glance4j.model.ImageHash;
import org.jspecify.annotations.Nullable;

/** Locations, where they are open. Source: {@code glance/api/v2/images.py} (add_location, get_locations), 30.0.0. */
final class LocationEndpoints {
    private static final String BODY = "add_location";
    private static final String VALIDATION = "validation_data";

    private final ImageEngine engine;

    LocationEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    /** Returns the routes; none where locations are closed, as at a service that is older than they are. */
    List<Route> routes() {
        return engine.hasOpenLocations()
                ? List.of(new Route("/v2/images/{image_id}/locations")
                        .bodiless("GET", this::list)
                        .on("POST", this::add))
                : List.of();
    }

    private WireResponse list(Exchange exchange) {
        return WireResponse.json(
                200, LocationJson.writeList(engine.listLocations(exchange.caller(), exchange.imageId())));
    }

    private WireResponse add(Exchange exchange) throws IOException {
        JsonNode body = RequestBody.read(exchange.request());
        Schema.location().check(JsonNodeFactory.instance.objectNode().set(BODY, body));
        engine.addLocation(
                exchange.caller(),
                exchange.imageId(),
                new LocationCall(
                        body.path("url").textValue(),
                        hash(body.path(VALIDATION)),
                        exchange.requestId(),
                        exchange.grant().map(grant -> grant.user().id()).orElse(null)));
        return WireResponse.empty(202);
    }

    private static @Nullable ImageHash hash(JsonNode told) {
        return told.has("os_hash_value")
                ? new ImageHash(
                        told.path("os_hash_algo").asText("sha512"),
                        told.path("os_hash_value").textValue())
                : null;
    }
}
