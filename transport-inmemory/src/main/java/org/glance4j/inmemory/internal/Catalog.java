package org.glance4j.inmemory.internal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.MetadefFacts;
import org.glance4j.lifecycle.MetadefLaw;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.jspecify.annotations.Nullable;

/** The namespaces of one cloud and the types of resources that any was for, oldest first. Guarded by the cloud's lock. */
final class Catalog {
    private final Cloud cloud;
    private final Law law;
    private final Map<NamespaceName, NamespaceRecord> byName = new LinkedHashMap<>();
    private final Map<String, ResourceType> resourceTypes = new LinkedHashMap<>();

    Catalog(Cloud cloud, Law law) {
        this.cloud = cloud;
        this.law = law;
    }

    /** Runs one operation, atomically with regard to all others of the cloud. */
    <T> T atomically(Supplier<T> operation) {
        return cloud.atomically(operation);
    }

    void run(Runnable operation) {
        cloud.run(operation);
    }

    /** Returns the time as the service shows it. */
    Instant now() {
        return Cloud.shown(cloud.now());
    }

    Law law() {
        return law;
    }

    @Nullable
    NamespaceRecord find(@Nullable NamespaceName name) {
        return name == null ? null : byName.get(name);
    }

    Collection<NamespaceRecord> namespaces() {
        return byName.values();
    }

    List<ResourceType> resourceTypes() {
        return new ArrayList<>(resourceTypes.values());
    }

    boolean hasResourceType(String name) {
        return resourceTypes.containsKey(name);
    }

    void addResourceType(String name, Instant now) {
        resourceTypes.putIfAbsent(name, new ResourceType(name, now, now));
    }

    void add(NamespaceRecord added) {
        byName.put(added.values().name(), added);
    }

    void rename(NamespaceName name, NamespaceRecord renamed) {
        Map<NamespaceName, NamespaceRecord> changed = new LinkedHashMap<>();
        byName.forEach(
                (key, record) -> changed.put(key.equals(name) ? renamed.values().name() : key, record));
        byName.clear();
        byName.putAll(changed);
    }

    void remove(NamespaceName name) {
        byName.remove(name);
    }

    /** Returns if the service does what is asked, as far as nothing in the namespace matters. */
    void require(MetadefRequest request, Caller caller) {
        NamespaceRecord namespace = find(request.namespace());
        require(request, new MetadefFacts(namespace == null ? null : namespace.facts(), false, false), caller);
    }

    void require(MetadefRequest request, MetadefFacts facts, Caller caller) {
        MetadefLaw.decide(request, facts, caller, law.profile())
                .orElseThrow(no -> law.refused(request.operation(), request.namespace(), request.name(), no));
    }

    /**
     * Returns the namespace if the service does what is asked with what it holds.
     *
     * @param shelf where in it the request looks
     */
    NamespaceRecord permitted(MetadefRequest request, Function<NamespaceRecord, Map<String, ?>> shelf, Caller caller) {
        NamespaceRecord namespace = find(request.namespace());
        if (namespace == null) {
            require(request, new MetadefFacts(null, false, false), caller);
        }
        NamespaceRecord found =
                requireNonNull(namespace, "a request was let through for a namespace that is not there");
        Map<String, ?> there = shelf.apply(found);
        require(
                request,
                new MetadefFacts(
                        found.facts(),
                        request.name() != null && there.containsKey(request.name()),
                        request.newName() != null && there.containsKey(request.newName())),
                caller);
        return found;
    }
}
