package org.glance4j.inmemory.internal;

import java.time.Instant;
import org.glance4j.lifecycle.ImageFacts;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.jspecify.annotations.Nullable;

/** One image: what is shown of it, its members and its data. Guarded by the cloud's lock; what it shows is immutable. */
final class ImageRecord {
    private final Position position;
    private final MemberRows members;
    private Image image;
    private ImageFacts facts;
    private Instant updatedAt;
    private @Nullable StoredData data;

    ImageRecord(Image image, Instant createdAt) {
        this.position = new Position(createdAt, image.id());
        this.members = new MemberRows(image.id());
        this.image = image;
        this.facts = ImageFacts.of(image);
        this.updatedAt = createdAt;
    }

    /** Where an image stands in lists: newest first. Each image of a cloud has an instant of its own. */
    record Position(Instant createdAt, ImageId id) implements Comparable<Position> {
        @Override
        public int compareTo(Position other) {
            return other.createdAt.compareTo(createdAt);
        }
    }

    Position position() {
        return position;
    }

    /** Returns when it was created, more exactly than the image shows; no other image was created then. */
    Instant createdAt() {
        return position.createdAt();
    }

    /** Returns when it last changed, more exactly than the image shows. */
    Instant updatedAt() {
        return updatedAt;
    }

    Image image() {
        return image;
    }

    /** Returns what matters of the image to the rules; kept, because lists look at every image. */
    ImageFacts facts() {
        return facts;
    }

    MemberRows members() {
        return members;
    }

    @Nullable
    StoredData data() {
        return data;
    }

    void change(Image.Builder changed, Instant now) {
        image = changed.updatedAt(Cloud.shown(now)).build();
        facts = ImageFacts.of(image);
        updatedAt = now;
    }

    void changeStatus(ImageStatus status, Instant now) {
        change(image.toBuilder().statusWord(status.word()), now);
    }

    void keep(StoredData complete) {
        data = complete;
    }
}
