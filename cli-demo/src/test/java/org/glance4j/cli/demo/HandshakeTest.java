package org.glance4j.cli.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.spy;

import java.util.ArrayList;
import java.util.List;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.cache.MemberCacheSettings;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MemberOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HandshakeTest {
    private final InMemoryImageService service = InMemoryImageService.create();
    private final List<String> lines = new ArrayList<>();

    @AfterEach
    void closeService() {
        service.close();
    }

    private ImageTransport as(ProjectId project) {
        return service.as(Caller.of(project));
    }

    private void play(ImageTransport owner, ImageTransport consumer) {
        new Handshake(new Story(lines::add), client(owner), client(consumer), client(as(Handshake.BYSTANDER))).play();
    }

    private static ImageClient client(ImageTransport transport) {
        return ImageClient.builder(transport)
                .memberCache(MemberCacheSettings.off())
                .build();
    }

    @Test
    void theStoryHoldsTheWholeHandshake() {
        play(as(Handshake.PRODUCER), as(Handshake.CONSUMER));

        assertThat(lines)
                .containsSubsequence(
                        "   The owner adds consumer to the image's members",
                        "      -> the membership of consumer is pending",
                        "      -> the image is not in the list",
                        "   The owner accepts for consumer",
                        "      -> refused with 403: the owner cannot change a member's status; the consumer consumer can",
                        "   The consumer accepts the image",
                        "      -> the membership of consumer is accepted",
                        "      -> the image is in the list",
                        "      -> the membership of consumer is rejected",
                        "      -> the image is not in the list",
                        "      -> the membership of consumer is pending",
                        "   The bystander lists images, its own and those offered to it",
                        "      -> there is none",
                        "   The owner removes consumer from the image's members",
                        "      -> the image has no members");
    }

    @Test
    void anOwnerWhoMayAcceptEndsTheStory() {
        // A service with this rule wrong: what the owner sets, it sets in the consumer's name.
        ImageTransport owner = spy(as(Handshake.PRODUCER));
        MemberOperations consumers = as(Handshake.CONSUMER).members();
        MemberOperations members = spy(owner.members());
        doAnswer(call -> consumers.updateStatus(call.getArgument(0), call.getArgument(1), call.getArgument(2)))
                .when(members)
                .updateStatus(any(), any(), any());
        doReturn(members).when(owner).members();
        doReturn(owner).when(owner).within(any());

        assertThatThrownBy(() -> play(owner, as(Handshake.CONSUMER)))
                .isInstanceOf(UnexpectedTurnException.class)
                .hasMessageContaining("The owner accepts for consumer")
                .hasMessageContaining("expected a refusal, ForbiddenException")
                .hasMessageContaining("it succeeded");
    }

    @Test
    void anOfferThatIsListedAtOnceEndsTheStory() {
        ImageTransport seesAll = spy(as(Handshake.CONSUMER));
        ImageTransport owners = as(Handshake.PRODUCER);
        doReturn(owners.images()).when(seesAll).images();
        doReturn(seesAll).when(seesAll).within(any());

        assertThatThrownBy(() -> play(as(Handshake.PRODUCER), seesAll))
                .isInstanceOf(UnexpectedTurnException.class)
                .hasMessageContaining("expected a refusal, ImageNotFoundException");
    }
}
