package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.ImportSettings;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.model.Image;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Store;

/** Image records and their tags. Source: {@code glance/api/v2/images.py} and {@code image_tags.py}, 25.1.0. */
final class ImageEndpoints {
    private final ImageEngine engine;
    private final ImageListing listing;

    ImageEndpoints(ImageEngine engine) {
        this.engine = engine;
        this.listing = new ImageListing(engine);
    }

    WireResponse list(Exchange exchange) {
        return WireResponse.json(
                200, listing.page(exchange.caller(), exchange.target().parameters()));
    }

    WireResponse create(Exchange exchange) throws IOException {
        JsonNode body = RequestBody.read(exchange.request());
        Image image = engine.create(exchange.caller(), CreateBody.read(body));
        WireResponse created = WireResponse.json(201, ImageJson.write(image))
                .with("Location", exchange.base() + "/v2/images/" + image.id());
        ImportSettings site = engine.imports();
        if (!site.methods().isEmpty()) {
            created = created.with("OpenStack-image-import-methods", joined(site.methods()));
        }
        if (!site.stores().isEmpty()) {
            created = created.with(
                    "OpenStack-image-store-ids",
                    joined(site.stores().stream().map(Store::id).toList()));
        }
        return created;
    }

    private static String joined(List<?> words) {
        return words.stream().map(Object::toString).collect(Collectors.joining(","));
    }

    WireResponse get(Exchange exchange) {
        return WireResponse.json(200, ImageJson.write(engine.get(exchange.caller(), exchange.imageId())));
    }

    WireResponse update(Exchange exchange) throws IOException {
        PatchDialect dialect = PatchDialect.of(mediaType(exchange.request()))
                .orElseThrow(() -> unsupported(exchange.request(), Map.of("Accept-Patch", PatchDialect.ALL)));
        JsonNode body = RequestBody.read(exchange.request());
        ImagePatch patch = PatchBody.read(body, dialect);
        Image image =
                engine.update(exchange.caller(), exchange.imageId(), patch, dialect == PatchDialect.V2_0, () -> {});
        return WireResponse.json(200, ImageJson.write(image));
    }

    static String mediaType(WireRequest request) {
        String type = request.header("Content-Type").orElse("");
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip().toLowerCase(Locale.ROOT);
    }

    static RefusedRequest unsupported(WireRequest request, Map<String, String> headers) {
        String type = mediaType(request);
        return new RefusedRequest(
                415,
                "The request media type " + (type.isEmpty() ? "text/plain" : type)
                        + " is not supported by this server.",
                headers);
    }

    WireResponse delete(Exchange exchange) {
        engine.delete(exchange.caller(), exchange.imageId());
        return WireResponse.empty(204);
    }

    WireResponse deactivate(Exchange exchange) {
        engine.deactivate(exchange.caller(), exchange.imageId());
        return WireResponse.empty(204);
    }

    WireResponse reactivate(Exchange exchange) {
        engine.reactivate(exchange.caller(), exchange.imageId());
        return WireResponse.empty(204);
    }

    WireResponse addTag(Exchange exchange) {
        String tag = exchange.variables().get(1);
        Schema.image().check("tags", JsonNodeFactory.instance.arrayNode().add(tag));
        engine.addTag(exchange.caller(), exchange.imageId(), tag);
        return WireResponse.empty(204);
    }

    WireResponse removeTag(Exchange exchange) {
        engine.removeTag(
                exchange.caller(), exchange.imageId(), exchange.variables().get(1));
        return WireResponse.empty(204);
    }
}
