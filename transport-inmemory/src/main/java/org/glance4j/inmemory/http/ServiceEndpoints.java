package org.glance4j.inmemory.http;

import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.UsageJson;

/** What the service says of itself to who has a token. Source: {@code glance/api/v2/discovery.py}, 25.1.0. */
final class ServiceEndpoints {
    private final ImageEngine engine;

    ServiceEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse usage(Exchange exchange) {
        return WireResponse.json(200, UsageJson.write(engine.usage(exchange.caller())));
    }
}
