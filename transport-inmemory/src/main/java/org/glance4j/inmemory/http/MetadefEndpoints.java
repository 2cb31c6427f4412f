package org.glance4j.inmemory.http;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.inmemory.internal.MetadefEngine;
import org.glance4j.internal.json.MetadefWriter;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/**
 * What namespaces hold. Source: {@code glance/api/v2/metadef_objects.py}, {@code metadef_properties.py}, {@code metadef_tags.py}
 * and {@code metadef_resource_types.py}, 25.1.0.
 */
final class MetadefEndpoints {
    private static final String NAMESPACE = "/v2/metadefs/namespaces/{namespace}";
    private static final Set<String> TRUE = Set.of("1", "t", "true", "on", "y", "yes");

    private final MetadefEngine engine;
    private final NamespaceEndpoints namespaces;

    MetadefEndpoints(ImageEngine engine) {
        this.engine = engine.metadefs();
        this.namespaces = new NamespaceEndpoints(engine);
    }

    List<Route> routes() {
        return List.of(
                new Route("/v2/metadefs/resource_types").bodiless("GET", this::resourceTypes),
                new Route(NAMESPACE + "/resource_types")
                        .bodiless("GET", this::associations)
                        .on("POST", this::associate),
                new Route(NAMESPACE + "/resource_types/{resource_type}").bodiless("DELETE", this::dissociate),
                new Route("/v2/metadefs/namespaces").on("GET", namespaces::list).on("POST", namespaces::create),
                new Route(NAMESPACE)
                        .bodiless("GET", namespaces::get)
                        .on("PUT", namespaces::update)
                        .bodiless("DELETE", namespaces::delete),
                new Route(NAMESPACE + "/properties")
                        .bodiless("GET", this::properties)
                        .on("POST", this::createProperty)
                        .on("DELETE", this::deleteProperties),
                new Route(NAMESPACE + "/properties/{property}")
                        .on("GET", this::property)
                        .on("PUT", this::updateProperty)
                        .on("DELETE", this::deleteProperty),
                new Route(NAMESPACE + "/objects")
                        .on("GET", this::objects)
                        .on("POST", this::createObject)
                        .on("DELETE", this::deleteObjects),
                new Route(NAMESPACE + "/objects/{object}")
                        .bodiless("GET", this::object)
                        .on("PUT", this::updateObject)
                        .bodiless("DELETE", this::deleteObject),
                new Route(NAMESPACE + "/tags")
                        .on("GET", this::tags)
                        .on("POST", this::createTags)
                        .on("DELETE", this::deleteTags),
                new Route(NAMESPACE + "/tags/{tag}")
                        .bodiless("GET", this::tag)
                        .bodiless("POST", this::createTag)
                        .on("PUT", this::updateTag)
                        .bodiless("DELETE", this::deleteTag));
    }

    private static String second(Exchange exchange) {
        return exchange.variables().get(1);
    }

    private WireResponse objects(Exchange exchange) {
        new MetadefQuery(exchange.target().parameters()).checkObjects();
        return WireResponse.json(
                200,
                MetadefWriter.objects(
                        NamespaceEndpoints.name(exchange),
                        engine.listObjects(exchange.caller(), NamespaceEndpoints.name(exchange))));
    }

    private WireResponse createObject(Exchange exchange) throws IOException {
        MetadefObject given = MetadefBody.object(exchange.request(), true);
        return written(
                201, exchange, engine.createObject(exchange.caller(), NamespaceEndpoints.name(exchange), given), false);
    }

