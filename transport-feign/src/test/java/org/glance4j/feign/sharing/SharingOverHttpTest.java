package org.glance4j.feign.sharing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.sharing.SharingResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The handshake on top of the port, with HTTP below it: the same code and the same refusals as in the heap. */
class SharingOverHttpTest {
    private final InMemoryImageServer server =
            InMemoryImageServer.builder().build().start();
    private final FeignTransport producer = transport("producer");
    private final FeignTransport consumer = transport("consumer");
    private final ImageClient owner = ImageClient.of(producer);
    private final ImageClient member = ImageClient.of(consumer);
    private final ProjectId consumerProject =
            server.seed().projectId("consumer").orElseThrow();
    private final ImageId image =
            owner.images().create(NewImage.named("shared").build()).id();

    @AfterEach
    void stop() {
        producer.close();
        consumer.close();
        server.close();
    }

    @Test
    void consumerDecidesWithItsFirstCall() {
        owner.sharing().offer(image, consumerProject);

        assertThat(member.sharing().accept(image).status()).isEqualTo(MemberStatus.ACCEPTED);
        assertThat(member.images().list()).extracting(Image::id).containsExactly(image);
    }

    @Test
    void offerDecisionAndWithdrawalGoRound() {
        assertThat(owner.sharing().offer(image, consumerProject).status()).isEqualTo(MemberStatus.PENDING);
        assertThat(owner.sharing().offer(image, consumerProject).status()).isEqualTo(MemberStatus.PENDING);
        assertThatThrownBy(() -> owner.sharing().accept(image, consumerProject)).isInstanceOf(ForbiddenException.class);
        assertThat(member.sharing().sharedWithMe(MemberStatus.PENDING))
                .extracting(Image::id)
                .containsExactly(image);
        member.sharing().reject(image);
        assertThat(member.sharing().sharedWithMe(MemberStatus.REJECTED))
                .extracting(Image::id)
                .containsExactly(image);
        assertThat(owner.sharing().awaitDecision(image, consumerProject).status())
                .isEqualTo(MemberStatus.REJECTED);
        owner.sharing().withdraw(image, consumerProject);
        assertThat(member.images().find(image)).isEmpty();
        assertThat(owner.sharing().member(image, consumerProject)).isEmpty();
        assertThatThrownBy(() -> owner.sharing().awaitDecision(image, consumerProject))
                .isInstanceOf(MemberNotFoundException.class);
    }

    @Test
    void reconciliationLeavesExactlyTheDesiredMembers() {
        ProjectId one = ProjectId.of("one");
        ProjectId percent = ProjectId.of("50% off");
        owner.sharing().offer(image, List.of(one, consumerProject)).orElseThrow();
        SharingResult result = owner.sharing().reconcile(image, Set.of(consumerProject, percent));

        assertThat(result.orElseThrow().added()).extracting(Member::memberId).containsExactly(percent);
        assertThat(result.removed()).extracting(Member::memberId).containsExactly(one);
        assertThat(owner.sharing().members(image))
                .extracting(Member::memberId)
                .containsExactlyInAnyOrder(consumerProject, percent);
    }

    @Test
    void timeThatIsOverNamesWhatWasNotSent() {
        SharingResult result = owner.within(Duration.ZERO).sharing().offer(image, List.of(consumerProject));

        assertThat(result.failed())
                .singleElement()
                .satisfies(failed -> assertThat(failed.failure()).isInstanceOf(DeadlineExceededException.class));
        assertThat(owner.sharing().members(image)).isEmpty();
    }

    private FeignTransport transport(String user) {
        return FeignTransport.builder()
                .authUrl(server.authUrl())
                .username(user)
                .password(Secret.of(user + "-password"))
                .userDomainName("Default")
                .projectName(user)
                .projectDomainName("Default")
                .build();
    }
}
