package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.SchemaName;

/** What the service says of itself, and signing in: the call of each operation, and how to see that it was done. */
final class ServiceScenes {
    private ServiceScenes() {}

    static Scene listVersions() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.service().versions();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(((ApiVersions) answer).highestMinor()).hasValue(17);
            }
        };
    }

    static Scene getUsage() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.service().usage();
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().service().usage());
            }
        };
    }

    static Scene getSchema() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.schemas().get(SchemaName.MEMBER);
            }

            @Override
            void check(Object answer, Target target) {
                assertThat(answer).isEqualTo(target.owner().schemas().get(SchemaName.MEMBER));
            }
        };
    }

    static Scene authenticate() {
        return new Scene() {
            @Override
            Object call(FeignTransport transport, Target target) {
                return transport.images().get(target.image());
            }

            @Override
            void check(Object answer, Target target) {
                Deed.GET_IMAGE.check(answer, target);
            }
        };
    }
}
