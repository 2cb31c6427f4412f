package org.glance4j.feign.call;

import org.glance4j.model.Operation;

/** The routes of the operations, with placeholders for ids: what the log shows. Source: Image API v2. */
final class Routes {
    private Routes() {}

    static String of(Operation operation) {
        return switch (operation) {
            case CREATE_IMAGE -> "POST /v2/images";
            case GET_IMAGE -> "GET /v2/images/{id}";
            case LIST_IMAGES -> "GET /v2/images";
            case UPDATE_IMAGE -> "PATCH /v2/images/{id}";
            case DELETE_IMAGE -> "DELETE /v2/images/{id}";
            case ADD_TAG -> "PUT /v2/images/{id}/tags/{tag}";
            case REMOVE_TAG -> "DELETE /v2/images/{id}/tags/{tag}";
            case DEACTIVATE_IMAGE -> "POST /v2/images/{id}/actions/deactivate";
            case REACTIVATE_IMAGE -> "POST /v2/images/{id}/actions/reactivate";
            case UPLOAD_DATA -> "PUT /v2/images/{id}/file";
            case DOWNLOAD_DATA -> "GET /v2/images/{id}/file";
            case STAGE_DATA -> "PUT /v2/images/{id}/stage";
            case IMPORT_IMAGE -> "POST /v2/images/{id}/import";
            case LIST_IMAGE_TASKS -> "GET /v2/images/{id}/tasks";
            case LIST_IMPORT_METHODS -> "GET /v2/info/import";
            case LIST_STORES -> "GET /v2/info/stores";
            case LIST_STORE_DETAILS -> "GET /v2/info/stores/detail";
            case DELETE_FROM_STORE -> "DELETE /v2/stores/{store}/{id}";
            case ADD_MEMBER -> "POST /v2/images/{id}/members";
            case GET_MEMBER -> "GET /v2/images/{id}/members/{member}";
            case LIST_MEMBERS -> "GET /v2/images/{id}/members";
            case UPDATE_MEMBER -> "PUT /v2/images/{id}/members/{member}";
            case REMOVE_MEMBER -> "DELETE /v2/images/{id}/members/{member}";
            case LIST_VERSIONS -> "GET /";
            case GET_USAGE -> "GET /v2/info/usage";
            case GET_SCHEMA -> "GET /v2/schemas/{name}";
            case AUTHENTICATE -> "POST /v3/auth/tokens";
        };
    }
}
