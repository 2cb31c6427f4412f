package org.glance4j.internal;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import org.glance4j.error.Failure;
import org.glance4j.model.Operation;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before anything is sent, what of a request about the catalog of metadata definitions no path or body can carry. A name
 * that is to be given must be one that can be addressed: Glance takes names with slashes, beyond ASCII, and of no characters, and then answers at no path for
 * them, so that what was made could not be removed. Source: {@code glance/api/v2/router.py}, 25.1.0.
 */
public final class MetadefChecks {
    private MetadefChecks() {}

    /**
     * Returns what is known of a call, if a path can carry the namespace.
     *
     * @param operation what is about to be sent
     * @param namespace the namespace
     * @return a builder of the failure that the call may come to
     */
    public static Failure.Builder addressable(Operation operation, NamespaceName namespace) {
        requireNonNull(namespace, "namespace");
        Failure.Builder failure = Failure.of(operation).namespace(namespace);
        requireSegment(failure, "the namespace", namespace.value());
        return failure;
    }

    /**
     * Returns what is known of a call, if a path can carry the namespace and the name.
     *
     * @param operation what is about to be sent
     * @param namespace the namespace
     * @param name the name of what is in it
     * @return a builder of the failure that the call may come to
     */
    public static Failure.Builder addressable(Operation operation, NamespaceName namespace, String name) {
        requireNonNull(name, "name");
        Failure.Builder failure = addressable(operation, namespace).name(name);
        requireSegment(failure, "the name", name);
        return failure;
    }

    /**
     * Refuses a namespace that a body cannot carry, or that could not be addressed.
     *
     * @param failure what is known of the call
     * @param namespace the namespace to make, or the values for one
     */
    public static void encodable(Failure.Builder failure, Namespace namespace) {
        requireSegment(failure, "the namespace's name", namespace.name().value());
        if (namespace.visibility() == Visibility.UNRECOGNIZED) {
            throw RequestChecks.refused(failure, "a visibility that this library does not know cannot be sent");
        }
        requireUnicode(failure, "the display name", namespace.displayName());
        requireUnicode(failure, "the description", namespace.description());
        namespace.properties().forEach(property -> encodable(failure, property));
        namespace.objects().forEach(object -> encodable(failure, object));
        namespace.tags().forEach(tag -> requireSegment(failure, "a tag", tag.name()));
        namespace.resourceTypeAssociations().forEach(association -> encodable(failure, association));
    }

    /**
     * Refuses the values for a namespace that come with what it is to hold: the service takes and forgets it.
     *
     * @param failure what is known of the call
     * @param namespace the values
     */
    public static void withoutContents(Failure.Builder failure, Namespace namespace) {
        if (namespace.hasContents()) {
            throw RequestChecks.refused(
                    failure, "an update takes nothing of what a namespace holds, which is changed on its own");
        }
    }

    /**
     * Refuses an object that a body cannot carry, or that could not be addressed.
     *
     * @param failure what is known of the call
     * @param object the object
     */
    public static void encodable(Failure.Builder failure, MetadefObject object) {
        requireSegment(failure, "the object's name", object.name());
        requireUnicode(failure, "the description", object.description());
        object.required().forEach(name -> requireUnicode(failure, "a required name", name));
        object.properties().forEach(property -> {
            requireUnicode(failure, "a property's name", property.name());
            requireUnicode(failure, "the property " + property.name(), property.schema());
        });
    }

    /**
     * Refuses a property that a body cannot carry, or that could not be addressed.
     *
     * @param failure what is known of the call
     * @param property the property
     */
    public static void encodable(Failure.Builder failure, MetadefProperty property) {
        requireSegment(failure, "the property's name", property.name());
        requireUnicode(failure, "the property " + property.name(), property.schema());
    }

    /**
     * Refuses tags that could not be addressed.
     *
     * @param failure what is known of the call
     * @param names the tags
     */
    public static void encodable(Failure.Builder failure, List<String> names) {
        names.forEach(name -> requireSegment(failure, "a tag", requireNonNull(name, "name")));
    }

    /**
     * Refuses an association that a body cannot carry, or that could not be addressed.
     *
     * @param failure what is known of the call
     * @param association the association
     */
    public static void encodable(Failure.Builder failure, ResourceTypeAssociation association) {
        requireSegment(failure, "the resource type", association.name());
        requireUnicode(failure, "the prefix", association.prefix());
        requireUnicode(failure, "the target", association.propertiesTarget());
    }

    /**
     * Returns the query if a URL can carry it: a resource type or marker of no characters would be as if it were not asked for.
     *
     * @param query which namespaces
     * @return the query
     */
    public static NamespaceQuery encodable(NamespaceQuery query) {
        requireNonNull(query, "query");
        Failure.Builder failure = Failure.of(Operation.LIST_NAMESPACES);
        query.resourceTypes().forEach(type -> RequestChecks.requireText(failure, "a resource type", type));
        NamespaceName marker = query.marker();
        RequestChecks.requireText(failure, "the marker", marker == null ? null : marker.value());
        return query;
    }

    /**
     * Refuses a type of resource that a query cannot carry.
     *
     * @param failure what is known of the call
     * @param resourceType the type's name
     */
    public static void encodable(Failure.Builder failure, String resourceType) {
        RequestChecks.requireText(failure, "the resource type", requireNonNull(resourceType, "resourceType"));
    }

    private static void requireSegment(Failure.Builder failure, String what, String text) {
        String problem = RequestChecks.segmentProblem(text);
        if (problem != null) {
            throw RequestChecks.refused(failure, what + " " + problem);
        }
    }

    private static void requireUnicode(Failure.Builder failure, String what, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> {
                RequestChecks.requireUnicode(failure, what, key);
                requireUnicode(failure, what, inner);
            });
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> requireUnicode(failure, what, inner));
        } else {
            RequestChecks.requireUnicode(failure, what, value);
        }
    }
}
