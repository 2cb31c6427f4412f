package org.glance4j.feign.faults;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.SchemaName;
import org.glance4j.model.Task;
import org.glance4j.model.TaskQuery;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;

/** Every operation of the port, each on an image of its own, and how to see that it was done. */
enum Deed {
    CREATE_IMAGE(Kind.CREATED, Form.JSON, "POST") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.images().create(NewImage.named(target.name()).build());
        }

        @Override
        boolean done(Target target) {
            return !target.owner()
                    .images()
                    .list(ImageQuery.builder().name(target.name()).build())
                    .items()
                    .isEmpty();
        }

        @Override
        void check(Object answer, Target target) {
            Image created = (Image) answer;
            assertThat(target.owner()
                            .images()
                            .list(ImageQuery.builder().name(target.name()).build())
                            .items())
                    .containsExactly(created);
        }
    },
    GET_IMAGE(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.images().get(target.image());
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().images().get(target.image()));
        }
    },
    LIST_IMAGES(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport
                    .images()
                    .list(ImageQuery.builder().name(target.name()).build())
                    .items();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(List.of(target.owner().images().get(target.image())));
        }
    },
    UPDATE_IMAGE(Kind.ONCE, Form.JSON, "PATCH") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport
                    .images()
                    .update(target.image(), ImagePatch.builder().name("renamed").build());
        }

        @Override
        boolean done(Target target) {
            return "renamed".equals(target.owner().images().get(target.image()).name());
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().images().get(target.image()));
        }
    },
    DELETE_IMAGE(Kind.NATURAL_KEY, Form.NOTHING, "DELETE") {
        @Override
        Object call(FeignTransport transport, Target target) {
            transport.images().delete(target.image());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.owner()
                    .images()
                    .list(ImageQuery.builder().name(target.name()).build())
                    .items()
                    .isEmpty();
        }
    },
    ADD_TAG(Kind.IDEMPOTENT, Form.NOTHING, "PUT") {
        @Override
        Object call(FeignTransport transport, Target target) {
            transport.images().addTag(target.image(), "blue");
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.owner().images().get(target.image()).tags().contains("blue");
        }
    },
    REMOVE_TAG(Kind.NATURAL_KEY, Form.NOTHING, "DELETE") {
        @Override
        Object call(FeignTransport transport, Target target) {
            transport.images().removeTag(target.image(), "red");
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return !target.owner().images().get(target.image()).tags().contains("red");
        }
    },
    DEACTIVATE_IMAGE(Kind.IDEMPOTENT, Form.NOTHING, "POST") {
        @Override
        void prepare(Target target) {
            target.upload();
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.images().deactivate(target.image());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.status() == ImageStatus.DEACTIVATED;
        }
    },
    REACTIVATE_IMAGE(Kind.IDEMPOTENT, Form.NOTHING, "POST") {
        @Override
        void prepare(Target target) {
            target.upload();
            target.owner().images().deactivate(target.image());
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.images().reactivate(target.image());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.status() == ImageStatus.ACTIVE;
        }
    },
    UPLOAD_DATA(Kind.ONCE, Form.NOTHING, "PUT") {
        @Override
        Object call(FeignTransport transport, Target target) {
            transport.data().upload(target.image(), ImageData.of(DATA));
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.status() == ImageStatus.ACTIVE;
        }
    },
    DOWNLOAD_DATA(Kind.SAFE, Form.DATA, "GET") {
        @Override
        void prepare(Target target) {
            target.upload();
        }

        @Override
        Object call(FeignTransport transport, Target target) throws IOException {
            try (ImageDownload download = transport.data().download(target.image())) {
                return download.stream().readAllBytes();
            }
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(Arrays.equals((byte[]) answer, DATA)).isTrue();
        }
    },
    STAGE_DATA(Kind.ONCE, Form.NOTHING, "PUT") {
        @Override
        Object call(FeignTransport transport, Target target) {
            transport.imports().stage(target.image(), ImageData.of(DATA));
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.status() == ImageStatus.UPLOADING;
        }
    },
    IMPORT_IMAGE(Kind.ONCE, Form.ACCEPTED, "POST") {
        @Override
        void prepare(Target target) {
            target.owner().imports().stage(target.image(), ImageData.of(DATA));
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.imports().importImage(target.image(), ImageImport.glanceDirect());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return !target.owner().imports().tasks(target.image()).isEmpty();
        }
    },
    LIST_IMAGE_TASKS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        void prepare(Target target) {
            IMPORT_IMAGE.prepare(target);
            target.owner().imports().importImage(target.image(), ImageImport.glanceDirect());
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.imports().tasks(target.image());
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(((List<?>) answer)).hasSize(1);
        }
    },
    LIST_IMPORT_METHODS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.imports().methods();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().imports().methods());
        }
    },
    LIST_STORES(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.stores().list();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().stores().list());
        }
    },
    LIST_STORE_DETAILS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.stores().details();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.admin().stores().details());
        }
    },
    DELETE_FROM_STORE(Kind.RECONCILED, Form.NOTHING, "DELETE") {
        @Override
        void prepare(Target target) {
            IMPORT_IMAGE.prepare(target);
            target.owner()
                    .imports()
                    .importImage(target.image(), ImageImport.glanceDirect().toAllStores());
        }

        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.stores().delete(Cloud.SECOND_STORE, target.image());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            Object stores =
                    target.owner().images().get(target.image()).otherFields().get("stores");
            return Cloud.FIRST_STORE.value().equals(stores);
        }
    },
    ADD_MEMBER(Kind.CREATED, Form.JSON, "POST") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.members().add(target.image(), target.consumerProject());
        }

        @Override
        boolean done(Target target) {
            return target.isMember();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer)
                    .isEqualTo(target.owner().members().get(target.image(), target.consumerProject()))
                    .extracting(member -> ((Member) member).status())
                    .isEqualTo(MemberStatus.PENDING);
        }
    },
    GET_MEMBER(Kind.SAFE, Form.JSON, "GET") {
        @Override
        void prepare(Target target) {
            target.offer();
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.members().get(target.image(), target.consumerProject());
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().members().get(target.image(), target.consumerProject()));
        }
    },
    LIST_MEMBERS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        void prepare(Target target) {
            target.offer();
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.members().list(target.image());
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().members().list(target.image()));
        }
    },
    UPDATE_MEMBER(Kind.RECONCILED, Form.JSON, "PUT") {
        @Override
        void prepare(Target target) {
            target.offer();
        }

        @Override
        String user() {
            return Cloud.CONSUMER;
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.members().updateStatus(target.image(), target.consumerProject(), MemberStatus.ACCEPTED);
        }

        @Override
        boolean done(Target target) {
            return target.owner()
                            .members()
                            .get(target.image(), target.consumerProject())
                            .status()
                    == MemberStatus.ACCEPTED;
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().members().get(target.image(), target.consumerProject()));
        }
    },
    REMOVE_MEMBER(Kind.NATURAL_KEY, Form.NOTHING, "DELETE") {
        @Override
        void prepare(Target target) {
            target.offer();
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.members().remove(target.image(), target.consumerProject());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return !target.isMember();
        }
    },
    LIST_TASKS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        void prepare(Target target) {
            target.admin().tasks().create(IMPORT);
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.tasks().list(TaskQuery.defaults()).items().size();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat((Integer) answer).isPositive();
        }
    },
    GET_TASK(Kind.SAFE, Form.JSON, "GET") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            Task task = target.admin().tasks().create(IMPORT);
            return transport.tasks().get(task.id()).input();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(IMPORT.fields());
        }
    },
    CREATE_TASK(Kind.ONCE, Form.JSON, "POST") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport
                    .tasks()
                    .create(ImportTaskInput.fromUrl("http://127.0.0.1/" + target.name(), DiskFormat.RAW, Map.of()));
        }

        @Override
        boolean done(Target target) {
            return target.admin().tasks().list(TaskQuery.builder().limit(1000).build()).items().stream()
                    .map(stub -> target.admin().tasks().get(stub.id()))
                    .anyMatch(task -> String.valueOf(task.input()).contains(target.name()));
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(String.valueOf(((Task) answer).input())).contains(target.name());
        }
    },
    LIST_CACHE(Kind.SAFE, Form.JSON, "GET") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        void prepare(Target target) {
            target.upload();
            target.admin().imageCache().queue(target.image());
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.imageCache().list();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.admin().imageCache().list());
        }
    },
    CACHE_IMAGE(Kind.IDEMPOTENT, Form.ACCEPTED, "PUT") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        void prepare(Target target) {
            target.upload();
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.imageCache().queue(target.image());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return target.isCached();
        }
    },
    UNCACHE_IMAGE(Kind.IDEMPOTENT, Form.NOTHING, "DELETE") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        void prepare(Target target) {
            target.upload();
            target.admin().imageCache().queue(target.image());
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.imageCache().remove(target.image());
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return !target.isCached();
        }
    },
    CLEAR_CACHE(Kind.ONCE, Form.NOTHING, "DELETE") {
        @Override
        String user() {
            return Cloud.ADMIN;
        }

        @Override
        void prepare(Target target) {
            target.upload();
            target.admin().imageCache().queue(target.image());
        }

        @Override
        Object call(FeignTransport transport, Target target) {
            transport.imageCache().clear();
            return NOTHING;
        }

        @Override
        boolean done(Target target) {
            return !target.isCached();
        }
    },
    LIST_VERSIONS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.service().versions();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(((ApiVersions) answer).highestMinor()).hasValue(16);
        }
    },
    GET_USAGE(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.service().usage();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().service().usage());
        }
    },
    GET_SCHEMA(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.schemas().get(SchemaName.MEMBER);
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(answer).isEqualTo(target.owner().schemas().get(SchemaName.MEMBER));
        }
    },
    CREATE_NAMESPACE(Kind.CREATED, Form.JSON, "POST", Operation.CREATE_NAMESPACE),
    GET_NAMESPACE(Kind.SAFE, Form.JSON, "GET", Operation.GET_NAMESPACE),
    LIST_NAMESPACES(Kind.SAFE, Form.JSON, "GET", Operation.LIST_NAMESPACES),
    UPDATE_NAMESPACE(Kind.RECONCILED, Form.JSON, "PUT", Operation.UPDATE_NAMESPACE),
    DELETE_NAMESPACE(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", Operation.DELETE_NAMESPACE),
    CREATE_METADEF_OBJECT(Kind.CREATED, Form.JSON, "POST", Operation.CREATE_METADEF_OBJECT),
    GET_METADEF_OBJECT(Kind.SAFE, Form.JSON, "GET", Operation.GET_METADEF_OBJECT),
    LIST_METADEF_OBJECTS(Kind.SAFE, Form.JSON, "GET", Operation.LIST_METADEF_OBJECTS),
    UPDATE_METADEF_OBJECT(Kind.RECONCILED, Form.JSON, "PUT", Operation.UPDATE_METADEF_OBJECT),
    DELETE_METADEF_OBJECT(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", Operation.DELETE_METADEF_OBJECT),
    DELETE_METADEF_OBJECTS(Kind.RECONCILED, Form.NOTHING, "DELETE", Operation.DELETE_METADEF_OBJECTS),
    CREATE_METADEF_PROPERTY(Kind.CREATED, Form.JSON, "POST", Operation.CREATE_METADEF_PROPERTY),
    GET_METADEF_PROPERTY(Kind.SAFE, Form.JSON, "GET", Operation.GET_METADEF_PROPERTY),
    LIST_METADEF_PROPERTIES(Kind.SAFE, Form.JSON, "GET", Operation.LIST_METADEF_PROPERTIES),
    UPDATE_METADEF_PROPERTY(Kind.RECONCILED, Form.JSON, "PUT", Operation.UPDATE_METADEF_PROPERTY),
    DELETE_METADEF_PROPERTY(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", Operation.DELETE_METADEF_PROPERTY),
    DELETE_METADEF_PROPERTIES(Kind.RECONCILED, Form.NOTHING, "DELETE", Operation.DELETE_METADEF_PROPERTIES),
    CREATE_METADEF_TAG(Kind.CREATED, Form.JSON, "POST", Operation.CREATE_METADEF_TAG),
    ADD_METADEF_TAGS(Kind.CREATED, Form.JSON, "POST", Operation.ADD_METADEF_TAGS),
    REPLACE_METADEF_TAGS(Kind.RECONCILED, Form.JSON, "POST", Operation.REPLACE_METADEF_TAGS),
    GET_METADEF_TAG(Kind.SAFE, Form.JSON, "GET", Operation.GET_METADEF_TAG),
    LIST_METADEF_TAGS(Kind.SAFE, Form.JSON, "GET", Operation.LIST_METADEF_TAGS),
    UPDATE_METADEF_TAG(Kind.RECONCILED, Form.JSON, "PUT", Operation.UPDATE_METADEF_TAG),
    DELETE_METADEF_TAG(Kind.NATURAL_KEY, Form.NOTHING, "DELETE", Operation.DELETE_METADEF_TAG),
    DELETE_METADEF_TAGS(Kind.RECONCILED, Form.NOTHING, "DELETE", Operation.DELETE_METADEF_TAGS),
    LIST_RESOURCE_TYPES(Kind.SAFE, Form.JSON, "GET", Operation.LIST_RESOURCE_TYPES),
    LIST_RESOURCE_TYPE_ASSOCIATIONS(Kind.SAFE, Form.JSON, "GET", Operation.LIST_RESOURCE_TYPE_ASSOCIATIONS),
    ADD_RESOURCE_TYPE_ASSOCIATION(Kind.CREATED, Form.JSON, "POST", Operation.ADD_RESOURCE_TYPE_ASSOCIATION),
    REMOVE_RESOURCE_TYPE_ASSOCIATION(
            Kind.NATURAL_KEY, Form.NOTHING, "DELETE", Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION),
    /** What fails is the request for a token, which the call of another operation makes. */
    AUTHENTICATE(Kind.AUTHENTICATION, Form.JSON, "POST") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.images().get(target.image());
        }

        @Override
        void check(Object answer, Target target) {
            GET_IMAGE.check(answer, target);
        }
    };

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

    private static final ImportTaskInput IMPORT =
            ImportTaskInput.fromUrl("http://127.0.0.1/nothing", DiskFormat.RAW, Map.of());

    static final byte[] DATA = data();

    private final Kind kind;
    private final Form form;
    private final String method;

    private final @Nullable Operation catalogOperation;

    Deed(Kind kind, Form form, String method) {
        this(kind, form, method, null);
    }

    /** A deed in the metadata catalog. */
    Deed(Kind kind, Form form, String method, @Nullable Operation operation) {
        this.kind = kind;
        this.form = form;
        this.method = method;
        this.catalogOperation = operation;
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
        return catalogOperation == null ? Cloud.OWNER : Cloud.ADMIN;
    }

    /** Brings the image, or the namespace, into the state that the call needs: a queued image will do. */
    void prepare(Target target) {
        if (catalogOperation != null) {
            script().before().accept(target.catalog(), target.namespace());
        }
    }

    Object call(FeignTransport transport, Target target) throws IOException {
        return script().call().apply(transport.metadefs(), target.namespace());
    }

    /** Returns whether the service has made the change; of a read it never has. */
    boolean done(Target target) {
        return catalogOperation != null && script().done().test(target.catalog(), target.namespace());
    }

    /** Checks what a successful call gave. */
    void check(Object answer, Target target) {
        if (catalogOperation == null || form == Form.NOTHING) {
            assertThat(answer).isSameAs(NOTHING);
        } else if (isChange()) {
            assertThat(answer).isNotNull();
        } else {
            assertThat(answer).isEqualTo(script().call().apply(target.catalog(), target.namespace()));
        }
    }

    private MetadefScript script() {
        return MetadefScript.of(requireNonNull(catalogOperation));
    }

    private static byte[] data() {
        byte[] data = new byte[128 << 10];
        new SplittableRandom(42).nextBytes(data);
        return data;
    }
}
