package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.model.SortDirection;
import org.glance4j.model.SortKey;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Listing images. Every list here is narrowed to names of the test's own: others may use the service too. */
abstract class ListContract extends ResourceContract {

    /** Returns images of one name, oldest first. */
    private List<ImageId> series(String name, int count) {
        List<ImageId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(create(owner(), NewImage.named(name).build()).id());
        }
        return ids;
    }

    /** Returns a query with words that the builder does not take. */
    private static ImageQuery words(@Nullable String visibility, @Nullable String memberStatus) {
        return new ImageQuery(
                visibility,
                memberStatus,
                null,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Set.of(),
                Map.of(),
                List.of(),
                null,
                null);
    }

    @Test
    @Statement("S-054")
    final void othersCommunityImagesAreListedWhenAskedFor() {
        Image image = image(Visibility.COMMUNITY);
        assertThat(listed(bystander(), named(image))).isEmpty();
        assertThat(listed(admin(), named(image))).isEmpty();
        assertThat(listed(owner(), named(image))).containsExactly(image.id());
        assertThat(listed(bystander(), named(image).visibility(Visibility.COMMUNITY)))
                .containsExactly(image.id());
        assertThat(listed(bystander(), named(image).anyVisibility())).containsExactly(image.id());
        assertThat(listed(admin(), named(image).anyVisibility())).containsExactly(image.id());
    }

    @Test
    @Statement("S-055")
    final void privateImagesAreListedToTheirOwnerAlone() {
        Image hidden = image(Visibility.PRIVATE);
        Image other = create(builder -> builder.name(String.valueOf(hidden.name())));
        share(other.id(), MemberStatus.ACCEPTED);
        ImageQuery.Builder query = named(hidden).visibility(Visibility.PRIVATE);
        assertThat(listed(owner(), query)).containsExactly(hidden.id());
        assertThat(listed(consumer(), query)).isEmpty();
        assertThat(listed(bystander(), query)).isEmpty();
        assertThat(listed(admin(), query)).containsExactly(hidden.id());
    }

    @Test
    final void publicImagesAreListedToEveryoneWhateverTheMemberStatus() {
        Image image = image(Visibility.PUBLIC);
        assertThat(listed(bystander(), named(image))).containsExactly(image.id());
        assertThat(listed(bystander(), named(image).visibility(Visibility.PUBLIC)))
                .containsExactly(image.id());
        assertThat(listed(bystander(), named(image).memberStatus(MemberStatus.REJECTED)))
                .containsExactly(image.id());
        assertThat(listed(bystander(), named(image).visibility(Visibility.SHARED)))
                .isEmpty();
    }

    @Test
    @Statement("S-056")
    final void pendingImagesAreListedToTheConsumerWhenAskedFor() {
        Image image = create(builder -> builder);
        share(image.id(), MemberStatus.PENDING);
        ImageQuery.Builder shared = named(image).visibility(Visibility.SHARED);
        assertThat(listed(consumer(), shared.memberStatus(MemberStatus.PENDING)))
                .containsExactly(image.id());
        assertThat(listed(consumer(), shared.memberStatus(MemberStatus.ACCEPTED)))
                .isEmpty();
        assertThat(listed(bystander(), shared.memberStatus(MemberStatus.PENDING)))
                .isEmpty();
    }

    @Test
    @Statement("S-057")
    final void everyMemberStatusIsListedWhenAskedFor() {
        String name = uniqueName();
        List<ImageId> images = series(name, 3);
        share(images.get(0), MemberStatus.PENDING);
        share(images.get(1), MemberStatus.ACCEPTED);
        share(images.get(2), MemberStatus.REJECTED);
        ImageQuery.Builder query = ImageQuery.builder().name(name);
        assertThat(listed(consumer(), query)).containsExactly(images.get(1));
        assertThat(listed(consumer(), query.memberStatus(MemberStatus.REJECTED)))
                .containsExactly(images.get(2));
        assertThat(listed(consumer(), query.anyMemberStatus())).containsExactlyInAnyOrderElementsOf(images);
        assertThat(listed(consumer(), query.anyMemberStatus().visibility(Visibility.SHARED)))
                .containsExactlyInAnyOrderElementsOf(images);
        assertThat(listed(owner(), query.memberStatus(MemberStatus.REJECTED)))
                .containsExactlyInAnyOrderElementsOf(images);
    }

    @Test
    @Statement("S-058")
    final void unknownMemberStatusOrVisibilityIsBadRequest() {
        refusedHereOrThere(InvalidRequestException.class, () -> owner().images().list(words("secret", null)));
        refusedHereOrThere(InvalidRequestException.class, () -> owner().images().list(words(null, "maybe")));
        answers(400, Party.OWNER, get("/v2/images?visibility=secret"));
        answers(400, Party.OWNER, get("/v2/images?visibility=Public"));
        answers(400, Party.OWNER, get("/v2/images?member_status=maybe"));
        answers(400, Party.ADMIN, get("/v2/images?member_status=maybe"));
    }

    @Test
    @Statement("S-059")
    final void hiddenImagesAreListedWhenAskedForAndShownAlways() {
        Image hidden = create(builder -> builder.hidden(true));
        Image plain = create(builder -> builder.name(String.valueOf(hidden.name())));
        assertThat(listed(owner(), named(hidden))).containsExactly(plain.id());
        assertThat(listed(owner(), named(hidden).hidden(false))).containsExactly(plain.id());
        assertThat(listed(owner(), named(hidden).hidden(true))).containsExactly(hidden.id());
        assertThat(owner().images().get(hidden.id()).hidden()).isTrue();
    }

    @Test
    @Statement("S-067")
    final void newestComesFirst() {
        String name = uniqueName();
        List<ImageId> images = series(name, 4);
        Collections.reverse(images);
        assertThat(listed(owner(), ImageQuery.builder().name(name))).containsExactlyElementsOf(images);
    }

    @Test
    @Statement("S-070")
    final void walkMeetsEachImageOnceInOrder() {
        String name = uniqueName();
        List<ImageId> images = series(name, 10);
        Collections.reverse(images);
        assertThat(listed(owner(), ImageQuery.builder().name(name).limit(3))).containsExactlyElementsOf(images);
        // Two full pages of five: the last one has a next, which is empty.
        assertThat(listed(owner(), ImageQuery.builder().name(name).limit(5))).containsExactlyElementsOf(images);
        Page<Image> last = owner().images()
                .list(ImageQuery.builder()
                        .name(name)
                        .limit(5)
                        .marker(images.get(9))
                        .build());
        assertThat(last.items()).isEmpty();
        assertThat(last.next()).isEmpty();
    }

    @Test
    @Statement("S-070")
    final void walkAlongTheServicesLinksMeetsEachImageOnce() {
        String name = uniqueName();
        List<ImageId> images = series(name, 10);
        Collections.reverse(images);
        List<ImageId> met = new ArrayList<>();
        String link = "/v2/images?limit=3&name=" + name;
        while (link != null) {
            JsonNode page = send(Party.OWNER, get(link)).json();
            page.get("images")
                    .forEach(image -> met.add(ImageId.of(image.get("id").asText())));
            assertThat(page.get("first").asText()).startsWith("/v2/images?").doesNotContain("marker");
            assertThat(page.get("schema").asText()).isEqualTo("/v2/schemas/images");
            link = page.has("next") ? page.get("next").asText() : null;
        }
        assertThat(met).containsExactlyElementsOf(images);
    }

    @Test
    @Statement("S-071")
    final void pageHoldsTwentyFiveUnlessAskedOtherwise() {
        String name = uniqueName();
        List<ImageId> images = series(name, 26);
        Page<Image> first =
                owner().images().list(ImageQuery.builder().name(name).build());
        assertThat(first.items()).hasSize(25);
        assertThat(first.next()).isPresent();
        Page<Image> second = owner().images().list(first.next().orElseThrow());
        assertThat(second.items()).extracting(Image::id).containsExactly(images.get(0));
        assertThat(second.next()).isEmpty();
        Page<Image> none =
                owner().images().list(ImageQuery.builder().name(name).limit(0).build());
        assertThat(none.items()).isEmpty();
        assertThat(none.next()).isEmpty();
    }

    @Test
    @Statement("S-072")
    final void limitThatIsNoCountIsBadRequest() {
        for (String limit : List.of("-1", "ten", "1.5", "")) {
            answers(400, Party.OWNER, get("/v2/images?limit=" + limit));
        }
        ImageQuery negative = ImageQuery.builder().limit(-1).build();
        refusedHereOrThere(InvalidRequestException.class, () -> owner().images().list(negative));
    }

    @Test
    @Statement("S-073")
    final void unknownMarkerIsBadRequest() {
        ImageQuery query = ImageQuery.builder().marker(unknownImage()).build();
        refused(InvalidRequestException.class, 400, () -> owner().images().list(query));
        Image deleted = create(builder -> builder);
        owner().images().delete(deleted.id());
        ImageQuery gone = ImageQuery.builder().marker(deleted.id()).build();
        refused(InvalidRequestException.class, 400, () -> owner().images().list(gone));
    }

    @Test
    final void adminPagesFromADeletedImage() {
        String name = uniqueName();
        List<ImageId> images = series(name, 3);
        owner().images().delete(images.get(1));
        ImageQuery.Builder behind =
                ImageQuery.builder().name(name).anyVisibility().marker(images.get(1));
        assertThat(listed(admin(), behind)).containsExactly(images.get(0));
        assertThat(listed(admin(), behind.sort(SortKey.NAME, SortDirection.ASCENDING)))
                .containsExactly(images.get(2));
        refused(InvalidRequestException.class, 400, () -> owner().images().list(behind.build()));
    }

    @Test
    final void markerThatTheCallerDoesNotSeeIsForbidden() {
        ImageQuery query = ImageQuery.builder().marker(shared()).build();
        refused(ForbiddenException.class, 403, () -> bystander().images().list(query));
    }

    @Test
    final void conditionsHoldTogether() {
        String name = uniqueName();
        Image both = create(builder -> builder.name(name).tag("a").tag("b"));
        Image one = create(builder -> builder.name(name).tag("a"));
        ImageQuery.Builder query = ImageQuery.builder().name(name);
        assertThat(listed(owner(), query.tag("a"))).containsExactlyInAnyOrder(one.id(), both.id());
        assertThat(listed(owner(), query.tag("b"))).containsExactly(both.id());
        assertThat(listed(owner(), query.status(ImageStatus.QUEUED))).containsExactly(both.id());
        assertThat(listed(owner(), query.owner(project(Party.OWNER)))).containsExactly(both.id());
        assertThat(listed(owner(), query.status(ImageStatus.ACTIVE))).isEmpty();
        assertThat(listed(owner(), ImageQuery.builder().name(name).owner(consumerId())))
                .isEmpty();
    }

    @Test
    final void ownerIsOneMoreConditionAndNotAWiderOne() {
        Image image = image(Visibility.PRIVATE);
        assertThat(listed(bystander(), named(image).owner(project(Party.OWNER))))
                .isEmpty();
        assertThat(listed(admin(), named(image).owner(project(Party.OWNER)))).containsExactly(image.id());
    }
}
