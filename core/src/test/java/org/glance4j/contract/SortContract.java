package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.glance4j.error.ListingNotAdvancingException;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.SortDirection;
import org.glance4j.model.SortKey;
import org.glance4j.transport.Listing;
import org.junit.jupiter.api.Test;

/** The order of lists, and their pages in it. Every list here has a tag of the test's own: others may use the service too. */
abstract class SortContract extends ResourceContract {
    private final String ours = uniqueName();

    private ImageId ours(NewImage.Builder image) {
        return create(owner(), image.tag(ours).build()).id();
    }

    private List<ImageId> named(String... names) {
        return Arrays.stream(names).map(name -> ours(NewImage.named(name))).toList();
    }

    private ImageQuery.Builder query() {
        return ImageQuery.builder().tag(ours).limit(2);
    }

    private List<String> names(String sorting) {
        List<String> names = new ArrayList<>();
        send(Party.OWNER, get("/v2/images?tag=" + ours + "&" + sorting))
                .json()
                .get("images")
                .forEach(image -> names.add(image.get("name").asText()));
        return names;
    }

    @Test
    @Statement("S-068")
    final void keysAndDirectionsAreHonouredOnEveryPage() {
        List<ImageId> images = named("b", "a", "c", "a", "b");
        assertThat(listed(
                        owner(),
                        query().sort(SortKey.NAME, SortDirection.ASCENDING)
                                .sort(SortKey.CREATED_AT, SortDirection.DESCENDING)))
                .containsExactly(images.get(3), images.get(1), images.get(4), images.get(0), images.get(2));
        assertThat(listed(
                        owner(),
                        query().sort(SortKey.NAME, SortDirection.DESCENDING)
                                .sort(SortKey.CREATED_AT, SortDirection.ASCENDING)))
                .containsExactly(images.get(2), images.get(0), images.get(4), images.get(1), images.get(3));
        assertThat(listed(owner(), query().sort(SortKey.CREATED_AT, SortDirection.ASCENDING)))
                .containsExactlyElementsOf(images);
    }

    @Test
    @Statement("S-068")
    final void tiesAreBrokenByTimeInTheDirectionOfASingleKeyAndElseNewestFirst() {
        List<ImageId> images = named("a", "a", "a");
        List<ImageId> newestFirst = new ArrayList<>(images);
        Collections.reverse(newestFirst);
        assertThat(listed(owner(), query().sort(SortKey.NAME, SortDirection.ASCENDING)))
                .containsExactlyElementsOf(images);
        assertThat(listed(owner(), query().sort(SortKey.NAME, SortDirection.DESCENDING)))
                .containsExactlyElementsOf(newestFirst);
        assertThat(listed(
                        owner(),
                        query().sort(SortKey.NAME, SortDirection.ASCENDING)
                                .sort(SortKey.STATUS, SortDirection.ASCENDING)))
                .containsExactlyElementsOf(newestFirst);
    }

    @Test
    @Statement("S-068")
    final void textsOrderByCodePoint() {
        named("image-2,image-5", "image-2", "image-10", "Image", "é", "z", "", "_");
        assertThat(names("sort=name:asc"))
                .containsExactly("", "Image", "_", "image-10", "image-2", "image-2,image-5", "z", "é");
    }

    @Test
    @Statement("S-068")
    final void imagesWithoutAValueComeBeforeAllOthers() {
        ImageId raw = ours(NewImage.named("a").diskFormat(DiskFormat.RAW));
        ImageId none = ours(NewImage.builder());
        ImageId iso = ours(NewImage.named("b").diskFormat(DiskFormat.ISO));
        ImageId other = ours(NewImage.builder());
        ImageQuery.Builder byFormat = query().limit(1);
        assertThat(listed(owner(), byFormat.sort(SortKey.DISK_FORMAT, SortDirection.ASCENDING)))
                .containsExactly(none, other, iso, raw);
        assertThat(listed(owner(), query().limit(1).sort(SortKey.NAME, SortDirection.DESCENDING)))
                .containsExactly(iso, raw, other, none);
    }

