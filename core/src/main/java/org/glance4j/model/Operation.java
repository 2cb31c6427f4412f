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
    /** {@code GET /}. */
    LIST_VERSIONS("list versions", false),
    /** {@code GET /v2/info/usage}. */
    GET_USAGE("show usage", false),
    /** {@code GET /v2/schemas/{name}}. */
    GET_SCHEMA("show schema", false),
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
