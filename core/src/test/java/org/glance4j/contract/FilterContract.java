package org.glance4j.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.NumberRange;
import org.glance4j.model.Page;
import org.glance4j.model.TimeComparison;
import org.glance4j.model.TimeCondition;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Test;

/** What a listing is narrowed by. Every list here has a tag of the test's own: others may use the service too. */
abstract class FilterContract extends ResourceContract {
    private final String ours = uniqueName();

    private ImageId ours(NewImage.Builder image) {
        return create(owner(), image.tag(ours).build()).id();
    }

    private ImageId named(String name) {
        return ours(NewImage.named(name));
    }

    private ImageQuery.Builder query() {
        return ImageQuery.builder().tag(ours);
    }

    private List<ImageId> found(ImageQuery.Builder query) {
        return listed(owner(), query);
    }

    /** Returns the ids on the page that a query gives on the wire, where it is percent-encoded here. */
    private List<ImageId> wired(String filter, String value) {
        List<ImageId> ids = new ArrayList<>();
        send(Party.OWNER, get("/v2/images?tag=" + ours + "&" + filter + "=" + URLEncoder.encode(value, UTF_8)))
                .json()
                .get("images")
                .forEach(image -> ids.add(ImageId.of(image.get("id").asText())));
        return ids;
    }

    private void isBadRequest(String filter, String value) {
        answers(400, Party.OWNER, get("/v2/images?" + filter + "=" + URLEncoder.encode(value, UTF_8)));
    }

    @Test
    @Statement("S-060")
    final void nameIsComparedExactly() {
        List<String> names = List.of(
                "one",
                "one ",
                "one more",
                "on",
                "",
                "a:b",
                "eq:one",
                "in:one,two",
                "2026-01-01T00:00:00Z",
                "\"",
                "a,b",
                "a&b=c",
                "50%",
                "+",
                "é",
                "\\");
        for (String name : names) {
            ImageId image = named(name);
            assertThat(found(query().name(name))).as(name).containsExactly(image);
        }
        assertThat(found(query().name("two"))).isEmpty();
        assertThat(wired("name", "eq:one")).hasSize(1);
        assertThat(wired("name", "2026-01-01T00:00:00Z")).hasSize(1);
        ours(NewImage.builder());
        assertThat(found(query())).hasSize(names.size() + 1);
    }

    @Test
    @Statement("S-061")
    final void anyOfSeveralNamesMayMatch() {
        ImageId one = named("one");
        ImageId comma = named("a,b");
        ImageId nothing = named("");
        ImageId escaped = named("a\\\"b");
        ImageId colon = named("in:x");
        named("two");
        List<String> names = List.of("one", "a,b", "", "a\\\"b", "in:x", "not there");
        assertThat(found(query().names(names))).containsExactlyInAnyOrder(one, comma, nothing, escaped, colon);
        assertThat(found(query().names(List.of("a", "b")))).isEmpty();
        assertThat(wired("name", "in:one,\"a,b\"")).containsExactlyInAnyOrder(one, comma);
        assertThat(wired("name", "in:one,,x")).containsExactlyInAnyOrder(one, nothing);
        assertThat(wired("name", "in:")).isEmpty();
    }

    @Test
    @Statement("S-061")
    final void nameThatNoListCanCarryIsFoundByItself() {
        for (String name : List.of("\"", "a\"b", "a,\"b\"", "a,b\\", "a,\\\nb")) {
            ImageId image = named(name);
            assertThat(found(query().name(name))).containsExactly(image);
            InvalidRequestException refusal =
                    refusedHereOrThere(InvalidRequestException.class, () -> found(query().names(List.of("x", name))));
            assertThat(refusal).hasMessageContaining("ask for it by itself");
        }
    }

    @Test
    @Statement("S-061")
    final void anyOfSeveralIdsStatusesAndFormatsMayMatch() {
        ImageId plain = ours(NewImage.builder());
        ImageId raw = ours(NewImage.builder().diskFormat(DiskFormat.RAW).containerFormat(ContainerFormat.BARE));
        ImageId iso = ours(NewImage.builder().diskFormat(DiskFormat.ISO).containerFormat(ContainerFormat.OVF));
        owner().data().upload(raw, ImageData.of(new byte[7]));
        assertThat(found(query().id(iso))).containsExactly(iso);
        assertThat(found(query().ids(List.of(iso, plain, unknownImage())))).containsExactly(iso, plain);
        assertThat(found(query().status(ImageStatus.ACTIVE))).containsExactly(raw);
        assertThat(found(query().statuses(Set.of(ImageStatus.ACTIVE, ImageStatus.QUEUED))))
                .containsExactly(iso, raw, plain);
        assertThat(found(query().statuses(Set.of(ImageStatus.SAVING, ImageStatus.DELETED))))
                .isEmpty();
        assertThat(found(query().diskFormat(DiskFormat.ISO))).containsExactly(iso);
        assertThat(found(query().diskFormats(List.of(DiskFormat.ISO, DiskFormat.RAW))))
                .containsExactly(iso, raw);
        assertThat(found(query().containerFormats(List.of(ContainerFormat.OVF, ContainerFormat.BARE))))
                .containsExactly(iso, raw);
        assertThat(found(query().containerFormat(ContainerFormat.of("crate")))).isEmpty();
        assertThat(wired("status", "nonsense")).isEmpty();
        assertThat(wired("status", "in:nonsense,active")).containsExactly(raw);
    }

