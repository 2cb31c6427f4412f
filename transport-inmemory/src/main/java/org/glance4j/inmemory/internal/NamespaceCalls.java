package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.MetadefFacts;
import org.glance4j.lifecycle.MetadefLaw;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Operation;
import org.glance4j.model.SortDirection;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.NamespaceSortKey;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/** The operations on namespaces. Source: {@code glance/api/v2/metadef_namespaces.py}, 25.1.0. */
final class NamespaceCalls {
    private static final int DEFAULT_LIMIT = 25;
    private static final int LARGEST_LIMIT = 1000;

    private final Catalog catalog;

    NamespaceCalls(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Makes a namespace with what it is to hold. The answer shows that as it was sent, without times. */
    Namespace create(Caller caller, Namespace given) {
        MetadefForm form = new MetadefForm(catalog.law(), Operation.CREATE_NAMESPACE, given.name(), null);
        Namespace checked = form.checked(given);
        return catalog.atomically(() -> {
            MetadefRequest request = MetadefRequest.of(Operation.CREATE_NAMESPACE, given.name());
            catalog.require(request, new MetadefFacts(null, false, false), caller);
            form.refuseWide(checked);
            catalog.require(request, new MetadefFacts(null, catalog.find(given.name()) != null, false), caller);
            refuseRepeated(checked, caller);
            Instant now = catalog.now();
            Namespace values =
                    complete(checked, caller).createdAt(now).updatedAt(now).build();
            NamespaceRecord added =
                    new NamespaceRecord(values.toBuilderWithoutContents().build());
            fill(added, values, now);
            catalog.add(added);
            return values;
        });
    }

    private static Namespace.Builder complete(Namespace given, Caller caller) {
        Namespace.Builder values = given.toBuilder();
        if (given.visibilityWord() == null) {
            values.visibilityWord("private");
        }
        return given.owner() == null ? values.owner(caller.project()) : values;
    }

    private void fill(NamespaceRecord added, Namespace values, Instant now) {
        for (ResourceTypeAssociation association : values.resourceTypeAssociations()) {
            catalog.addResourceType(association.name(), now);
            added.associations()
                    .put(
                            association.name(),
                            new ResourceTypeAssociation(
                                    association.name(),
                                    association.prefix(),
                                    association.propertiesTarget(),
                                    now,
                                    now));
        }
        values.objects().forEach(object -> added.objects().put(object.name(), ObjectCalls.made(object, now)));
        values.tags().forEach(tag -> added.tags().put(tag.name(), TagCalls.made(tag.name(), now)));
        values.properties().forEach(property -> added.properties().put(property.name(), property));
    }

    private void refuseRepeated(Namespace given, Caller caller) {
        refuseRepeated(
                Operation.ADD_RESOURCE_TYPE_ASSOCIATION,
                given,
                given.resourceTypeAssociations().stream()
                        .map(ResourceTypeAssociation::name)
                        .toList(),
                caller);
        refuseRepeated(
                Operation.CREATE_METADEF_OBJECT,
                given,
                given.objects().stream().map(MetadefObject::name).toList(),
                caller);
        refuseRepeated(
                Operation.CREATE_METADEF_TAG,
                given,
                given.tags().stream().map(tag -> tag.name()).toList(),
                caller);
        refuseRepeated(
                Operation.CREATE_METADEF_PROPERTY,
                given,
                given.properties().stream().map(MetadefProperty::name).toList(),
                caller);
    }

    private void refuseRepeated(Operation operation, Namespace given, List<String> names, Caller caller) {
        Set<String> before = new HashSet<>();
        for (String name : names) {
            if (!before.add(name)) {
                MetadefFacts facts =
                        new MetadefFacts(new MetadefFacts.NamespaceFacts(caller.project(), false, false), true, false);
                MetadefLaw.decide(
                                MetadefRequest.of(operation, given.name(), name),
                                facts,
                                caller,
                                catalog.law().profile())
                        .orElseThrow(no -> catalog.law().refused(Operation.CREATE_NAMESPACE, given.name(), null, no));
            }
        }
    }

    /** Returns a namespace, its properties called what they are on a type of resource, if one is given. */
    Namespace get(Caller caller, NamespaceName name, @Nullable String resourceType) {
        return catalog.atomically(() -> {
            NamespaceRecord found = permitted(Operation.GET_NAMESPACE, caller, name);
            ResourceTypeAssociation association =
                    resourceType == null ? null : found.associations().get(resourceType);
            String prefix = association == null ? null : association.prefix();
            return prefix == null ? found.whole() : prefixed(found.whole(), text -> prefix + text);
        });
    }

    private static Namespace prefixed(Namespace namespace, UnaryOperator<String> naming) {
        Namespace.Builder prefixed = namespace.toBuilderWithoutContents();
        namespace.resourceTypeAssociations().forEach(prefixed::resourceType);
        namespace.tags().forEach(prefixed::tag);
        namespace.properties().forEach(property -> prefixed.property(property.named(naming.apply(property.name()))));
        for (MetadefObject object : namespace.objects()) {
            MetadefObject.Builder renamed = object.toBuilder()
                    .noProperties()
                    .required(object.required().stream().map(naming).toList());
            object.properties().forEach(property -> renamed.property(property.named(naming.apply(property.name()))));
            prefixed.object(renamed.build());
        }
        return prefixed.build();
    }

    /** Returns a page of the namespaces that the database gives out. */
    NamespacePage list(Caller caller, NamespaceQuery query) {
        Integer limit = query.limit();
        if (limit != null && limit < 0) {
            throw badQuery(Rule.PAGE_LIMIT_NEGATIVE, "limit param must be positive");
        }
        String visibility = query.visibilityWord();
        if (visibility != null && !visibility.equals("public") && !visibility.equals("private")) {
            throw badQuery(Rule.LIST_FILTER_UNKNOWN, "Invalid visibility value: " + visibility);
        }
        int most = limit == null ? DEFAULT_LIMIT : Math.min(limit, LARGEST_LIMIT);
        return catalog.atomically(() -> {
            catalog.require(MetadefRequest.of(Operation.LIST_NAMESPACES, query.marker()), caller);
            List<Namespace> page = page(ordered(query), caller, query, most);
            boolean full = !page.isEmpty() && page.size() == most;
            return new NamespacePage(
                    page,
                    full ? Optional.of(query.after(page.get(page.size() - 1).name())) : Optional.empty());
        });
    }

    private RuntimeException badQuery(Rule rule, String serviceText) {
        return catalog.law()
                .refusal(
                        Operation.LIST_NAMESPACES,
                        (NamespaceName) null,
                        null,
                        Refusal.BAD_REQUEST,
                        rule,
                        "the query is not one that the service takes",
                        serviceText);
    }

    private List<NamespaceRecord> ordered(NamespaceQuery query) {
        List<NamespaceRecord> ordered = new ArrayList<>(catalog.namespaces());
        if (query.sortKey() == NamespaceSortKey.NAMESPACE) {
            ordered.sort(Comparator.comparing(record -> record.values().name().value()));
        }
        if (query.sortDirection() != SortDirection.ASCENDING) {
            java.util.Collections.reverse(ordered);
        }
        return ordered;
    }

    private static List<Namespace> page(List<NamespaceRecord> ordered, Caller caller, NamespaceQuery query, int most) {
        List<Namespace> page = new ArrayList<>();
        boolean begun = query.marker() == null;
        for (NamespaceRecord record : ordered) {
            if (begun && page.size() < most && matches(record, caller, query)) {
                page.add(record.listed());
            }
            begun |= record.values().name().equals(query.marker());
        }
        return page;
    }

    /** Unlike one namespace, a list leaves those out that have no owner and are private. */
    private static boolean matches(NamespaceRecord record, Caller caller, NamespaceQuery query) {
        return MetadefLaw.isFound(record.facts(), caller)
                && (query.visibilityWord() == null
                        || query.visibilityWord().equals(record.values().visibilityWord()))
                && (query.resourceTypes().isEmpty()
                        || query.resourceTypes().stream().anyMatch(record.associations()::containsKey));
    }

    /** Puts other values in the place of all. The answer shows the time of the change before. */
    Namespace update(Caller caller, NamespaceName name, Namespace given) {
        MetadefForm form = new MetadefForm(catalog.law(), Operation.UPDATE_NAMESPACE, name, null);
        Namespace checked = form.checked(given).toBuilderWithoutContents().build();
        return catalog.atomically(() -> {
            MetadefRequest request = MetadefRequest.of(Operation.UPDATE_NAMESPACE, name)
                    .giving(given.name().value());
            NamespaceRecord found = permitted(Operation.UPDATE_NAMESPACE, caller, name);
            form.refuseWide(checked);
            boolean taken = request.newName() != null && catalog.find(given.name()) != null;
            catalog.require(request, new MetadefFacts(found.facts(), true, taken), caller);
            Namespace before = found.values();
            Namespace answer = complete(checked, caller)
                    .createdAt(before.createdAt())
                    .updatedAt(before.updatedAt())
                    .build();
            found.change(answer.toBuilder().updatedAt(catalog.now()).build());
            catalog.rename(name, found);
            return answer;
        });
    }

    void delete(Caller caller, NamespaceName name) {
        catalog.run(() -> {
            permitted(Operation.DELETE_NAMESPACE, caller, name);
            catalog.remove(name);
        });
    }

    private NamespaceRecord permitted(Operation operation, Caller caller, NamespaceName name) {
        return catalog.permitted(MetadefRequest.of(operation, name), NamespaceRecord::objects, caller);
    }
}
