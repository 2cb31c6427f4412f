package org.glance4j.feign.faults;

import java.io.IOException;
import java.util.SplittableRandom;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.Operation;

/** Every operation of the port, each on an image of its own: what may follow a lost attempt, and what an answer holds. */
enum Deed {
    CREATE_IMAGE(Kind.CREATED, Form.JSON, "POST", ImageScenes.create()),
    GET_IMAGE(Kind.SAFE, Form.JSON, "GET", ImageScenes.get()),
    LIST_IMAGES(Kind.SAFE, Form.JSON, "GET", ImageScenes.list()),
    UPDATE_IMAGE(Kind.ONCE, Form.JSON, "PATCH", ImageScenes.update()),
    DELETE_IMAGE(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", ImageScenes.delete()),
    ADD_TAG(Kind.IDEMPOTENT, Form.NOTHING, "PUT", ImageScenes.addTag()),
    REMOVE_TAG(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", ImageScenes.removeTag()),
    DEACTIVATE_IMAGE(Kind.IDEMPOTENT, Form.NOTHING, "POST", ImageScenes.deactivate()),
    REACTIVATE_IMAGE(Kind.IDEMPOTENT, Form.NOTHING, "POST", ImageScenes.reactivate()),
    UPLOAD_DATA(Kind.ONCE, Form.NOTHING, "PUT", DataScenes.upload()),
    DOWNLOAD_DATA(Kind.SAFE, Form.DATA, "GET", DataScenes.download()),
    STAGE_DATA(Kind.ONCE, Form.NOTHING, "PUT", DataScenes.stage()),
    IMPORT_IMAGE(Kind.ONCE, Form.ACCEPTED, "POST", DataScenes.importImage()),
    LIST_IMAGE_TASKS(Kind.SAFE, Form.JSON, "GET", DataScenes.listImageTasks()),
    LIST_IMPORT_METHODS(Kind.SAFE, Form.JSON, "GET", DataScenes.listImportMethods()),
    LIST_STORES(Kind.SAFE, Form.JSON, "GET", StoreScenes.list()),
    LIST_STORE_DETAILS(Kind.SAFE, Form.JSON, "GET", StoreScenes.details()),
    DELETE_FROM_STORE(Kind.RECONCILED, Form.NOTHING, "DELETE", StoreScenes.delete()),
    ADD_MEMBER(Kind.CREATED, Form.JSON, "POST", MemberScenes.add()),
    GET_MEMBER(Kind.SAFE, Form.JSON, "GET", MemberScenes.get()),
    LIST_MEMBERS(Kind.SAFE, Form.JSON, "GET", MemberScenes.list()),
    UPDATE_MEMBER(Kind.RECONCILED, Form.JSON, "PUT", MemberScenes.update()),
    REMOVE_MEMBER(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", MemberScenes.remove()),
    LIST_LOCATIONS(Kind.SAFE, Form.JSON, "GET", LocationScenes.list()),
    ADD_LOCATION(Kind.ONCE, Form.ACCEPTED, "POST", LocationScenes.add()),
    LIST_TASKS(Kind.SAFE, Form.JSON, "GET", TaskScenes.list()),
    GET_TASK(Kind.SAFE, Form.JSON, "GET", TaskScenes.get()),
    CREATE_TASK(Kind.ONCE, Form.JSON, "POST", TaskScenes.create()),
    LIST_CACHE(Kind.SAFE, Form.JSON, "GET", CacheScenes.list()),
    CACHE_IMAGE(Kind.IDEMPOTENT, Form.ACCEPTED, "PUT", CacheScenes.queue()),
    UNCACHE_IMAGE(Kind.IDEMPOTENT, Form.NOTHING, "DELETE", CacheScenes.remove()),
    CLEAR_CACHE(Kind.ONCE, Form.NOTHING, "DELETE", CacheScenes.clear()),
    LIST_VERSIONS(Kind.SAFE, Form.JSON, "GET", ServiceScenes.listVersions()),
    GET_USAGE(Kind.SAFE, Form.JSON, "GET", ServiceScenes.getUsage()),
    GET_SCHEMA(Kind.SAFE, Form.JSON, "GET", ServiceScenes.getSchema()),
    CREATE_NAMESPACE(Kind.CREATED, Form.JSON, "POST", new CatalogScene(Operation.CREATE_NAMESPACE)),
    GET_NAMESPACE(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.GET_NAMESPACE)),
    LIST_NAMESPACES(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.LIST_NAMESPACES)),
    UPDATE_NAMESPACE(Kind.RECONCILED, Form.JSON, "PUT", new CatalogScene(Operation.UPDATE_NAMESPACE)),
    DELETE_NAMESPACE(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_NAMESPACE)),
    CREATE_METADEF_OBJECT(Kind.CREATED, Form.JSON, "POST", new CatalogScene(Operation.CREATE_METADEF_OBJECT)),
    GET_METADEF_OBJECT(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.GET_METADEF_OBJECT)),
    LIST_METADEF_OBJECTS(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.LIST_METADEF_OBJECTS)),
    UPDATE_METADEF_OBJECT(Kind.RECONCILED, Form.JSON, "PUT", new CatalogScene(Operation.UPDATE_METADEF_OBJECT)),
    DELETE_METADEF_OBJECT(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_METADEF_OBJECT)),
    DELETE_METADEF_OBJECTS(Kind.RECONCILED, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_METADEF_OBJECTS)),
    CREATE_METADEF_PROPERTY(Kind.CREATED, Form.JSON, "POST", new CatalogScene(Operation.CREATE_METADEF_PROPERTY)),
    GET_METADEF_PROPERTY(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.GET_METADEF_PROPERTY)),
    LIST_METADEF_PROPERTIES(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.LIST_METADEF_PROPERTIES)),
    UPDATE_METADEF_PROPERTY(Kind.RECONCILED, Form.JSON, "PUT", new CatalogScene(Operation.UPDATE_METADEF_PROPERTY)),
    DELETE_METADEF_PROPERTY(
            Kind.NATURAL_KEY, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_METADEF_PROPERTY)),
    DELETE_METADEF_PROPERTIES(
            Kind.RECONCILED, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_METADEF_PROPERTIES)),
    CREATE_METADEF_TAG(Kind.CREATED, Form.JSON, "POST", new CatalogScene(Operation.CREATE_METADEF_TAG)),
    ADD_METADEF_TAGS(Kind.CREATED, Form.JSON, "POST", new CatalogScene(Operation.ADD_METADEF_TAGS)),
    REPLACE_METADEF_TAGS(Kind.RECONCILED, Form.JSON, "POST", new CatalogScene(Operation.REPLACE_METADEF_TAGS)),
    GET_METADEF_TAG(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.GET_METADEF_TAG)),
    LIST_METADEF_TAGS(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.LIST_METADEF_TAGS)),
    UPDATE_METADEF_TAG(Kind.RECONCILED, Form.JSON, "PUT", new CatalogScene(Operation.UPDATE_METADEF_TAG)),
    DELETE_METADEF_TAG(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_METADEF_TAG)),
    DELETE_METADEF_TAGS(Kind.RECONCILED, Form.NOTHING, "DELETE", new CatalogScene(Operation.DELETE_METADEF_TAGS)),
    LIST_RESOURCE_TYPES(Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.LIST_RESOURCE_TYPES)),
    LIST_RESOURCE_TYPE_ASSOCIATIONS(
            Kind.SAFE, Form.JSON, "GET", new CatalogScene(Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS)),
    ADD_RESOURCE_TYPE_ASSOCIATION(
            Kind.CREATED, Form.JSON, "POST", new CatalogScene(Operation.ADD_RESOURCE_TYPE_ASSOCIATION)),
    REMOVE_RESOURCE_TYPE_ASSOCIATION(
            Kind.NATURAL_KEY, Form.NOTHING, "DELETE", new CatalogScene(Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION)),
    /** What fails is the request for a token, which the call of another operation makes. */
    AUTHENTICATE(Kind.AUTHENTICATION, Form.JSON, "POST", ServiceScenes.authenticate());

    /** What may follow an attempt of which nobody knows what it did. */
    enum Kind {
        /** A read: the same again. */
        SAFE,
        /** The same again: twice is as once. */
        IDEMPOTENT,
        /** The same again: what is gone already is a 404 then. */
        NATURAL_KEY,
        /** The same again: what is there already is a 409 then, and is looked at. */
        CREATED,
        /** A look, and nothing else. */
        RECONCILED,
        /** Nothing. */
        ONCE,
        /** As a read, save that a refusal is not asked for twice. */
        AUTHENTICATION
    }

    /** What an answer holds. */
    enum Form {
        JSON,
        NOTHING,
        /** Nothing, with the status that says that the service is not done. */
        ACCEPTED,
        DATA
    }

    static final Object NOTHING = "nothing";

    static final byte[] DATA = data();

    private final Kind kind;
    private final Form form;
    private final String method;
    /** A scene has no state. */
    @SuppressWarnings("ImmutableEnumChecker")
    private final Scene scene;

    Deed(Kind kind, Form form, String method, Scene scene) {
        this.kind = kind;
        this.form = form;
        this.method = method;
        this.scene = scene;
    }

    Kind kind() {
        return kind;
    }

    Form form() {
        return form;
    }

    /** Returns whether a request is this operation's own, not one that looks what became of it. */
    boolean isOwn(RawRequest request) {
        boolean isPath = switch (this) {
            case AUTHENTICATE -> request.path().startsWith("/identity/v3/auth/tokens");
            case LIST_VERSIONS -> request.path().equals("/");
            default -> request.path().startsWith("/v2/");
        };
        return request.method().equals(method) && isPath;
    }

    boolean isChange() {
        return kind != Kind.SAFE && kind != Kind.AUTHENTICATION;
    }

    /** Returns whose call it is. */
    String user() {
        return scene.user();
    }

    /** Brings the image, or the namespace, into the state that the call needs: a queued image will do. */
    void prepare(Target target) {
        scene.prepare(target);
    }

    Object call(FeignTransport transport, Target target) throws IOException {
        return scene.call(transport, target);
    }

    /** Returns whether the service has made the change; of a read it never has. */
    boolean done(Target target) {
        return scene.done(target);
    }

    /** Checks what a successful call gave. */
    void check(Object answer, Target target) {
        scene.check(answer, target);
    }

    private static byte[] data() {
        byte[] data = new byte[128 << 10];
        new SplittableRandom(42).nextBytes(data);
        return data;
    }
}
