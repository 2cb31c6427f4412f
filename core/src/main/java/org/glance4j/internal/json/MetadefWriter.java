package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.jspecify.annotations.Nullable;

/**
 * Writes the catalog of metadata definitions as the service does, in its order of keys and without what is not there. Source:
 * {@code glance/api/v2/model/metadef_*.py} and the serializers of {@code glance/api/v2/metadef_*.py}, 25.1.0.
 */
public final class MetadefWriter {
    private static final String ROOT = "/v2/metadefs/namespaces/";

    private MetadefWriter() {}

    /**
     * Returns a namespace as the service writes it.
     *
     * @param namespace the namespace
     * @return the document
     */
    public static byte[] namespace(Namespace namespace) {
        return Json.write(generator -> write(generator, namespace));
    }

    /**
     * Returns a page of namespaces as the service writes it.
     *
     * @param namespaces the page's namespaces
     * @param first the link to the first page
     * @param next the link to the following page; null where there is none
     * @return the document
     */
    public static byte[] namespaces(List<Namespace> namespaces, String first, @Nullable String next) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart("namespaces");
            for (Namespace namespace : namespaces) {
                write(generator, namespace);
            }
            generator.writeEndArray();
            text(generator, "next", next);
            text(generator, "schema", "/v2/schemas/metadefs/namespaces");
            text(generator, "first", first);
            generator.writeEndObject();
        });
    }

    /**
     * Returns an object as the service writes it.
     *
     * @param namespace its namespace
     * @param object the object
     * @param whole whether an absent list is written as an empty one, as the service does of what it has read back
     * @return the document
     */
    public static byte[] object(NamespaceName namespace, MetadefObject object, boolean whole) {
        return Json.write(generator -> write(generator, namespace, object, whole));
    }

    /**
     * Returns a list of objects as the service writes it.
     *
     * @param namespace their namespace
     * @param objects the objects
     * @return the document
     */
    public static byte[] objects(NamespaceName namespace, List<MetadefObject> objects) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(MetadefJson.OBJECTS);
            for (MetadefObject object : objects) {
                write(generator, namespace, object, true);
            }
            generator.writeEndArray();
            text(generator, "schema", "v2/schemas/metadefs/objects");
            generator.writeEndObject();
        });
    }

    /**
     * Returns a property as the service writes it, with its name.
     *
     * @param property the property
     * @return the document
     */
    public static byte[] property(MetadefProperty property) {
        return Json.write(generator -> write(generator, property, true));
    }

    /**
     * Returns a list of properties as the service writes it.
     *
     * @param properties the properties
     * @return the document
     */
    public static byte[] properties(List<MetadefProperty> properties) {
        return Json.write(generator -> {
            generator.writeStartObject();
            writeProperties(generator, properties);
            generator.writeEndObject();
        });
    }

    /**
     * Returns a tag as the service writes it.
     *
     * @param tag the tag
     * @return the document
     */
    public static byte[] tag(MetadefTag tag) {
        return Json.write(generator -> write(generator, tag));
    }

    /**
     * Returns a list of tags as the service writes it, and takes it.
     *
     * @param tags the tags
     * @return the document
     */
    public static byte[] tags(List<MetadefTag> tags) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(MetadefJson.TAGS);
            for (MetadefTag tag : tags) {
                write(generator, MetadefTag.of(tag.name()));
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    /**
     * Returns a list of types of resources as the service writes it.
     *
     * @param types the types
     * @return the document
     */
    public static byte[] resourceTypes(List<ResourceType> types) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart("resource_types");
            for (ResourceType type : types) {
                generator.writeStartObject();
                text(generator, "name", type.name());
                times(generator, type.createdAt(), type.updatedAt());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    /**
     * Returns an association as the service writes it.
     *
     * @param association the association
     * @return the document
     */
    public static byte[] association(ResourceTypeAssociation association) {
        return Json.write(generator -> write(generator, association));
    }

    /**
     * Returns a list of associations as the service writes it.
     *
     * @param associations the associations
     * @return the document
     */
    public static byte[] associations(List<ResourceTypeAssociation> associations) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(MetadefJson.ASSOCIATIONS);
            for (ResourceTypeAssociation association : associations) {
                write(generator, association);
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    /**
     * Returns the body that makes or changes a namespace: without times and links, which the service refuses.
     *
     * @param namespace what to make
     * @return the document
     */
    public static byte[] newNamespace(Namespace namespace) {
        return Json.write(generator -> {
            generator.writeStartObject();
            fields(generator, namespace);
            if (!namespace.resourceTypeAssociations().isEmpty()) {
                generator.writeArrayFieldStart(MetadefJson.ASSOCIATIONS);
                for (ResourceTypeAssociation association : namespace.resourceTypeAssociations()) {
                    write(generator, timeless(association));
                }
                generator.writeEndArray();
            }
            if (!namespace.properties().isEmpty()) {
                writeProperties(generator, namespace.properties());
            }
            if (!namespace.objects().isEmpty()) {
                generator.writeArrayFieldStart(MetadefJson.OBJECTS);
                for (MetadefObject object : namespace.objects()) {
                    writeNew(generator, object);
                }
                generator.writeEndArray();
            }
            if (!namespace.tags().isEmpty()) {
                generator.writeArrayFieldStart(MetadefJson.TAGS);
                for (MetadefTag tag : namespace.tags()) {
                    write(generator, MetadefTag.of(tag.name()));
                }
                generator.writeEndArray();
            }
            generator.writeEndObject();
        });
    }

    /**
     * Returns the body that makes or changes an object.
     *
     * @param object what to make
     * @return the document
     */
    public static byte[] newObject(MetadefObject object) {
        return Json.write(generator -> writeNew(generator, object));
    }

    /**
     * Returns the body that makes an association.
     *
     * @param association what to make
     * @return the document
     */
    public static byte[] newAssociation(ResourceTypeAssociation association) {
        return Json.write(generator -> write(generator, timeless(association)));
    }

    private static ResourceTypeAssociation timeless(ResourceTypeAssociation association) {
        return new ResourceTypeAssociation(
                association.name(), association.prefix(), association.propertiesTarget(), null, null);
    }

    private static void write(JsonGenerator generator, Namespace namespace) throws IOException {
        generator.writeStartObject();
        fields(generator, namespace);
        times(generator, namespace.createdAt(), namespace.updatedAt());
        if (!namespace.resourceTypeAssociations().isEmpty()) {
            generator.writeArrayFieldStart(MetadefJson.ASSOCIATIONS);
            for (ResourceTypeAssociation association : namespace.resourceTypeAssociations()) {
                write(generator, association);
            }
            generator.writeEndArray();
        }
        if (!namespace.properties().isEmpty()) {
            writeProperties(generator, namespace.properties());
        }
        if (!namespace.objects().isEmpty()) {
            generator.writeArrayFieldStart(MetadefJson.OBJECTS);
            for (MetadefObject object : namespace.objects()) {
                if (object.createdAt() == null) {
                    writeNew(generator, object);
                } else {
                    write(generator, namespace.name(), object, true);
                }
            }
            generator.writeEndArray();
        }
        if (!namespace.tags().isEmpty()) {
            generator.writeArrayFieldStart(MetadefJson.TAGS);
            for (MetadefTag tag : namespace.tags()) {
                write(generator, tag);
            }
            generator.writeEndArray();
        }
        text(generator, "self", ROOT + namespace.name());
        text(generator, "schema", "/v2/schemas/metadefs/namespace");
        generator.writeEndObject();
    }

    private static void fields(JsonGenerator generator, Namespace namespace) throws IOException {
        text(generator, "namespace", namespace.name().value());
        text(generator, "display_name", namespace.displayName());
        text(generator, "description", namespace.description());
        text(generator, "visibility", namespace.visibilityWord());
        generator.writeBooleanField("protected", namespace.isProtected());
        text(
                generator,
                "owner",
                namespace.owner() == null ? null : namespace.owner().value());
    }

    private static void write(JsonGenerator generator, NamespaceName namespace, MetadefObject object, boolean whole)
            throws IOException {
        generator.writeStartObject();
        content(generator, object, whole);
        times(generator, object.createdAt(), object.updatedAt());
        text(generator, "self", ROOT + namespace + "/objects/" + object.name());
        text(generator, "schema", "/v2/schemas/metadefs/object");
        generator.writeEndObject();
    }

    private static void writeNew(JsonGenerator generator, MetadefObject object) throws IOException {
        generator.writeStartObject();
        content(generator, object, false);
        generator.writeEndObject();
    }

    private static void content(JsonGenerator generator, MetadefObject object, boolean whole) throws IOException {
        text(generator, "name", object.name());
        if (whole || !object.required().isEmpty()) {
            Fields.write(generator, "required", object.required());
        }
        text(generator, "description", object.description());
        if (whole || !object.properties().isEmpty()) {
            writeProperties(generator, object.properties());
        }
    }

    private static void writeProperties(JsonGenerator generator, List<MetadefProperty> properties) throws IOException {
        generator.writeObjectFieldStart(MetadefJson.PROPERTIES);
        for (MetadefProperty property : properties) {
            generator.writeFieldName(property.name());
            write(generator, property, false);
        }
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, MetadefProperty property, boolean named) throws IOException {
        generator.writeStartObject();
        if (named) {
            text(generator, "name", property.name());
        }
        for (Map.Entry<String, @Nullable Object> entry : property.schema().entrySet()) {
            Fields.write(generator, entry.getKey(), entry.getValue());
        }
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, MetadefTag tag) throws IOException {
        generator.writeStartObject();
        text(generator, "name", tag.name());
        times(generator, tag.createdAt(), tag.updatedAt());
        generator.writeEndObject();
    }

    private static void write(JsonGenerator generator, ResourceTypeAssociation association) throws IOException {
        generator.writeStartObject();
        text(generator, "name", association.name());
        text(generator, "prefix", association.prefix());
        text(generator, "properties_target", association.propertiesTarget());
        times(generator, association.createdAt(), association.updatedAt());
        generator.writeEndObject();
    }

    private static void times(JsonGenerator generator, @Nullable Instant createdAt, @Nullable Instant updatedAt)
            throws IOException {
        text(generator, "created_at", createdAt == null ? null : WireTime.write(createdAt));
        text(generator, "updated_at", updatedAt == null ? null : WireTime.write(updatedAt));
    }

    private static void text(JsonGenerator generator, String field, @Nullable String value) throws IOException {
        if (value != null) {
            generator.writeStringField(field, value);
        }
    }
}
