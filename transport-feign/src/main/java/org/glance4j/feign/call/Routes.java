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
            case LIST_TASKS -> "GET /v2/tasks";
            case GET_TASK -> "GET /v2/tasks/{id}";
            case CREATE_TASK -> "POST /v2/tasks";
            case LIST_CACHE -> "GET /v2/cache";
            case CACHE_IMAGE -> "PUT /v2/cache/{id}";
            case UNCACHE_IMAGE -> "DELETE /v2/cache/{id}";
            case CLEAR_CACHE -> "DELETE /v2/cache";
            case LIST_LOCATIONS -> "GET /v2/images/{id}/locations";
            case ADD_LOCATION -> "POST /v2/images/{id}/locations";
            case LIST_VERSIONS -> "GET /";
            case GET_USAGE -> "GET /v2/info/usage";
            case GET_SCHEMA -> "GET /v2/schemas/{name}";
            case CREATE_NAMESPACE -> "POST /v2/metadefs/namespaces";
            case GET_NAMESPACE -> "GET /v2/metadefs/namespaces/{namespace}";
            case LIST_NAMESPACES -> "GET /v2/metadefs/namespaces";
            case UPDATE_NAMESPACE -> "PUT /v2/metadefs/namespaces/{namespace}";
            case DELETE_NAMESPACE -> "DELETE /v2/metadefs/namespaces/{namespace}";
            case CREATE_METADEF_OBJECT -> "POST /v2/metadefs/namespaces/{namespace}/objects";
            case GET_METADEF_OBJECT -> "GET /v2/metadefs/namespaces/{namespace}/objects/{name}";
            case LIST_METADEF_OBJECTS -> "GET /v2/metadefs/namespaces/{namespace}/objects";
            case UPDATE_METADEF_OBJECT -> "PUT /v2/metadefs/namespaces/{namespace}/objects/{name}";
            case DELETE_METADEF_OBJECT -> "DELETE /v2/metadefs/namespaces/{namespace}/objects/{name}";
            case DELETE_METADEF_OBJECTS -> "DELETE /v2/metadefs/namespaces/{namespace}/objects";
            case CREATE_METADEF_PROPERTY -> "POST /v2/metadefs/namespaces/{namespace}/properties";
            case GET_METADEF_PROPERTY -> "GET /v2/metadefs/namespaces/{namespace}/properties/{name}";
            case LIST_METADEF_PROPERTIES -> "GET /v2/metadefs/namespaces/{namespace}/properties";
            case UPDATE_METADEF_PROPERTY -> "PUT /v2/metadefs/namespaces/{namespace}/properties/{name}";
            case DELETE_METADEF_PROPERTY -> "DELETE /v2/metadefs/namespaces/{namespace}/properties/{name}";
            case DELETE_METADEF_PROPERTIES -> "DELETE /v2/metadefs/namespaces/{namespace}/properties";
            case CREATE_METADEF_TAG -> "POST /v2/metadefs/namespaces/{namespace}/tags/{name}";
            case ADD_METADEF_TAGS -> "POST /v2/metadefs/namespaces/{namespace}/tags";
            case REPLACE_METADEF_TAGS -> "POST /v2/metadefs/namespaces/{namespace}/tags";
            case GET_METADEF_TAG -> "GET /v2/metadefs/namespaces/{namespace}/tags/{name}";
            case LIST_METADEF_TAGS -> "GET /v2/metadefs/namespaces/{namespace}/tags";
            case UPDATE_METADEF_TAG -> "PUT /v2/metadefs/namespaces/{namespace}/tags/{name}";
            case DELETE_METADEF_TAG -> "DELETE /v2/metadefs/namespaces/{namespace}/tags/{name}";
            case DELETE_METADEF_TAGS -> "DELETE /v2/metadefs/namespaces/{namespace}/tags";
            case LIST_RESOURCE_TYPES -> "GET /v2/metadefs/resource_types";
            case LIST_RESOURCE_TYPE_ASSOCIATIONS -> "GET /v2/metadefs/namespaces/{namespace}/resource_types";
            case ADD_RESOURCE_TYPE_ASSOCIATION -> "POST /v2/metadefs/namespaces/{namespace}/resource_types";
            case REMOVE_RESOURCE_TYPE_ASSOCIATION -> "DELETE /v2/metadefs/namespaces/{namespace}/resource_types/{name}";
            case AUTHENTICATE -> "POST /v3/auth/tokens";
        };
    }
}