    @Test
    @Statement("S-062")
    final void unknownOperatorIsBadRequest() {
        for (String filter : List.of("name", "id", "status", "disk_format", "container_format")) {
            isBadRequest(filter, "like:x");
            isBadRequest(filter, ":x");
            isBadRequest(filter, "neq:x");
            isBadRequest(filter, "IN:x");
        }
        for (String quotes : List.of("in:\"a", "in:a\"b\"", "in:\"a\"b", "in:a,b\"", "in:\"a\\\"")) {
            isBadRequest("name", quotes);
        }
    }

    @Test
    @Statement("S-063")
    final void everyTagIsRequiredOnEveryPage() {
        List<ImageId> both = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            both.add(0, ours(NewImage.builder().tag("a, b").tag("&c=")));
            ours(NewImage.builder().tag("a, b"));
            ours(NewImage.builder().tag("&c="));
        }
        assertThat(found(query().tag("a, b").tag("&c=").limit(1))).containsExactlyElementsOf(both);
        assertThat(found(query().tag("a, b").tag("&c=").tag("d"))).isEmpty();
        Page<Image> page =
                owner().images().list(query().tag("a, b").tag("&c=").limit(1).build());
        assertThat(page.next().orElseThrow().tags()).containsExactly(ours, "a, b", "&c=");
    }

    @Test
    @Statement("S-063")
    final void tagsAreTrimmedByTheServiceAndSoNotSentWithBlanks() {
        ImageId image = ours(NewImage.builder().tag("x"));
        assertThat(wired("tag", " x ")).containsExactly(image);
        for (String tag : List.of(" x", "x\t", "\u00a0x", "")) {
            refusedHereOrThere(InvalidRequestException.class, () -> found(query().tag(tag)));
        }
    }

    @Test
    @Statement("S-064")
    final void everyPropertyIsRequired() {
        ImageId both = ours(NewImage.builder().property("os_distro", "débian").property("a/b c&d", "in:x,y"));
        ImageId one = ours(NewImage.builder().property("os_distro", "débian").property("empty", ""));
        assertThat(found(query().property("os_distro", "débian"))).containsExactly(one, both);
        assertThat(found(query().property("os_distro", "débian").property("a/b c&d", "in:x,y")))
                .containsExactly(both);
        assertThat(found(query().property("os_distro", "in:débian,x"))).isEmpty();
        assertThat(found(query().property("empty", ""))).containsExactly(one);
        assertThat(found(query().property("nobody-has-it", ""))).isEmpty();
    }

    @Test
    @Statement("S-064")
    final void propertyNamedAsAParameterCannotBeAskedFor() {
        for (String name : List.of(
                "limit",
                "sort",
                "name",
                "tags",
                "tag",
                "size",
                "deleted_at",
                "properties",
                "metadata",
                "items",
                "a_min",
                "size_max",
                "__class__",
                "")) {
            refusedHereOrThere(InvalidRequestException.class, () -> found(query().property(name, "x")));
        }
    }

    @Test
    @Statement("S-065")
    final void rangeOfSizesIncludesItsEnds() {
        NewImage.Builder raw = NewImage.builder().diskFormat(DiskFormat.RAW).containerFormat(ContainerFormat.BARE);
        List<ImageId> images = new ArrayList<>();
        for (int size = 10; size <= 12; size++) {
            ImageId image = ours(raw);
            owner().data().upload(image, ImageData.of(new byte[size]));
            images.add(image);
        }
        ours(raw);
        assertThat(found(query().sizeBytes(NumberRange.atLeast(11)))).containsExactly(images.get(2), images.get(1));
        assertThat(found(query().sizeBytes(NumberRange.atMost(11)))).containsExactly(images.get(1), images.get(0));
        assertThat(found(query().sizeBytes(NumberRange.between(11, 11)))).containsExactly(images.get(1));
        assertThat(found(query().sizeBytes(NumberRange.between(12, 11)))).isEmpty();
        assertThat(found(query().sizeBytes(NumberRange.atMost(Long.MAX_VALUE)))).hasSize(3);
        assertThat(found(query().sizeBytes(NumberRange.atLeast(Long.MIN_VALUE))))
                .hasSize(3);
        assertThat(found(query().virtualSizeBytes(NumberRange.atLeast(12)))).containsExactly(images.get(2));
        assertThat(wired("size", "11")).containsExactly(images.get(1));
        assertThat(wired("size", "gt:10")).isEmpty();
        for (String number : List.of("ten", "", "1.5", "1e3", "gt:5")) {
            for (String filter : List.of("size_min", "size_max", "min_ram_min", "min_disk_max", "virtual_size_min")) {
                isBadRequest(filter, number);
            }
        }
    }

    @Test
    @Statement("S-065")
    final void rangesOfWhatAServerNeedsIncludeTheirEnds() {
        ImageId small = ours(NewImage.builder().minDiskGb(1).minRamMb(64));
        ImageId large = ours(NewImage.builder().minDiskGb(10).minRamMb(64));
        ImageId plain = ours(NewImage.builder());
        assertThat(found(query().minDiskGb(NumberRange.between(1, 9)))).containsExactly(small);
        assertThat(found(query().minDiskGb(NumberRange.exactly(10)))).containsExactly(large);
        assertThat(found(query().minRamMb(NumberRange.atLeast(64)))).containsExactly(large, small);
        assertThat(found(query().minRamMb(NumberRange.exactly(0)))).containsExactly(plain);
        assertThat(found(query().minRamMb(NumberRange.atMost(-1)))).isEmpty();
    }

    @Test
    @Statement("S-066")
    final void timesAreCompared() {
        ImageId image = ours(NewImage.builder());
        Instant shown = owner().images().get(image).createdAt();
        Instant future = shown.plus(Duration.ofDays(1));
        assertThat(found(query().createdAt(TimeCondition.after(future)))).isEmpty();
        assertThat(found(query().createdAt(TimeCondition.atOrAfter(future)))).isEmpty();
        assertThat(found(query().createdAt(TimeCondition.before(future)))).containsExactly(image);
        assertThat(found(query().createdAt(TimeCondition.atOrBefore(future)))).containsExactly(image);
        assertThat(found(query().createdAt(new TimeCondition(TimeComparison.EQUAL, future))))
                .isEmpty();
        assertThat(found(query().createdAt(new TimeCondition(TimeComparison.NOT_EQUAL, future))))
                .containsExactly(image);
        assertThat(found(query().updatedAt(TimeCondition.atOrAfter(shown)).createdAt(TimeCondition.atOrAfter(shown))))
                .containsExactly(image);
        assertThat(found(query().updatedAt(TimeCondition.before(shown)))).isEmpty();
        for (String form : List.of(
                "lt:2999-01-01",
                "lt:2999",
                "lt:29990101T000000Z",
                "lt:2999-01-01 00:00",
                "lt:2999-01-01T00:00:00.5+02:00",
                "gt:1999-12-31T23:59:59,123456-0100",
                "neq:2020-02-29",
                "gte:2020-1-2")) {
            assertThat(wired("created_at", form)).as(form).containsExactly(image);
        }
        assertThat(wired("created_at", "2999-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    @Statement("S-066")
    final void badTimeOrOperatorIsBadRequest() {
        for (String time : List.of(
                "",
                "yesterday",
                "gt:yesterday",
                "gt:",
                "2026-13-01",
                "2026-02-30",
                "2026-01-01T25:00:00Z",
                "202601",
                "in:2026-01-01",
                "foo:2026-01-01T00:00:00Z",
                "gt:2026-01-01T00:00:00 02:00",
                "gt:0000-01-01")) {
            isBadRequest("created_at", time);
            isBadRequest("updated_at", time);
        }
        for (Instant time : List.of(Instant.MIN, Instant.parse("0000-12-31T23:59:59Z"), Instant.MAX)) {
            refusedHereOrThere(
                    InvalidRequestException.class, () -> found(query().createdAt(TimeCondition.after(time))));
        }
    }

    @Test
    final void hashOwnerAndProtectionAreCompared() {
        ImageId image = withData("hash".getBytes(UTF_8));
        owner().images().addTag(image, ours);
        ImageId kept = ours(NewImage.builder().isProtected(true));
        Image shown = owner().images().get(image);
        ImageHash hash = shown.hash();
        assertThat(hash).isNotNull();
        assertThat(found(query().checksum(String.valueOf(shown.checksum())))).containsExactly(image);
        assertThat(found(query().hashAlgorithm(hash.algorithm()).hashValue(hash.value())))
                .containsExactly(image);
        assertThat(found(query().hashValue("0"))).isEmpty();
        assertThat(found(query().checksum(""))).isEmpty();
        assertThat(found(query().owner(project(Party.OWNER)))).containsExactly(kept, image);
        assertThat(found(query().isProtected(true))).containsExactly(kept);
        assertThat(found(query().isProtected(false))).containsExactly(image);
        isBadRequest("protected", "True");
        isBadRequest("protected", "");
        isBadRequest("os_hidden", "yes");
        assertThat(wired("os_hidden", "FALSE")).hasSize(2);
    }

    @Test
    final void statusesOfImagesThatAreGoneListNothing() {
        ImageId image = ours(NewImage.builder());
        owner().images().delete(image);
        for (ImageStatus status : List.of(ImageStatus.DELETED, ImageStatus.KILLED, ImageStatus.PENDING_DELETE)) {
            assertThat(found(query().status(status))).isEmpty();
        }
        assertThat(wired("deleted", "true")).isEmpty();
        isBadRequest("changes-since", "2026-01-01");
    }
}
