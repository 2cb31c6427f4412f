package org.glance4j.inmemory.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.MetadefEngine;
import org.glance4j.internal.json.MetadefWriter;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;

/** Namespaces. Source: {@code glance/api/v2/metadef_namespaces.py}, 25.1.0. */
final class NamespaceEndpoints {
    private static final String PATH = "/v2/metadefs/namespaces";

    private final MetadefEngine engine;

    NamespaceEndpoints(ImageEngine engine) {
        this.engine = engine.metadefs();
    }

    /** Returns the namespace that a request addresses. */
    static NamespaceName name(Exchange exchange) {
        return NamespaceName.of(exchange.variables().get(0));
    }

    WireResponse list(Exchange exchange) {
        MetadefQuery query = new MetadefQuery(exchange.target().parameters());
        NamespacePage page = engine.listNamespaces(exchange.caller(), query.namespaces());
        List<Namespace> items = query.matchesNothing() ? List.of() : page.items();
        String next = items.isEmpty() || page.next().isEmpty()
                ? null
                : query.link(PATH, Optional.of(items.get(items.size() - 1).name()));
        return WireResponse.json(200, MetadefWriter.namespaces(items, query.link(PATH, Optional.empty()), next));
    }

    WireResponse create(Exchange exchange) throws IOException {
        Namespace namespace = engine.createNamespace(exchange.caller(), MetadefBody.namespace(exchange.request()));
        return WireResponse.json(201, MetadefWriter.namespace(namespace))
                .with(
                        "Location",
                        exchange.base() + PATH + "/"
                                + printable(namespace.name().value()));
    }

    /** Glance writes the name into the link as it is; what no header can carry is percent-encoded here. */
    private static String printable(String name) {
        StringBuilder text = new StringBuilder();
        for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= ' ' && b < 0x7f;
            text.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xff));
        }
        return text.toString();
    }

    WireResponse get(Exchange exchange) {
        MetadefQuery query = new MetadefQuery(exchange.target().parameters());
        String visibility = query.value("visibility").orElse("public");
        if (!visibility.equals("public") && !visibility.equals("private")) {
            throw RefusedRequest.badRequest("Invalid visibility value: " + visibility);
        }
        return WireResponse.json(
                200,
                MetadefWriter.namespace(engine.getNamespace(
                        exchange.caller(),
                        name(exchange),
                        query.value("resource_type").orElse(null))));
    }

    WireResponse update(Exchange exchange) throws IOException {
        Namespace values = MetadefBody.namespace(exchange.request());
        return WireResponse.json(
                200, MetadefWriter.namespace(engine.updateNamespace(exchange.caller(), name(exchange), values)));
    }

    WireResponse delete(Exchange exchange) {
        engine.deleteNamespace(exchange.caller(), name(exchange));
        return WireResponse.empty(204);
    }
}
