package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.MetadefFacts;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Operation;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/** The operations on the properties of namespaces. Source: {@code glance/api/v2/metadef_properties.py}, 25.1.0. */
final class PropertyCalls extends ContentCalls<MetadefProperty> {

    PropertyCalls(Catalog catalog) {
        super(
                catalog,
                new Operations(
                        Operation.CREATE_METADEF_PROPERTY,
                        Operation.GET_METADEF_PROPERTY,
                        Operation.LIST_METADEF_PROPERTIES,
                        Operation.UPDATE_METADEF_PROPERTY,
                        Operation.DELETE_METADEF_PROPERTY,
                        Operation.DELETE_METADEF_PROPERTIES));
    }

    /** Returns a property by what it is called on a type of resource, under its own name. */
    MetadefProperty get(Caller caller, NamespaceName namespace, String name, String resourceType) {
        return catalog().atomically(() -> {
            NamespaceRecord record = catalog().find(namespace);
            // That the name itself is there says nothing yet.
            catalog()
                    .require(
                            MetadefRequest.of(Operation.GET_METADEF_PROPERTY, namespace, name),
                            new MetadefFacts(record == null ? null : record.facts(), true, false),
                            caller);
            ResourceTypeAssociation association =
                    record == null ? null : record.associations().get(resourceType);
            String prefix = association == null ? null : association.prefix();
            if (prefix == null || prefix.isEmpty() || !name.startsWith(prefix)) {
                throw notCalledSo(namespace, name, resourceType, association);
            }
            String own = name.substring(prefix.length());
            return taken(permitted(MetadefRequest.of(Operation.GET_METADEF_PROPERTY, namespace, own), caller), own);
        });
    }

    private RuntimeException notCalledSo(
            NamespaceName namespace, String name, String resourceType, @Nullable ResourceTypeAssociation association) {
        String text;
        if (association != null) {
            String prefix = association.prefix() == null ? "None" : association.prefix();
            text = "Property " + name + " does not start with the expected resource type association prefix of '"
                    + prefix + "'.";
        } else if (catalog().hasResourceType(resourceType)) {
            text = "The metadata definition resource-type association of resource-type=" + resourceType
                    + " to namespace=" + namespace + ", was not found.";
        } else {
            text = "The metadata definition resource-type with name=" + resourceType + ", was not found.";
        }
        return catalog()
                .law()
                .refusal(
                        Operation.GET_METADEF_PROPERTY,
                        namespace,
                        name,
                        Refusal.NOT_FOUND,
                        Rule.METADEF_NOT_FOUND,
                        "no property of namespace " + namespace + " is called " + name + " on a resource of type "
                                + resourceType,
                        text);
    }

    @Override
    Map<String, MetadefProperty> shelf(NamespaceRecord namespace) {
        return namespace.properties();
    }

    @Override
    String nameOf(MetadefProperty value) {
        return value.name();
    }

    @Override
    MetadefProperty checked(MetadefForm form, MetadefProperty given) {
        return form.checked(given);
    }

    @Override
    void refuseWide(MetadefForm form, MetadefProperty given) {
        form.refuseWide(given);
    }

    @Override
    MetadefProperty made(MetadefProperty given) {
        return given;
    }

    @Override
    MetadefProperty changed(MetadefProperty before, MetadefProperty given, Instant now) {
        return given;
    }

    @Override
    MetadefProperty answered(MetadefProperty before, MetadefProperty given) {
        return given;
    }
}
