package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Visibility;

/** Locations: the call of each operation, and how to see that it was done. */
final class LocationScenes {
    private LocationScenes() {}

    static Scene list() {
        return new Scene() {
            @Override
            String user() {
                return Cloud.SERVICE;
            }

            @Override
            void prepare(Target target) {
                target.upload();
                target.owner()
                        .images()
                        .update(
                                target.image(),
                                ImagePatch.builder()
                                        .visibility(Visibility.COMMUNITY)
                                        .build());
            }

            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.locations().list(target.image());
            }

            @Override
            void check(Object answer, Target target) {
                assertThat((List<?>) answer).hasSize(1);
                assertThat(answer)
                        .isEqualTo(
                                target.cloud().direct(Cloud.SERVICE).locations().list(target.image()));
            }
        };
    }

    static Scene add() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                transport.locations().add(target.image(), "http://images.example/" + target.name(), null);
                return Deed.NOTHING;
            }

            @Override
            boolean done(Target target) {
                return !target.owner().imports().tasks(target.image()).isEmpty();
            }
        };
    }
}
