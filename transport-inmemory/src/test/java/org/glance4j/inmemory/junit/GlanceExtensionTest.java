package org.glance4j.inmemory.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.List;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.error.TransportClosedException;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;

class GlanceExtensionTest {

    @Nested
    @ExtendWith(GlanceExtension.class)
    class ByDefault {
        private final InMemoryImageService ofConstructor;
        private ImageId image = ImageId.of("none yet");

        ByDefault(InMemoryImageService service) {
            ofConstructor = service;
        }

        @BeforeEach
        void producerSharesAnImage(@As("producer") ImageClient producer) {
            image = producer.images().create(NewImage.named("shared").build()).id();
            producer.members().add(image, ProjectId.of("consumer"));
        }

        @Test
        void clientsAndTransportsOfOneTestMeetInOneService(
                @As("consumer") ImageClient consumer,
                @As("consumer") ImageTransport transport,
                @As("consumer") Caller caller,
                InMemoryImageService service) {
            consumer.members().updateStatus(image, caller.project(), MemberStatus.ACCEPTED);
            assertThat(transport.images().list(ImageQuery.defaults()).items()).hasSize(1);
            assertThat(service).isSameAs(ofConstructor);
            assertThat(service.profile()).isEqualTo(Profile.SECURE_RBAC);
        }

        @RepeatedTest(2)
        void eachTestHasAFreshServiceAndAnAdminSeesAllOfIt(@As(value = "ops", admin = true) ImageTransport admin) {
            assertThat(admin.images().list(ImageQuery.defaults()).items())
                    .singleElement()
                    .satisfies(found -> assertThat(found.id()).isEqualTo(image));
        }
    }

    @Nested
    class AtTheEnd {
        private static final List<ImageTransport> USED = new ArrayList<>();

        @RegisterExtension
        private final GlanceExtension glance = new GlanceExtension(
                () -> InMemoryImageService.builder().profile(Profile.LEGACY).build());

        @Test
        void ownServiceIsUsed(InMemoryImageService service, @As("producer") ImageTransport producer) {
            assertThat(service.profile()).isEqualTo(Profile.LEGACY);
            assertThat(producer.images().list(ImageQuery.defaults()).items()).isEmpty();
            USED.add(producer);
        }

        @AfterAll
        static void serviceIsClosed() {
            assertThat(USED)
                    .singleElement()
                    .satisfies(transport -> assertThatExceptionOfType(TransportClosedException.class)
                            .isThrownBy(() -> transport.images().list(ImageQuery.defaults())));
        }
    }
}
