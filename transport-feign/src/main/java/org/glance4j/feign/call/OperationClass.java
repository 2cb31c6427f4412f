package org.glance4j.feign.call;

import org.glance4j.model.Operation;

/** What may be done after an attempt whose outcome is not known, by what a second delivery of the request would do. */
enum OperationClass {
    /** Changes nothing: it is repeated. */
    SAFE(0),
    /** Does the same once or twice: it is repeated. */
    IDEMPOTENT(0),
    /** Makes something that has a key: it is repeated, and a 409 then says that the thing is there. */
    MAKES_KEYED(409),
    /** Removes something that has a key: it is repeated, and a 404 then says that the thing is gone. */
    REMOVES_KEYED(404),
    /** Could undo what another has done meanwhile, and shows in a read: it is looked for, and never sent again. */
    LOOKED_FOR(0),
    /** Could undo what another has done meanwhile, and shows in no read: it is never sent again. */
    ONCE(0);

    private static final int TOO_LARGE = 413;

    private final int proof;

    OperationClass(int proof) {
        this.proof = proof;
    }

    static OperationClass of(Operation operation) {
        return switch (operation) {
            case GET_IMAGE,
                    LIST_IMAGES,
                    DOWNLOAD_DATA,
                    GET_MEMBER,
                    LIST_MEMBERS,
                    LIST_TASKS,
                    GET_TASK,
                    LIST_CACHE,
                    LIST_LOCATIONS,
                    LIST_VERSIONS,
                    GET_USAGE,
                    GET_SCHEMA,
                    LIST_IMAGE_TASKS,
                    LIST_IMPORT_METHODS,
                    LIST_STORES,
                    LIST_STORE_DETAILS,
                    AUTHENTICATE,
                    GET_NAMESPACE,
                    LIST_NAMESPACES,
                    GET_METADEF_OBJECT,
                    LIST_METADEF_OBJECTS,
                    GET_METADEF_PROPERTY,
                    LIST_METADEF_PROPERTIES,
                    GET_METADEF_TAG,
                    LIST_METADEF_TAGS,
                    LIST_RESOURCE_TYPES,
                    LIST_RESOURCE_TYPE_ASSOCIATIONS -> SAFE;
            case ADD_TAG, DEACTIVATE_IMAGE, REACTIVATE_IMAGE, CACHE_IMAGE -> IDEMPOTENT;
            case CREATE_IMAGE,
                    ADD_MEMBER,
                    CREATE_NAMESPACE,
                    CREATE_METADEF_OBJECT,
                    CREATE_METADEF_PROPERTY,
                    CREATE_METADEF_TAG,
                    ADD_METADEF_TAGS,
                    ADD_RESOURCE_TYPE_ASSOCIATION -> MAKES_KEYED;
            case DELETE_IMAGE,
                    REMOVE_TAG,
                    REMOVE_MEMBER,
                    UNCACHE_IMAGE,
                    DELETE_NAMESPACE,
                    DELETE_METADEF_OBJECT,
                    DELETE_METADEF_PROPERTY,
                    DELETE_METADEF_TAG,
                    REMOVE_RESOURCE_TYPE_ASSOCIATION -> REMOVES_KEYED;
            case UPDATE_MEMBER,
                    DELETE_FROM_STORE,
                    UPDATE_NAMESPACE,
                    UPDATE_METADEF_OBJECT,
                    DELETE_METADEF_OBJECTS,
                    UPDATE_METADEF_PROPERTY,
                    DELETE_METADEF_PROPERTIES,
                    REPLACE_METADEF_TAGS,
                    UPDATE_METADEF_TAG,
                    DELETE_METADEF_TAGS -> LOOKED_FOR;
            // A cache is one node's: what another node says of its own tells nothing.
            case CLEAR_CACHE, UPDATE_IMAGE, UPLOAD_DATA, STAGE_DATA, IMPORT_IMAGE, CREATE_TASK, ADD_LOCATION -> ONCE;
        };
    }

    /** Whether a request that may have been carried out is sent again. */
    boolean repeatsAmbiguous() {
        return this != LOOKED_FOR && this != ONCE;
    }

    /** Whether a refusal of a repetition with this status says that an earlier attempt was carried out. */
    boolean isProof(int status) {
        return status == proof;
    }

    /**
     * Whether a refusal of a repetition with this status may stand in front of the one that would be proof: the service looks at
     * its quotas before it looks at what is there. Source: Glance 25.1.0, {@code glance/quota/__init__.py}.
     */
    boolean mayHideProof(int status) {
        return this == MAKES_KEYED && status == TOO_LARGE;
    }
}
