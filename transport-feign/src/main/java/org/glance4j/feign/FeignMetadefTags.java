package org.glance4j.feign;

import static org.glance4j.feign.MetadefCalls.encoded;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.glance4j.error.Failure;
import org.glance4j.feign.call.Exchange;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.MetadefChecks;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefTagOperations;
import org.jspecify.annotations.Nullable;

/** The tags of namespaces over HTTP. Safe for use by several threads. */
record FeignMetadefTags(MetadefCalls calls, MetadefTagsApi api) implements MetadefTagOperations {

    @Override
    public MetadefTag create(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.CREATE_METADEF_TAG, namespace, name);
        return calls.change(
                MetadefRequest.of(Operation.CREATE_METADEF_TAG, namespace, name),
                attempt -> api.create(encoded(namespace), PathSegments.encode(name), attempt),
                MetadefRequest.of(Operation.GET_METADEF_TAG, namespace, name),
                attempt -> api.get(encoded(namespace), PathSegments.encode(name), attempt),
                found -> null);
    }

    @Override
    public List<MetadefTag> addAll(NamespaceName namespace, List<String> names) {
        return many(
                Operation.ADD_METADEF_TAGS,
                namespace,
                names,
                attempt -> api.addAll(encoded(namespace), MetadefTags.of(names), attempt),
                found -> found.containsAll(names) ? null : "some of the tags are found missing");
    }

    @Override
    public List<MetadefTag> replaceAll(NamespaceName namespace, List<String> names) {
        return many(
                Operation.REPLACE_METADEF_TAGS,
                namespace,
                names,
                attempt -> api.replaceAll(encoded(namespace), MetadefTags.of(names), attempt),
                // For no names the service changes nothing, so whatever is there will do.
                found -> names.isEmpty() || found.equals(Set.copyOf(names)) ? null : "other tags are found");
    }

    private List<MetadefTag> many(
            Operation operation,
            NamespaceName namespace,
            List<String> names,
            Exchange<List<MetadefTag>> exchange,
            Function<Set<String>, @Nullable String> surprise) {
        Failure.Builder failure = MetadefChecks.addressable(operation, namespace);
        MetadefChecks.encodable(failure, names);
        List<MetadefTag> tags = calls.change(
                MetadefRequest.of(operation, namespace),
                exchange,
                MetadefRequest.of(Operation.LIST_METADEF_TAGS, namespace),
                attempt -> api.list(encoded(namespace), attempt),
                found -> surprise.apply(
                        new HashSet<>(found.stream().map(MetadefTag::name).toList())));
        // What was looked for shows all tags in the service's own order: the answer is about those that were named.
        return tags.stream().map(MetadefTag::name).toList().equals(names)
                ? tags
                : MetadefTags.of(names).tags();
    }

    @Override
    public MetadefTag get(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.GET_METADEF_TAG, namespace, name);
        return calls.run(
                MetadefRequest.of(Operation.GET_METADEF_TAG, namespace, name),
                attempt -> api.get(encoded(namespace), PathSegments.encode(name), attempt));
    }

    @Override
    public List<MetadefTag> list(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.LIST_METADEF_TAGS, namespace);
        return calls.run(
                MetadefRequest.of(Operation.LIST_METADEF_TAGS, namespace),
                attempt -> api.list(encoded(namespace), attempt));
    }

    @Override
    public MetadefTag rename(NamespaceName namespace, String name, String newName) {
        Failure.Builder failure = MetadefChecks.addressable(Operation.UPDATE_METADEF_TAG, namespace, name);
        MetadefChecks.encodable(failure, List.of(newName));
        return calls.change(
                MetadefRequest.of(Operation.UPDATE_METADEF_TAG, namespace, name).giving(newName),
                attempt -> api.rename(encoded(namespace), PathSegments.encode(name), MetadefTag.of(newName), attempt),
                MetadefRequest.of(Operation.LIST_METADEF_TAGS, namespace),
                attempt -> renamed(api.list(encoded(namespace), attempt), name, newName),
                found -> found.name().equals(newName) ? null : "tag " + name + " has the name that it had");
    }

    /** Returns the tag of the new name where the old one is gone; another may have had the new name all along. */
    private static MetadefTag renamed(List<MetadefTag> tags, String name, String newName) {
        boolean isThere = tags.stream().anyMatch(tag -> tag.name().equals(name));
        return tags.stream()
                .filter(tag -> tag.name().equals(newName) && (!isThere || name.equals(newName)))
                .findFirst()
                .orElseGet(() -> MetadefTag.of(name));
    }

    @Override
    public void delete(NamespaceName namespace, String name) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_METADEF_TAG, namespace, name);
        calls.execute(
                MetadefRequest.of(Operation.DELETE_METADEF_TAG, namespace, name),
                attempt -> api.delete(encoded(namespace), PathSegments.encode(name), attempt));
    }

    @Override
    public void deleteAll(NamespaceName namespace) {
        Failure.Builder unused = MetadefChecks.addressable(Operation.DELETE_METADEF_TAGS, namespace);
        calls.clear(
                MetadefRequest.of(Operation.DELETE_METADEF_TAGS, namespace),
                attempt -> api.deleteAll(encoded(namespace), attempt),
                MetadefRequest.of(Operation.LIST_METADEF_TAGS, namespace),
                attempt -> api.list(encoded(namespace), attempt));
    }
}
