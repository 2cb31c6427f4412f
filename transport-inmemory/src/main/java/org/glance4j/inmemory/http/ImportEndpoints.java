package org.glance4j.inmemory.http;

import java.io.IOException;
import java.util.Map;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.ImportJson;
import org.glance4j.internal.json.StoreJson;
import org.glance4j.internal.json.TaskJson;
import org.glance4j.model.ImageId;
import org.glance4j.model.StoreId;

/**
 * Imports and stores. Source: {@code glance/api/v2/images.py}, {@code image_data.py} (stage) and {@code discovery.py}, 25.1.0.
 */
final class ImportEndpoints {
    private final ImageEngine engine;

    ImportEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse stage(Exchange exchange) throws IOException {
        if (!ImageEndpoints.mediaType(exchange.request()).equals("application/octet-stream")) {
            throw ImageEndpoints.unsupported(exchange.request(), Map.of());
        }
        engine.stage(exchange.caller(), exchange.imageId(), exchange.request().body());
        return WireResponse.empty(204);
    }

    WireResponse importImage(Exchange exchange) throws IOException {
        ImportBody body = ImportBody.read(RequestBody.read(exchange.request()), engine.imports());
        engine.importImage(exchange.caller(), exchange.imageId(), body.call(exchange));
        return WireResponse.empty(202);
    }

    WireResponse tasks(Exchange exchange) {
        return WireResponse.json(200, TaskJson.writeList(engine.imageTasks(exchange.caller(), exchange.imageId())));
    }

    WireResponse methods(Exchange exchange) {
        return WireResponse.json(200, ImportJson.writeMethods(engine.importMethods(exchange.caller())));
    }

    WireResponse stores(Exchange exchange) {
        return WireResponse.json(200, StoreJson.writeList(engine.stores(exchange.caller())));
    }

    WireResponse storeDetails(Exchange exchange) {
        return WireResponse.json(200, StoreJson.writeList(engine.storeDetails(exchange.caller())));
    }

    WireResponse deleteFromStore(Exchange exchange) {
        StoreId store = StoreId.of(exchange.variables().get(0));
        engine.deleteFromStore(
                exchange.caller(), store, ImageId.of(exchange.variables().get(1)));
        return WireResponse.empty(204);
    }
}