    @Test
    @Statement("S-068")
    final void everyKeyGivesPagesThatMeetEachImageOnce() {
        List<ImageId> images = new ArrayList<>(named("b", "a", "c"));
        owner().images().update(images.get(0), ImagePatch.builder().name("d").build());
        for (SortKey key : SortKey.values()) {
            if (key != SortKey.SIZE) {
                for (SortDirection direction : SortDirection.values()) {
                    assertThat(listed(owner(), query().limit(1).sort(key, direction)))
                            .as("%s %s", key, direction)
                            .containsExactlyInAnyOrderElementsOf(images);
                }
            }
        }
        assertThat(listed(owner(), query().sort(SortKey.UPDATED_AT, SortDirection.DESCENDING)))
                .containsExactly(images.get(0), images.get(2), images.get(1));
    }

    /** Glance on SQLite loses its way among images without a size; a walk ends then, and says so. */
    @Test
    final void walkBySizeMeetsEachImageOnceOrEndsWithAnError() {
        List<ImageId> images = new ArrayList<>();
        for (int size = 1; size <= 2; size++) {
            ImageId image = withData(new byte[size]);
            owner().images().addTag(image, ours);
            images.add(0, image);
        }
        images.add(ours(NewImage.builder()));
        images.add(2, ours(NewImage.builder()));
        images.add(2, ours(NewImage.builder()));
        Listing<Image> listing = Listing.ofImages(
                () -> owner().images(),
                query().sort(SortKey.SIZE, SortDirection.DESCENDING).build());
        if (target().pagesImagesWithoutSize()) {
            assertThat(listing).extracting(Image::id).containsExactlyElementsOf(images);
            List<ImageId> ascending = new ArrayList<>(images);
            Collections.reverse(ascending);
            assertThat(listed(owner(), query().sort(SortKey.SIZE, SortDirection.ASCENDING)))
                    .containsExactlyElementsOf(ascending);
        } else {
            assertThatThrownBy(() -> listing.forEach(image -> {}))
                    .isInstanceOf(ListingNotAdvancingException.class)
                    .hasMessageContaining("narrow the query");
        }
    }

    @Test
    @Statement("S-068")
    final void walkBySizeOfImagesWithDataIsComplete() {
        List<ImageId> images = new ArrayList<>();
        for (int size = 1; size <= 3; size++) {
            ImageId image = withData(new byte[4 - size]);
            owner().images().addTag(image, ours);
            images.add(image);
        }
        assertThat(listed(owner(), query().sort(SortKey.SIZE, SortDirection.DESCENDING)))
                .containsExactlyElementsOf(images);
    }

    @Test
    @Statement("S-068")
    final void markerNeedNotBeOneOfTheImagesListed() {
        List<ImageId> images = named("a", "c", "e");
        ImageId other = create(owner(), NewImage.named("b").build()).id();
        ImageQuery behind = query().sort(SortKey.NAME, SortDirection.ASCENDING)
                .marker(other)
                .build();
        assertThat(owner().images().list(behind).items())
                .extracting(Image::id)
                .containsExactly(images.get(1), images.get(2));
    }

    @Test
    @Statement("S-069")
    final void classicFormHasOneDirectionOrAsManyAsKeys() {
        named("b", "a", "c", "a");
        assertThat(names("sort_key=name")).containsExactly("c", "b", "a", "a");
        assertThat(names("sort_dir=asc")).containsExactly("b", "a", "c", "a");
        assertThat(names("sort_key=status&sort_key=name&sort_dir=asc")).containsExactly("a", "a", "b", "c");
        assertThat(names("sort_key=status&sort_key=name&sort_dir=asc&sort_dir=desc"))
                .containsExactly("c", "b", "a", "a");
        assertThat(names("sort=%20status%20:%20asc%20,name")).containsExactly("c", "b", "a", "a");
        for (String sorting : List.of(
                "sort=name&sort_key=name",
                "sort=name&sort_dir=asc",
                "sort=owner",
                "sort=",
                "sort=name,",
                "sort=Name",
                "sort=name:sideways",
                "sort=name:asc:desc",
                "sort_key=owner",
                "sort_key=",
                "sort_dir=up",
                "sort_dir=",
                "sort_key=name&sort_dir=asc&sort_dir=asc",
                "sort_key=name&sort_key=id&sort_key=size&sort_dir=asc&sort_dir=asc",
                "sort_dir=asc&sort_dir=asc")) {
            answers(400, Party.OWNER, get("/v2/images?" + sorting));
        }
    }
}
