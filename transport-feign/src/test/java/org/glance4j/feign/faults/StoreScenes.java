package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImageImport;

/** Stores: the call of each operation, and how to see that it was done. */
final class StoreScenes {
    private StoreScenes() {}

    static Scene list() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.stores().list();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().stores().list());
            }
        };
    }

    static Scene details() {
        return new Scene() {
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
        };
    }

    static Scene delete() {
        return new Scene() {
            @Override
            void prepare(Target target) {
                Deed.IMPORT_IMAGE.prepare(target);
                target.owner()
                        .imports()
                        .importImage(
                                target.image(),
                                ImageImport.glanceDirect().toStores(Cloud.FIRST_STORE, Cloud.SECOND_STORE));
            }

            @Override
            String user() {
                return Cloud.ADMIN;
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                transport.stores().delete(Cloud.SECOND_STORE, target.image());
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                Object stores = target.owner()
                        .images()
                        .get(target.image())
                        .otherFields()
                        .get("stores");
                return Cloud.FIRST_STORE.value().equals(stores);
            }
        };
    }
}
