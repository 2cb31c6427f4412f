package org.glance4j.feign.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.observe.ObservedCall;
import org.glance4j.observe.Repeat;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MicrometerListenerTest {
    private static final String GET_MEMBER = "GET /v2/images/{id}/members/{member}";

    private final InMemoryImageServer server = InMemoryImageServer.builder().start();
    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final MicrometerListener listener = new MicrometerListener(registry);
    private final FeignTransport transport = FeignTransport.builder()
            .authUrl(server.authUrl())
            .username("producer")
            .userDomainName("Default")
            .password(Secret.of("producer-password"))
            .projectName("producer")
            .projectDomainName("Default")
            .listener(listener)
            .build();
    private final ImageClient client = ImageClient.of(transport);
    private final ImageId image =
            client.images().create(NewImage.named("canary-name").build()).id();

    @AfterEach
    void stop() {
        transport.close();
        server.close();
        registry.close();
    }

    @Test
    void callsAndAttemptsAreTimedByRouteAndOutcome() {
        assertThatThrownBy(() -> client.members().get(image, ProjectId.of("nobody")))
                .isInstanceOf(ImageServiceException.class);

        assertThat(registry.get("glance4j.calls")
                        .tags("route", GET_MEMBER, "outcome", "MemberNotFoundException", "effect", "not_applied")
                        .timer()
                        .totalTime(TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(registry.get("glance4j.attempts")
                        .tags("route", GET_MEMBER, "result", "answered", "status", "4xx")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(registry.get("glance4j.calls")
                        .tags("route", "POST /v3/auth/tokens", "outcome", "success", "effect", "none")
                        .timer()
                        .count())
                .isEqualTo(1);
        assertThat(counter("glance4j.tokens", "event", "issued")).isEqualTo(1);
        assertThat(counter("glance4j.member.cache", "event", "miss")).isEqualTo(1);
        assertThat(counter("glance4j.member.cache", "event", "load_failed")).isEqualTo(1);
    }

    @Test
    void repeatsAndRefusedTokensAreCounted() {
        ObservedCall call = new ObservedCall(1, Operation.GET_MEMBER, GET_MEMBER);
        listener.callRepeats(call, new Repeat(2, Duration.ZERO, true));
        listener.callRepeats(call, new Repeat(3, Duration.ZERO, false));
        listener.tokenRejected();

        assertThat(counter("glance4j.repeats", "route", GET_MEMBER, "asked", "true"))
                .isEqualTo(1);
        assertThat(counter("glance4j.repeats", "route", GET_MEMBER, "asked", "false"))
                .isEqualTo(1);
        assertThat(counter("glance4j.tokens", "event", "rejected")).isEqualTo(1);
    }

    @Test
    void noTagHoldsAnIdOrAName() {
        for (int i = 0; i < 3; i++) {
            ImageId other = ImageId.of("canary-image-" + i);
            ProjectId project = ProjectId.of("canary-project-" + i);
            String tag = "canary-tag-" + i;
            assertThatThrownBy(() -> client.images().get(other)).isInstanceOf(ImageServiceException.class);
            assertThatThrownBy(() -> client.images().addTag(other, tag)).isInstanceOf(ImageServiceException.class);
            assertThatThrownBy(() -> client.members().get(other, project)).isInstanceOf(ImageServiceException.class);
            assertThatThrownBy(() -> client.data().upload(other, ImageData.of(new byte[1])))
                    .isInstanceOf(ImageServiceException.class);
            client.images().addTag(image, tag);
            client.images().removeTag(image, tag);
            client.images().update(image, ImagePatch.builder().name(tag).build());
            client.images().list(ImageQuery.builder().name(tag).build()).forEach(found -> {});
            client.members().add(image, project);
            client.members().remove(image, project);
            assertThatThrownBy(() -> transport.identity().orElseThrow().findProject(project.value()))
                    .isInstanceOf(ForbiddenException.class);
        }

        Set<String> values = new TreeSet<>();
        for (Meter meter : registry.getMeters()) {
            meter.getId().getTags().stream().map(Tag::getValue).forEach(values::add);
        }
        assertThat(values)
                .contains("GET /v2/images/{id}", "GET /v3/projects/{id}", "PUT /v2/images/{id}/tags/{tag}")
                .noneMatch(value -> value.contains("canary") || value.contains(image.value()))
                .allMatch(value -> value.matches(
                        "(GET|PUT|POST|PATCH|DELETE) /[a-z0-9/{}]+(/v3/auth/tokens)?|[A-Za-z_]+|[1-5]xx"));
    }

    private double counter(String name, String... tags) {
        return registry.get(name).tags(tags).counter().count();
    }
}