    private WireResponse object(Exchange exchange) {
        return written(
                200,
                exchange,
                engine.getObject(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange)),
                true);
    }

    private WireResponse updateObject(Exchange exchange) throws IOException {
        MetadefObject given = MetadefBody.object(exchange.request(), false);
        return written(
                200,
                exchange,
                engine.updateObject(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange), given),
                false);
    }

    private static WireResponse written(int status, Exchange exchange, MetadefObject object, boolean whole) {
        return WireResponse.json(status, MetadefWriter.object(NamespaceEndpoints.name(exchange), object, whole));
    }

    private WireResponse deleteObject(Exchange exchange) {
        engine.deleteObject(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange));
        return WireResponse.empty(204);
    }

    private WireResponse deleteObjects(Exchange exchange) {
        engine.deleteObjects(exchange.caller(), NamespaceEndpoints.name(exchange));
        return WireResponse.empty(204);
    }

    private WireResponse properties(Exchange exchange) {
        return WireResponse.json(
                200,
                MetadefWriter.properties(engine.listProperties(exchange.caller(), NamespaceEndpoints.name(exchange))));
    }

    private WireResponse createProperty(Exchange exchange) throws IOException {
        MetadefProperty given = MetadefBody.property(exchange.request());
        return WireResponse.json(
                201,
                MetadefWriter.property(
                        engine.createProperty(exchange.caller(), NamespaceEndpoints.name(exchange), given)));
    }

    private WireResponse property(Exchange exchange) {
        String type = new MetadefQuery(exchange.target().parameters())
                .value("resource_type")
                .orElse(null);
        MetadefProperty property = type == null
                ? engine.getProperty(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange))
                : engine.getProperty(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange), type);
        return WireResponse.json(200, MetadefWriter.property(property));
    }

    private WireResponse updateProperty(Exchange exchange) throws IOException {
        MetadefProperty given = MetadefBody.property(exchange.request());
        return WireResponse.json(
                200,
                MetadefWriter.property(engine.updateProperty(
                        exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange), given)));
    }

    private WireResponse deleteProperty(Exchange exchange) {
        engine.deleteProperty(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange));
        return WireResponse.empty(204);
    }

    private WireResponse deleteProperties(Exchange exchange) {
        engine.deleteProperties(exchange.caller(), NamespaceEndpoints.name(exchange));
        return WireResponse.empty(204);
    }

    private WireResponse tags(Exchange exchange) {
        MetadefQuery query = new MetadefQuery(exchange.target().parameters());
        query.checkTags();
        return WireResponse.json(
                200,
                MetadefWriter.tags(query.tags(engine.listTags(exchange.caller(), NamespaceEndpoints.name(exchange)))));
    }

    private WireResponse createTags(Exchange exchange) throws IOException {
        List<String> names = MetadefBody.tags(exchange.request());
        boolean append = exchange.request()
                .header("X-OpenStack-Append")
                .filter(word -> TRUE.contains(word.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
        return WireResponse.json(
                201,
                MetadefWriter.tags(
                        append
                                ? engine.addTags(exchange.caller(), NamespaceEndpoints.name(exchange), names)
                                : engine.replaceTags(exchange.caller(), NamespaceEndpoints.name(exchange), names)));
    }

    private WireResponse tag(Exchange exchange) {
        return WireResponse.json(
                200,
                MetadefWriter.tag(
                        engine.getTag(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange))));
    }

    private WireResponse createTag(Exchange exchange) {
        return WireResponse.json(
                201,
                MetadefWriter.tag(
                        engine.createTag(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange))));
    }

    private WireResponse updateTag(Exchange exchange) throws IOException {
        String name = MetadefBody.tag(exchange.request());
        return WireResponse.json(
                200,
                MetadefWriter.tag(engine.renameTag(
                        exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange), name)));
    }

    private WireResponse deleteTag(Exchange exchange) {
        engine.deleteTag(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange));
        return WireResponse.empty(204);
    }

    private WireResponse deleteTags(Exchange exchange) {
        engine.deleteTags(exchange.caller(), NamespaceEndpoints.name(exchange));
        return WireResponse.empty(204);
    }

    private WireResponse resourceTypes(Exchange exchange) {
        return WireResponse.json(200, MetadefWriter.resourceTypes(engine.listResourceTypes(exchange.caller())));
    }

    private WireResponse associations(Exchange exchange) {
        return WireResponse.json(
                200,
                MetadefWriter.associations(
                        engine.listAssociations(exchange.caller(), NamespaceEndpoints.name(exchange))));
    }

    private WireResponse associate(Exchange exchange) throws IOException {
        ResourceTypeAssociation given = MetadefBody.association(exchange.request());
        return WireResponse.json(
                201,
                MetadefWriter.association(
                        engine.associate(exchange.caller(), NamespaceEndpoints.name(exchange), given)));
    }

    private WireResponse dissociate(Exchange exchange) {
        engine.dissociate(exchange.caller(), NamespaceEndpoints.name(exchange), second(exchange));
        return WireResponse.empty(204);
    }
}
