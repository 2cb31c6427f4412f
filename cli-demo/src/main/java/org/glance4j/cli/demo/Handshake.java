package org.glance4j.cli.demo;

import static org.glance4j.cli.demo.Story.call;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.glance4j.ImageClient;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;

/** The handshake from the first offer to the withdrawal, with everybody's view of it. */
final class Handshake {
    static final ProjectId PRODUCER = ProjectId.of("producer");
    static final ProjectId CONSUMER = ProjectId.of("consumer");
    static final ProjectId BYSTANDER = ProjectId.of("bystander");

    private static final String OWNER = "The owner";
    private static final String MEMBER = "The consumer";
    private static final String OTHER = "The bystander";
    private static final byte[] DATA = "the data of a small disk image".getBytes(StandardCharsets.US_ASCII);

    private final Story story;
    private final ImageClient owner;
    private final ImageClient consumer;
    private final ImageClient bystander;

    Handshake(Story story, ImageClient owner, ImageClient consumer, ImageClient bystander) {
        this.story = story;
        this.owner = owner;
        this.consumer = consumer;
        this.bystander = bystander;
    }

    void play() {
        ImageId id = anImageIsMade();
        itIsOffered(id);
        theOwnerTriesToAccept(id);
        theConsumerAccepts(id);
        theConsumerRejects(id);
        theDecisionIsOpenAgain(id);
        theBystanderLooks(id);
        theOfferIsWithdrawn(id);
    }

    private ImageId anImageIsMade() {
        story.scene("The producer makes an image, which it then owns.");
        Image image = story.succeeds(
                call(OWNER, "creates the image golden", () -> owner.images().create(golden())),
                "a queued image of its own",
                made -> made.status() == ImageStatus.QUEUED && PRODUCER.equals(made.owner()),
                made -> "it is " + made.statusWord() + ", " + made.visibilityWord() + ", and owned by " + made.owner());
        ImageId id = image.id();
        story.succeeds(
                call(OWNER, "uploads " + DATA.length + " bytes", (Supplier<Image>) () -> {
                    owner.data().upload(id, ImageData.of(DATA));
                    return owner.images().get(id);
                }),
                "an active image",
                now -> now.status() == ImageStatus.ACTIVE
                        && Long.valueOf(DATA.length).equals(now.sizeBytes()),
                now -> "it is " + now.statusWord() + ", and " + now.sizeBytes() + " bytes long");
        isNotFound(MEMBER, consumer, id);
        return id;
    }

    private static NewImage golden() {
        return NewImage.named("golden")
                .diskFormat(DiskFormat.RAW)
                .containerFormat(ContainerFormat.BARE)
                .build();
    }

    private void itIsOffered(ImageId id) {
        story.scene("The owner offers the image to the consumer.");
        hasStatus(
                call(
                        OWNER,
                        "adds " + CONSUMER + " to the image's members",
                        () -> owner.sharing().offer(id, CONSUMER)),
                MemberStatus.PENDING);
        isListed(id, false);
        story.succeeds(
                call(
                        MEMBER,
                        "lists what others offer it",
                        () -> ids(consumer.sharing().sharedWithMe(MemberStatus.PENDING))),
                "the image",
                found -> found.contains(id),
                found -> "of " + found.size() + ", one is the image");
        isReadable(id);
    }

    private void theOwnerTriesToAccept(ImageId id) {
        story.scene("The owner tries to accept in the consumer's place.");
        story.isRefused(
                call(OWNER, "accepts for " + CONSUMER, () -> owner.sharing().accept(id, CONSUMER)),
                ForbiddenException.class);
        ownerSees(id, MemberStatus.PENDING);
    }

    private void theConsumerAccepts(ImageId id) {
        story.scene("The consumer accepts.");
        hasStatus(call(MEMBER, "accepts the image", () -> consumer.sharing().accept(id)), MemberStatus.ACCEPTED);
        isListed(id, true);
        ownerSees(id, MemberStatus.ACCEPTED);
        story.succeeds(
                call(MEMBER, "downloads the image's data", () -> data(id)),
                "the bytes that were uploaded",
                bytes -> Arrays.equals(bytes, DATA),
                bytes -> "the same " + bytes.length + " bytes");
    }

