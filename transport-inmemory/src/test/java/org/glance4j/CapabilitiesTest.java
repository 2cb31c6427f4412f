package org.glance4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.glance4j.auth.Caller;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.OperationNotOfferedException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Capabilities;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.ResourceUsage;
import org.glance4j.model.SchemaName;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.testing.ManualTime;
import org.glance4j.testing.PlantedService;
import org.glance4j.transport.ServiceOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Operations that not every service offers: usage stands for all of them. */
class CapabilitiesTest {
    private final ManualTime time = new ManualTime();
    private final Service service = new Service();
    private final InMemoryImageService cloud = InMemoryImageService.create();
    private final ImageClient client = ImageClient.builder(
                    new PlantedService(cloud.as(Caller.of(ProjectId.of("p"))), service))
            .ticker(time)
            .build();

    @AfterEach
    void close() {
        cloud.close();
    }

    /** A service that counts, and offers what it is told to. */
    private static final class Service implements ServiceOperations {
        private final List<Integer> minors = new ArrayList<>();
        private boolean down;
        private int questions;
        private int calls;

        @Override
        public ApiVersions versions() {
            questions++;
            if (down) {
                throw new ServiceUnavailableException(
                        Failure.of(Operation.LIST_VERSIONS).build(), null);
            }
            return new ApiVersions(minors.stream()
                    .map(minor -> new ApiVersion("v2." + minor, "SUPPORTED", List.of()))
                    .toList());
        }

        @Override
        public List<ResourceUsage> usage() {
            calls++;
            return List.of();
        }
    }

    private void offers(int highest) {
        service.minors.clear();
        IntStream.rangeClosed(0, highest).forEach(service.minors::add);
    }

    @Test
    void whatIsNotOfferedIsRefusedBeforeItIsSent() {
        offers(9);
        OperationNotOfferedException refused = catchThrowableOfType(
                OperationNotOfferedException.class, () -> client.service().usage());
        assertThat(refused)
                .hasMessageContaining("cannot show usage")
                .hasMessageContaining("it takes version 2.13 of the Image API, and the service goes up to 2.9");
        assertThat(refused.neededMinor()).isEqualTo(13);
        assertThat(refused.highestMinor()).isEqualTo(9);
        assertThat(refused.effect()).isEqualTo(Effect.NOT_SENT);
        assertThat(refused.failure().operation()).isEqualTo(Operation.GET_USAGE);
        assertThat(service.calls).isZero();
        assertThat(client.capabilities().supports(Operation.GET_USAGE)).isFalse();
        assertThat(client.capabilities().supports(Operation.LIST_IMAGES)).isTrue();
    }

    @Test
    void tagsAreNotAddedWhereTheServiceWouldReplaceThem() {
        offers(13);
        assertThatThrownBy(() -> client.metadefs().tags().addAll(NamespaceName.of("n"), List.of("c")))
                .isInstanceOf(OperationNotOfferedException.class);
        offers(9);
        assertThat(new Capabilities(service.versions()).supports(Operation.LIST_IMAGE_TASKS))
                .as("a site with one store lists no more")
                .isTrue();
        offers(8);
        assertThat(new Capabilities(service.versions()).supports(Operation.LIST_IMAGE_TASKS))
                .isFalse();
    }

    @Test
    void theVersionsAreAskedForOnceByAClientAndItsViews() {
        offers(15);
        for (int i = 0; i < 3; i++) {
            client.service().usage();
            client.within(Duration.ofSeconds(5)).service().usage();
        }
        assertThat(client.capabilities().versions().highestMinor()).hasValue(15);
        assertThat(service.questions).isEqualTo(1);
        assertThat(service.calls).isEqualTo(6);
    }

    @Test
    void operationsOfTheFirstVersionsAreNotAskedAbout() {
        client.images().list().forEach(image -> {});
        client.within(Duration.ofSeconds(5)).schemas().get(SchemaName.IMAGE);
        assertThat(service.questions).isZero();
    }

    @Test
    void whereTheVersionsCannotBeHadNothingIsRefusedNorAskedAtEveryCall() {
        service.down = true;
        for (int i = 0; i < 5; i++) {
            client.service().usage();
        }
        assertThat(service.calls).isEqualTo(5);
        assertThat(service.questions).isEqualTo(1);
        assertThat(catchThrowableOfType(ServiceUnavailableException.class, client::capabilities))
                .isNotNull();
    }

    @Test
    void aListWithoutAVersionOfV2RefusesNothing() {
        client.service().usage();
        assertThat(service.calls).isEqualTo(1);
        assertThat(client.capabilities().supports(Operation.GET_USAGE)).isTrue();
    }

    @Test
    void aNoIsAskedForAgainAfterTenMinutes() {
        offers(9);
        assertThat(catchThrowableOfType(
                        OperationNotOfferedException.class,
                        () -> client.service().usage()))
                .isNotNull();
        offers(15);
        time.pass(Duration.ofMinutes(10).minusNanos(1));
        assertThat(catchThrowableOfType(
                        OperationNotOfferedException.class,
                        () -> client.service().usage()))
                .isNotNull();
        assertThat(service.questions).isEqualTo(1);
        time.pass(Duration.ofNanos(1));
        client.service().usage();
        time.pass(Duration.ofDays(1));
        client.service().usage();
        assertThat(service.questions).isEqualTo(2);
    }
}
