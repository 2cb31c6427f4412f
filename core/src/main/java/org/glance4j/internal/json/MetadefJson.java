package org.glance4j.internal.json;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the service answers of the catalog of metadata definitions. A field that is not known is kept where the record has a
 * place for it, and passed over elsewhere. Source: {@code glance/api/v2/model/metadef_*.py}, 25.1.0.
 */
public final class MetadefJson {
    static final String ASSOCIATIONS = "resource_type_associations";
    static final String PROPERTIES = "properties";
    static final String OBJECTS = "objects";
    static final String TAGS = "tags";

    private MetadefJson() {}

    /**
     * Returns the namespace in a document.
     *
     * @param document the document
     * @return the namespace
     * @throws WireFormatException if the document is not a namespace
     */
    public static Namespace readNamespace(byte[] document) {
        return namespace(whole(document, "namespace"));
    }

    /**
     * Returns the page of namespaces in a document.
     *
     * @param document the document
     * @return the page
     * @throws WireFormatException if the document is not a page of namespaces
     */
    public static NamespacesPage readNamespaces(byte[] document) {
        Tree tree = whole(document, "namespaces page");
        return new NamespacesPage(tree.requiredList("namespaces", MetadefJson::namespace), tree.has("next"));
    }

    /**
     * Returns the object in a document.
     *
     * @param document the document
     * @return the object
     * @throws WireFormatException if the document is not an object of a namespace
     */
    public static MetadefObject readObject(byte[] document) {
        return object(whole(document, "object"));
    }

    /**
     * Returns the objects in a document.
     *
     * @param document the document
     * @return the objects in the order of the answer
     * @throws WireFormatException if the document is not a list of objects
     */
    public static List<MetadefObject> readObjects(byte[] document) {
        return list(document, OBJECTS, MetadefJson::object);
    }

    /**
     * Returns the property in a document.
     *
     * @param document the document
     * @return the property
     * @throws WireFormatException if the document is not a property with its name
     */
    public static MetadefProperty readProperty(byte[] document) {
        Tree tree = whole(document, "property");
        return new MetadefProperty(tree.requiredText("name"), tree.rest());
    }

    /**
     * Returns the properties in a document.
     *
     * @param document the document
     * @return the properties in the order of the answer
     * @throws WireFormatException if the document is not a list of properties
     */
    public static List<MetadefProperty> readProperties(byte[] document) {
        Tree tree = whole(document, "list of properties");
        if (!tree.has(PROPERTIES)) {
            throw new WireFormatException("the field " + PROPERTIES + " is missing");
        }
        return properties(tree.object(PROPERTIES));
    }

    /**
     * Returns the tag in a document.
     *
     * @param document the document
     * @return the tag
     * @throws WireFormatException if the document is not a tag
     */
    public static MetadefTag readTag(byte[] document) {
        return tag(whole(document, "tag"));
    }

    /**
     * Returns the tags in a document.
     *
     * @param document the document
     * @return the tags in the order of the answer
     * @throws WireFormatException if the document is not a list of tags
     */
    public static List<MetadefTag> readTags(byte[] document) {
        return list(document, TAGS, MetadefJson::tag);
    }

    /**
     * Returns the types of resources in a document.
     *
     * @param document the document
     * @return the types in the order of the answer
     * @throws WireFormatException if the document is not a list of types
     */
    public static List<ResourceType> readResourceTypes(byte[] document) {
        return list(document, "resource_types", value -> {
            Tree tree = Tree.of(value, "resource type");
            return new ResourceType(tree.requiredText("name"), tree.time("created_at"), tree.time("updated_at"));
        });
    }

    /**
     * Returns the association in a document.
     *
     * @param document the document
     * @return the association
     * @throws WireFormatException if the document is not an association
     */
    public static ResourceTypeAssociation readAssociation(byte[] document) {
        return association(whole(document, "resource type association"));
    }

    /**
     * Returns the associations in a document.
     *
     * @param document the document
     * @return the associations in the order of the answer
     * @throws WireFormatException if the document is not a list of associations
     */
    public static List<ResourceTypeAssociation> readAssociations(byte[] document) {
        return list(document, ASSOCIATIONS, MetadefJson::association);
    }

    private static Tree whole(byte[] document, String what) {
        return Json.read(document, parser -> Tree.of(Fields.any(parser), what));
    }

    private static <T> List<T> list(byte[] document, String field, Function<@Nullable Object, T> element) {
        return List.copyOf(whole(document, "list of " + field).requiredList(field, element));
    }

    private static Namespace namespace(@Nullable Object value) {
        return namespace(Tree.of(value, "namespace"));
    }

    private static Namespace namespace(Tree tree) {
        tree.withoutLinks();
        String owner = tree.has("owner") ? tree.text("owner") : null;
        return new Namespace(
                NamespaceName.of(tree.requiredText("namespace")),
                tree.text("display_name"),
                tree.text("description"),
                tree.text("visibility"),
                tree.flag("protected"),
                owner == null ? null : ProjectId.of(owner),
                tree.time("created_at"),
                tree.time("updated_at"),
                tree.list(ASSOCIATIONS, MetadefJson::association),
                properties(tree.object(PROPERTIES)),
                tree.list(OBJECTS, MetadefJson::object),
                tree.list(TAGS, MetadefJson::tag),
                tree.rest());
    }

    private static MetadefObject object(@Nullable Object value) {
        return object(Tree.of(value, "object"));
    }

    private static MetadefObject object(Tree tree) {
        tree.withoutLinks();
        return new MetadefObject(
                tree.requiredText("name"),
                tree.text("description"),
                tree.list("required", MetadefJson::element),
                properties(tree.object(PROPERTIES)),
                tree.time("created_at"),
                tree.time("updated_at"),
                tree.rest());
    }

    private static String element(@Nullable Object value) {
        if (!(value instanceof String text)) {
            throw new WireFormatException("an element of the field required is not a string");
        }
        return text;
    }

    /** A property of a collection has its name for a key, and may have one inside that is left aside. */
    private static List<MetadefProperty> properties(Map<String, @Nullable Object> byName) {
        List<MetadefProperty> properties = new ArrayList<>(byName.size());
        byName.forEach((name, value) -> {
            Tree tree = Tree.of(value, "property");
            tree.rest().remove("name");
            properties.add(new MetadefProperty(name, tree.rest()));
        });
        return properties;
    }

    private static MetadefTag tag(@Nullable Object value) {
        return tag(Tree.of(value, "tag"));
    }

    private static MetadefTag tag(Tree tree) {
        return new MetadefTag(tree.requiredText("name"), tree.time("created_at"), tree.time("updated_at"));
    }

    private static ResourceTypeAssociation association(@Nullable Object value) {
        return association(Tree.of(value, "resource type association"));
    }

    private static ResourceTypeAssociation association(Tree tree) {
        return new ResourceTypeAssociation(
                tree.requiredText("name"),
                tree.text("prefix"),
                tree.text("properties_target"),
                tree.time("created_at"),
                tree.time("updated_at"));
    }
}
