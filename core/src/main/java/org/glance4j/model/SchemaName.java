package org.glance4j.model;

/** The schemas that the service has of what it sends and takes. Source: Image API v2, image schemas and task schemas. */
public enum SchemaName {
    /** An image. */
    IMAGE("image"),
    /** A page of images. */
    IMAGES("images"),
    /** A member of an image. */
    MEMBER("member"),
    /** The members of an image. */
    MEMBERS("members"),
    /** A task. */
    TASK("task"),
    /** A page of tasks. */
    TASKS("tasks"),
    /** One namespace of the metadata catalog. */
    METADEF_NAMESPACE("metadefs/namespace"),
    /** A page of namespaces. */
    METADEF_NAMESPACES("metadefs/namespaces"),
    /** A type of resource that a namespace is for. */
    METADEF_RESOURCE_TYPE("metadefs/resource_type"),
    /** The types of resources that a namespace is for. */
    METADEF_RESOURCE_TYPES("metadefs/resource_types"),
    /** One property of a namespace. */
    METADEF_PROPERTY("metadefs/property"),
    /** The properties of a namespace. */
    METADEF_PROPERTIES("metadefs/properties"),
    /** One object of a namespace. */
    METADEF_OBJECT("metadefs/object"),
    /** The objects of a namespace. */
    METADEF_OBJECTS("metadefs/objects"),
    /** One tag of a namespace. */
    METADEF_TAG("metadefs/tag"),
    /** The tags of a namespace. */
    METADEF_TAGS("metadefs/tags");

    private final String path;

    SchemaName(String path) {
        this.path = path;
    }

    /**
     * Returns where the schema is below {@code /v2/schemas/}.
     *
     * @return the path
     */
    public String path() {
        return path;
    }
}
