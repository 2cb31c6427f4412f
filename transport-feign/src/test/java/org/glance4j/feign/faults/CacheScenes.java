package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.feign.FeignTransport;

/** The cache of image data: the call of each operation, and how to see that it was done. */
final class CacheScenes {
    private CacheScenes() {}

    static Scene list() {
        return new Scene() {
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
        };
    }

    static Scene queue() {
        return new Scene() {
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
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return target.isCached();
            }
        };
    }

    static Scene remove() {
        return new Scene() {
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
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return !target.isCached();
            }
        };
    }

    static Scene clear() {
        return new Scene() {
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
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return !target.isCached();
            }
        };
    }
}
