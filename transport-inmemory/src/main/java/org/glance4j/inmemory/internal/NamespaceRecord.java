package org.glance4j.inmemory.internal;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.glance4j.lifecycle.MetadefFacts;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/**
 * One namespace: its own values, and what it holds by name: objects and properties as the service's database reads them along its
 * index of namespace and name ({@code glance/db/sqlalchemy/models_metadef.py}, 25.1.0), the rest oldest first. Guarded by the
 * cloud's lock.
 */
final class NamespaceRecord {
    private final Map<String, MetadefObject> objects = new TreeMap<>();
    private final Map<String, MetadefProperty> properties = new TreeMap<>();
    private final Map<String, MetadefTag> tags = new LinkedHashMap<>();
    private final Map<String, ResourceTypeAssociation> associations = new LinkedHashMap<>();
    private Namespace values;

    NamespaceRecord(Namespace values) {
        this.values = values;
    }

    /** Returns the namespace without what it holds. */
    Namespace values() {
        return values;
    }

    void change(Namespace changed) {
        values = changed;
    }

    Map<String, MetadefObject> objects() {
        return objects;
    }

    Map<String, MetadefProperty> properties() {
        return properties;
    }

    Map<String, MetadefTag> tags() {
        return tags;
    }

    Map<String, ResourceTypeAssociation> associations() {
        return associations;
    }

    MetadefFacts.NamespaceFacts facts() {
        return new MetadefFacts.NamespaceFacts(
                values.owner(), values.visibility() == Visibility.PUBLIC, values.isProtected());
    }

    /** Returns the tags as lists show them: newest first, by name alone. */
    List<MetadefTag> listedTags() {
        List<MetadefTag> listed = new ArrayList<>();
        tags.keySet().forEach(name -> listed.add(MetadefTag.of(name)));
        Collections.reverse(listed);
        return listed;
    }

    /** Returns the namespace as lists show it. */
    Namespace listed() {
        Namespace.Builder builder = values.toBuilder();
        associations.values().forEach(builder::resourceType);
        return builder.build();
    }

    /** Returns the namespace with all that it holds. */
    Namespace whole() {
        Namespace.Builder builder = listed().toBuilder();
        properties.values().forEach(builder::property);
        objects.values().forEach(builder::object);
        listedTags().forEach(builder::tag);
        return builder.build();
    }

    /** Puts a value in the place of one that may have another name; where the order is that of making, it stays. */
    static <T> void replace(Map<String, T> map, String name, String newName, T value) {
        Map<String, T> changed = new LinkedHashMap<>();
        map.forEach((key, old) -> changed.put(key.equals(name) ? newName : key, key.equals(name) ? value : old));
        map.clear();
        map.putAll(changed);
    }
}
