package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.Image;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;

/** Images: the call of each operation, and how to see that it was done. */
final class ImageScenes {
    private ImageScenes() {}

    static Scene create() {
        return new Scene() {
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
        };
    }

    static Scene get() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.images().get(target.image());
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().images().get(target.image()));
            }
        };
    }

    static Scene list() {
        return new Scene() {
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
        };
    }

    static Scene update() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport
                        .images()
                        .update(
                                target.image(),
                                ImagePatch.builder().name("renamed").build());
            }

            @Override
            boolean done(Target target) {
                return "renamed"
                        .equals(target.owner().images().get(target.image()).name());
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().images().get(target.image()));
            }
        };
    }

    static Scene delete() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                transport.images().delete(target.image());
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.owner()
                        .images()
                        .list(ImageQuery.builder().name(target.name()).build())
                        .items()
                        .isEmpty();
            }
        };
    }

    static Scene addTag() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                transport.images().addTag(target.image(), "blue");
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.owner().images().get(target.image()).tags().contains("blue");
            }
        };
    }

    static Scene removeTag() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                transport.images().removeTag(target.image(), "red");
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return !target.owner().images().get(target.image()).tags().contains("red");
            }
        };
    }

    static Scene deactivate() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.upload();
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                transport.images().deactivate(target.image());
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.status() == ImageStatus.DEACTIVATED;
            }
        };
    }

    static Scene reactivate() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                target.upload();
                target.owner().images().deactivate(target.image());
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                transport.images().reactivate(target.image());
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.status() == ImageStatus.ACTIVE;
            }
        };
    }
}
