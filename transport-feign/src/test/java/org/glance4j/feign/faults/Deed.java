package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Image;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.SchemaName;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;

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
    LIST_VERSIONS(Kind.SAFE, Form.JSON, "GET") {
        @Override
        Object call(FeignTransport transport, Target target) {
            return transport.service().versions();
        }

        @Override
        void check(Object answer, Target target) {
            assertThat(((ApiVersions) answer).highestMinor()).hasValue(15);
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
    static final byte[] DATA = data();

    private final Kind kind;
    private final Form form;
    private final String method;

    Deed(Kind kind, Form form, String method) {
        this.kind = kind;
        this.form = form;
        this.method = method;
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
        return Cloud.OWNER;
    }

    /** Brings the image into the state that the call needs. */
    void prepare(Target target) {
        // A queued image will do.
    }

    abstract Object call(FeignTransport transport, Target target) throws IOException;

    /** Returns whether the service has made the change; of a read it never has. */
    boolean done(Target target) {
        return false;
    }

    /** Checks what a successful call gave. */
    void check(Object answer, Target target) {
        assertThat(answer).isSameAs(NOTHING);
    }

    private static byte[] data() {
        byte[] data = new byte[128 << 10];
        new SplittableRandom(42).nextBytes(data);
        return data;
    }
}
