package org.glance4j.model;

/** What can be asked of the Image service, one constant for each operation of the port. */
public enum Operation {
    /** {@code POST /v2/images}. */
    CREATE_IMAGE("create image", true),
    /** {@code GET /v2/images/{id}}. */
    GET_IMAGE("show image", false),
    /** {@code GET /v2/images}. */
    LIST_IMAGES("list images", false),
    /** {@code PATCH /v2/images/{id}}. */
    UPDATE_IMAGE("update image", true),
    /** {@code DELETE /v2/images/{id}}. */
    DELETE_IMAGE("delete image", true),
    /** {@code PUT /v2/images/{id}/tags/{tag}}. */
    ADD_TAG("add tag", true),
    /** {@code DELETE /v2/images/{id}/tags/{tag}}. */
    REMOVE_TAG("remove tag", true),
    /** {@code POST /v2/images/{id}/actions/deactivate}. */
    DEACTIVATE_IMAGE("deactivate image", true),
    /** {@code POST /v2/images/{id}/actions/reactivate}. */
    REACTIVATE_IMAGE("reactivate image", true),
    /** {@code PUT /v2/images/{id}/file}. */
    UPLOAD_DATA("upload image data", true),
    /** {@code GET /v2/images/{id}/file}. */
    DOWNLOAD_DATA("download image data", false),
    /** {@code PUT /v2/images/{id}/stage}. */
    STAGE_DATA("stage image data", true),
    /** {@code POST /v2/images/{id}/import}. */
    IMPORT_IMAGE("import image", true),
    /** {@code GET /v2/images/{id}/tasks}. */
    LIST_IMAGE_TASKS("list an image's tasks", false),
    /** {@code GET /v2/info/import}. */
    LIST_IMPORT_METHODS("list import methods", false),
    /** {@code GET /v2/info/stores}. */
    LIST_STORES("list stores", false),
    /** {@code GET /v2/info/stores/detail}. */
    LIST_STORE_DETAILS("list stores in detail", false),
    /** {@code DELETE /v2/stores/{store}/{id}}. */
    DELETE_FROM_STORE("delete image data from a store", true),
    /** {@code POST /v2/images/{id}/members}. */
    ADD_MEMBER("add member", true),
    /** {@code GET /v2/images/{id}/members/{member}}. */
    GET_MEMBER("show member", false),
    /** {@code GET /v2/images/{id}/members}. */
    LIST_MEMBERS("list members", false),
    /** {@code PUT /v2/images/{id}/members/{member}}. */
    UPDATE_MEMBER("update member", true),
    /** {@code DELETE /v2/images/{id}/members/{member}}. */
    REMOVE_MEMBER("remove member", true),
    /** {@code GET /v2/tasks}. */
    LIST_TASKS("list tasks", false),
    /** {@code GET /v2/tasks/{id}}. */
    GET_TASK("show task", false),
    /** {@code POST /v2/tasks}. */
    CREATE_TASK("create task", true),
    /** {@code GET /v2/cache}. */
    LIST_CACHE("list cached images", false),
    /** {@code PUT /v2/cache/{id}}. */
    CACHE_IMAGE("cache image", true),
    /** {@code DELETE /v2/cache/{id}}. */
    UNCACHE_IMAGE("remove image from the cache", true),
    /** {@code DELETE /v2/cache}. */
    CLEAR_CACHE("clear the cache", true),
    /** {@code GET /v2/images/{id}/locations}. */
    LIST_LOCATIONS("list locations", false),
    /** {@code POST /v2/images/{id}/locations}. */
    ADD_LOCATION("add location", true),
    /** {@code GET /}. */
    LIST_VERSIONS("list versions", false),
    /** {@code GET /v2/info/usage}. */
    GET_USAGE("show usage", false),
    /** {@code GET /v2/schemas/{name}}. */
    GET_SCHEMA("show schema", false),
    /** {@code POST /v2/metadefs/namespaces}. */
    CREATE_NAMESPACE("create namespace", true),
    /** {@code GET /v2/metadefs/namespaces/{namespace}}. */
    GET_NAMESPACE("show namespace", false),
    /** {@code GET /v2/metadefs/namespaces}. */
    LIST_NAMESPACES("list namespaces", false),
    /** {@code PUT /v2/metadefs/namespaces/{namespace}}. */
    UPDATE_NAMESPACE("update namespace", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}}. */
    DELETE_NAMESPACE("delete namespace", true),
    /** {@code POST /v2/metadefs/namespaces/{namespace}/objects}. */
    CREATE_METADEF_OBJECT("create metadata object", true),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/objects/{name}}. */
    GET_METADEF_OBJECT("show metadata object", false),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/objects}. */
    LIST_METADEF_OBJECTS("list metadata objects of namespace", false),
    /** {@code PUT /v2/metadefs/namespaces/{namespace}/objects/{name}}. */
    UPDATE_METADEF_OBJECT("update metadata object", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/objects/{name}}. */
    DELETE_METADEF_OBJECT("delete metadata object", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/objects}. */
    DELETE_METADEF_OBJECTS("delete all metadata objects of namespace", true),
    /** {@code POST /v2/metadefs/namespaces/{namespace}/properties}. */
    CREATE_METADEF_PROPERTY("create metadata property", true),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/properties/{name}}. */
    GET_METADEF_PROPERTY("show metadata property", false),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/properties}. */
    LIST_METADEF_PROPERTIES("list metadata properties of namespace", false),
    /** {@code PUT /v2/metadefs/namespaces/{namespace}/properties/{name}}. */
    UPDATE_METADEF_PROPERTY("update metadata property", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/properties/{name}}. */
    DELETE_METADEF_PROPERTY("delete metadata property", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/properties}. */
    DELETE_METADEF_PROPERTIES("delete all metadata properties of namespace", true),
    /** {@code POST /v2/metadefs/namespaces/{namespace}/tags/{name}}. */
    CREATE_METADEF_TAG("create metadata tag", true),
    /** {@code POST /v2/metadefs/namespaces/{namespace}/tags}, with {@code X-OpenStack-Append}. */
    ADD_METADEF_TAGS("add metadata tags to namespace", true),
    /** {@code POST /v2/metadefs/namespaces/{namespace}/tags}. */
    REPLACE_METADEF_TAGS("replace metadata tags of namespace", true),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/tags/{name}}. */
    GET_METADEF_TAG("show metadata tag", false),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/tags}. */
    LIST_METADEF_TAGS("list metadata tags of namespace", false),
    /** {@code PUT /v2/metadefs/namespaces/{namespace}/tags/{name}}. */
    UPDATE_METADEF_TAG("rename metadata tag", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/tags/{name}}. */
    DELETE_METADEF_TAG("delete metadata tag", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/tags}. */
    DELETE_METADEF_TAGS("delete all metadata tags of namespace", true),
    /** {@code GET /v2/metadefs/resource_types}. */
    LIST_RESOURCE_TYPES("list resource types", false),
    /** {@code GET /v2/metadefs/namespaces/{namespace}/resource_types}. */
    LIST_RESOURCE_TYPE_ASSOCIATIONS("list resource types of namespace", false),
    /** {@code POST /v2/metadefs/namespaces/{namespace}/resource_types}. */
    ADD_RESOURCE_TYPE_ASSOCIATION("associate resource type", true),
    /** {@code DELETE /v2/metadefs/namespaces/{namespace}/resource_types/{name}}. */
    REMOVE_RESOURCE_TYPE_ASSOCIATION("dissociate resource type", true),
    /** Asking the identity service for a token, or for what a token stands for. */
    AUTHENTICATE("authenticate", false);

    private final String phrase;
    private final boolean change;

    Operation(String phrase, boolean change) {
        this.phrase = phrase;
        this.change = change;
    }

    /**
     * Returns the operation in words, in the imperative, such as {@code add member}.
     *
     * @return the phrase
     */
    public String phrase() {
        return phrase;
    }

    /**
     * Returns whether a success of this operation changes anything at the service.
     *
     * @return true for a change, false for a read
     */
    public boolean isChange() {
        return change;
    }
}