    private void theConsumerRejects(ImageId id) {
        story.scene(
                "The consumer changes its mind and rejects, which takes the image out of its list and nothing else.");
        hasStatus(call(MEMBER, "rejects the image", () -> consumer.sharing().reject(id)), MemberStatus.REJECTED);
        isListed(id, false);
        isReadable(id);
        ownerSees(id, MemberStatus.REJECTED);
        story.isRefused(
                call(
                        MEMBER,
                        "removes itself from the image's members",
                        () -> consumer.sharing().withdraw(id, CONSUMER)),
                ForbiddenException.class);
    }

    private void theDecisionIsOpenAgain(ImageId id) {
        story.scene("The consumer leaves the decision open again.");
        hasStatus(
                call(
                        MEMBER,
                        "sets the image back to pending",
                        () -> consumer.sharing().resetToPending(id)),
                MemberStatus.PENDING);
        isListed(id, false);
        ownerSees(id, MemberStatus.PENDING);
    }

    private void theBystanderLooks(ImageId id) {
        story.scene("The bystander looks, and sees nothing of it.");
        story.succeeds(
                call(OTHER, "lists images, its own and those offered to it", () -> {
                    List<ImageId> all = new ArrayList<>(ids(bystander.images().list()));
                    all.addAll(ids(bystander.sharing().sharedWithMe(MemberStatus.PENDING)));
                    return all;
                }),
                "no image",
                List::isEmpty,
                found -> found.isEmpty() ? "there is none" : "there are " + found.size());
        isNotFound(OTHER, bystander, id);
        story.isRefused(
                call(
                        OTHER,
                        "lists the image's members",
                        () -> bystander.sharing().members(id)),
                ImageNotFoundException.class);
        story.isRefused(
                call(
                        OTHER,
                        "offers the image to itself",
                        () -> bystander.sharing().offer(id, BYSTANDER)),
                ImageNotFoundException.class);
    }

    private void theOfferIsWithdrawn(ImageId id) {
        story.scene("The owner withdraws its offer.");
        story.succeeds(
                call(OWNER, "removes " + CONSUMER + " from the image's members", (Supplier<List<Member>>) () -> {
                    owner.sharing().withdraw(id, CONSUMER);
                    return owner.sharing().members(id);
                }),
                "no members",
                List::isEmpty,
                members -> members.isEmpty() ? "the image has no members" : "its members are " + members);
        isListed(id, false);
        isNotFound(MEMBER, consumer, id);
    }

    private void hasStatus(Story.Call<Member> call, MemberStatus status) {
        story.succeeds(
                call,
                "the membership to be " + status.word(),
                member -> member.status() == status && member.memberId().equals(CONSUMER),
                member -> "the membership of " + member.memberId() + " is " + member.statusWord());
    }

    private void ownerSees(ImageId id, MemberStatus status) {
        story.succeeds(
                call(OWNER, "lists the image's members", () -> owner.sharing().members(id)),
                "one member, " + status.word(),
                members -> members.size() == 1 && members.get(0).status() == status,
                members -> members.stream()
                        .map(member -> member.memberId() + " is " + member.statusWord())
                        .collect(Collectors.joining(", ")));
    }

    private void isListed(ImageId id, boolean expected) {
        story.succeeds(
                call(MEMBER, "lists its images", () -> ids(consumer.images().list())),
                expected ? "the image in the list" : "the image absent from the list",
                found -> found.contains(id) == expected,
                found -> found.contains(id) ? "the image is in the list" : "the image is not in the list");
    }

    private void isReadable(ImageId id) {
        story.succeeds(
                call(
                        MEMBER,
                        "shows the image by its id",
                        () -> consumer.images().get(id)),
                "the image",
                image -> image.id().equals(id),
                image -> "it may: " + image.name() + " is " + image.statusWord());
    }

    private void isNotFound(String who, ImageClient client, ImageId id) {
        story.isRefused(
                call(who, "shows the image by its id", () -> client.images().get(id)), ImageNotFoundException.class);
    }

    private static List<ImageId> ids(Iterable<Image> images) {
        List<ImageId> ids = new ArrayList<>();
        images.forEach(image -> ids.add(image.id()));
        return ids;
    }

    private byte[] data(ImageId id) {
        try (ImageDownload download = consumer.data().download(id)) {
            return download.stream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the download broke off", e);
        }
    }
}
