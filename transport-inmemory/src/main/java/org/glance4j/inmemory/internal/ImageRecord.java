package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.lifecycle.ImageFacts;
import org.glance4j.lifecycle.ImageLifecycle;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/** One image: what is shown of it, its members and its data. Guarded by the cloud's lock; what it shows is immutable. */
final class ImageRecord {
    private final Position position;
    private final MemberRows members;
    private Image image;
    private ImageFacts facts;
    private Instant updatedAt;
    private @Nullable StoredData data;
    private @Nullable StoredData staged;
    private int stagings;
    private List<ImageLocation> locations = List.of();

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

    /** Takes a status that may follow, or has it already; whether it may, is looked at before. */
    void changeStatus(ImageStatus status, Instant now) {
        if (image.status() != status && !ImageLifecycle.next(image.status()).contains(status)) {
            throw new IllegalStateException("an image that is " + image.statusWord() + " cannot be " + status.word());
        }
        change(image.toBuilder().statusWord(status.word()), now);
    }

    /** Makes the image wait for data again, which clears what was known of the size. */
    void requeue(Instant now) {
        change(
                image.toBuilder()
                        .statusWord(ImageStatus.QUEUED.word())
                        .sizeBytes(null)
                        .virtualSizeBytes(null),
                now);
    }

    @Nullable
    StoredData staged() {
        return staged;
    }

    /** Has data be staged, and returns which staging it is: the image may see another before this one ends. */
    int beginStaging(Instant now) {
        changeStatus(ImageStatus.UPLOADING, now);
        stagings++;
        return stagings;
    }

    boolean isStaging(int turn) {
        return image.status() == ImageStatus.UPLOADING && stagings == turn;
    }

    void stage(StoredData complete, Instant now) {
        unstage();
        staged = complete;
        change(image.toBuilder().sizeBytes(complete.size()), now);
    }

    void unstage() {
        if (staged != null) {
            staged.release();
            staged = null;
        }
    }

    /** Returns where the data is, in the order in which the service tries. */
    List<ImageLocation> locations() {
        return locations;
    }

    /** Returns the stores that hold the data, of a site with several. */
    List<StoreId> holding() {
        return Locations.stores(locations);
    }

    /**
     * Has a store hold data, which another may hold already; null where the site has one store. What the image is described by is what
     * it holds, so that other data goes.
     */
    void hold(StoredData complete, @Nullable StoreId store, Instant now) {
        if (data != complete) {
            List<ImageLocation> elsewhere = new ArrayList<>(locations);
            elsewhere.removeIf(Locations::isHeld);
            locations = List.copyOf(elsewhere);
            releaseData();
            data = complete.retain();
        }
        ImageLocation held = Locations.held(image.id(), store);
        if (!locations.contains(held)) {
            List<ImageLocation> more = new ArrayList<>(locations);
            more.add(held);
            locations = List.copyOf(more);
        }
        change(
                image.toBuilder()
                        .sizeBytes(complete.size())
                        .virtualSizeBytes(virtualSize(complete.size()))
                        .checksum(complete.md5())
                        .hash(new ImageHash("sha512", complete.sha512())),
                now);
    }

    /** Has stores no longer hold the data; with the last one the image has none, though its virtual size is kept. */
    void leave(List<StoreId> stores, Instant now) {
        List<ImageLocation> left = new ArrayList<>(locations);
        for (StoreId store : stores) {
            left.stream()
                    .filter(each -> store.equals(Locations.store(each)))
                    .findFirst()
                    .ifPresent(left::remove);
        }
        if (left.size() == locations.size()) {
            return;
        }
        Image.Builder changed = image.toBuilder();
        if (left.isEmpty()) {
            changed.sizeBytes(null).checksum(null).hash(null);
        }
        relocate(left);
        change(changed, now);
    }

    /** Has the data be elsewhere, and gives back what is held no longer. */
    void relocate(List<ImageLocation> moved) {
        locations = List.copyOf(moved);
        if (locations.stream().noneMatch(Locations::isHeld)) {
            releaseData();
        }
    }

    /** The service can tell the size of a disk only where the data is nothing but the disk, and says nothing for 0. */
    private @Nullable Long virtualSize(long size) {
        boolean isDisk =
                DiskFormat.RAW.equals(image.diskFormat()) && ContainerFormat.BARE.equals(image.containerFormat());
        return isDisk && size > 0 ? size : null;
    }

    /** Gives back what the image holds, and keeps what lists are sorted by. */
    void delete(Instant now) {
        unstage();
        releaseData();
        change(
                image.toBuilder()
                        .statusWord(ImageStatus.DELETED.word())
                        .tags(Set.of())
                        .properties(Map.of()),
                now);
    }

    private void releaseData() {
        if (data != null) {
            data.release();
            data = null;
        }
    }
}
