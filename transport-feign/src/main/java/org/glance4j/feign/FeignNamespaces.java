package org.glance4j.feign;

import static org.glance4j.feign.MetadefCalls.encoded;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glance4j.error.Failure;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.internal.json.NamespacesPage;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.transport.NamespaceOperations;
import org.jspecify.annotations.Nullable;

/** Namespaces over HTTP. Safe for use by several threads. */
record FeignNamespaces(MetadefCalls calls, NamespacesApi api) implements NamespaceOperations {

    @Override
    public Namespace create(Namespace namespace) {
        Failure.Builder failure = Failure.of(Operation.CREATE_NAMESPACE).namespace(namespace.name());
        MetadefChecks.encodable(failure, namespace);
        return calls.change(
                MetadefRequest.of(Operation.CREATE_NAMESPACE, namespace.name()),
                attempt -> api.create(namespace, attempt),
                MetadefRequest.of(Operation.GET_NAMESPACE, namespace.name()),
                attempt -> api.get(encoded(namespace.name()), Map.of(), attempt),
                found -> MetadefDifferences.between(namespace, found, true));
    }

    @Override
    public Namespace get(NamespaceName name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.GET_NAMESPACE, name);
        return get(name, Map.of());
    }

    @Override
    public Namespace get(NamespaceName name, String resourceType) {
        MetadefChecks.encodable(MetadefChecks.addressable(Operation.GET_NAMESPACE, name), resourceType);
        return get(name, Map.of("resource_type", List.of(PathSegments.encode(resourceType))));
    }

    private Namespace get(NamespaceName name, Map<String, List<String>> query) {
        return calls.run(
                MetadefRequest.of(Operation.GET_NAMESPACE, name), attempt -> api.get(encoded(name), query, attempt));
    }

    @Override
    public NamespacePage list(NamespaceQuery query) {
        MetadefChecks.encodable(query);
        NamespacesPage page = calls.run(
                MetadefRequest.of(Operation.LIST_NAMESPACES, query.marker()),
                attempt -> api.list(parameters(query), attempt));
        List<Namespace> items = page.namespaces();
        return new NamespacePage(
                items,
                page.more() && !items.isEmpty()
                        ? Optional.of(query.after(items.get(items.size() - 1).name()))
                        : Optional.empty());
    }

    private static Map<String, List<String>> parameters(NamespaceQuery query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "visibility", query.visibilityWord());
        if (!query.resourceTypes().isEmpty()) {
            put(parameters, "resource_types", String.join(",", query.resourceTypes()));
        }
        put(
                parameters,
                "sort_key",
                query.sortKey() == null ? null : query.sortKey().word());
        put(
                parameters,
                "sort_dir",
                query.sortDirection() == null ? null : query.sortDirection().word());
        put(parameters, "limit", query.limit());
        put(parameters, "marker", query.marker());
        return parameters;
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(PathSegments.encode(value.toString())));
        }
    }

    @Override
    public Namespace update(NamespaceName name, Namespace namespace) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_NAMESPACE, name);
        MetadefChecks.withoutContents(failure, namespace);
        MetadefChecks.encodable(failure, namespace);
        return calls.change(
                MetadefRequest.of(Operation.UPDATE_NAMESPACE, name)
                        .giving(namespace.name().value()),
                attempt -> api.update(encoded(name), namespace, attempt),
                MetadefRequest.of(Operation.GET_NAMESPACE, namespace.name()),
                attempt -> api.get(encoded(namespace.name()), Map.of(), attempt)
                        .toBuilderWithoutContents()
                        .build(),
                found -> MetadefDifferences.between(namespace, found, false));
    }

    @Override
    public void delete(NamespaceName name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_NAMESPACE, name);
        calls.execute(
                MetadefRequest.of(Operation.DELETE_NAMESPACE, name), attempt -> api.delete(encoded(name), attempt));
    }
}
