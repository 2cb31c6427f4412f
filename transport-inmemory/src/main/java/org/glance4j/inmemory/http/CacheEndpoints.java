package org.glance4j.inmemory.http;

import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.CacheJson;

/** The cache of image data. Source: {@code glance/api/v2/cached_images.py}, 25.1.0. */
final class CacheEndpoints {
    private final ImageEngine engine;

    CacheEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse list(Exchange exchange) {
        return WireResponse.json(200, CacheJson.write(engine.listCache(exchange.caller())));
    }

    WireResponse queue(Exchange exchange) {
        engine.cacheImage(exchange.caller(), exchange.imageId());
        return WireResponse.empty(202);
    }

    WireResponse remove(Exchange exchange) {
        engine.uncacheImage(exchange.caller(), exchange.imageId());
        return WireResponse.empty(204);
    }

    WireResponse clear(Exchange exchange) {
        engine.clearCache(
                exchange.caller(),
                exchange.request().header("x-image-cache-clear-target").orElse(""));
        return WireResponse.empty(204);
    }
}
