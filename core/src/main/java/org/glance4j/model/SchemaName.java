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
    TASKS("tasks");

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
