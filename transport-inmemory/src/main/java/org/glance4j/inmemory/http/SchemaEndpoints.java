package org.glance4j.inmemory.http;

import java.util.Arrays;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.SchemaJson;
import org.glance4j.model.SchemaName;

/** The schemas, which OpenStack's own clients read before they show anything. */
final class SchemaEndpoints {
    private final ImageEngine engine;

    SchemaEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse get(Exchange exchange) {
        return answer(exchange.variables().get(0));
    }

    WireResponse metadef(Exchange exchange) {
        return answer("metadefs/" + exchange.variables().get(0));
    }

    private WireResponse answer(String path) {
        SchemaName name = Arrays.stream(SchemaName.values())
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow(RefusedRequest::notFound);
        return WireResponse.json(200, SchemaJson.write(engine.schema(name)));
    }
}
