package org.glance4j.cli.image;

import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.glance4j.model.Image;
import org.jspecify.annotations.Nullable;

/** Sorts a list of images after it was fetched, as the {@code openstack} client does. */
final class ImageOrder {
    private static final Map<String, Comparator<Image>> BY_KEY = Map.ofEntries(
            Map.entry("id", by(image -> image.id().value())),
            Map.entry("name", by(Image::name)),
            Map.entry("status", by(Image::statusWord)),
            Map.entry("visibility", by(Image::visibilityWord)),
            Map.entry("disk_format", by(image -> Fields.text(image.diskFormat()))),
            Map.entry("container_format", by(image -> Fields.text(image.containerFormat()))),
            Map.entry("size", by(Image::sizeBytes)),
            Map.entry("checksum", by(Image::checksum)),
            Map.entry("owner", by(image -> Fields.text(image.owner()))),
            Map.entry("min_disk", by(Image::minDiskGb)),
            Map.entry("min_ram", by(Image::minRamMb)),
            Map.entry("protected", by(Image::isProtected)),
            Map.entry("created_at", by(Image::createdAt)),
            Map.entry("updated_at", by(ImageOrder::updatedAt)));

    private ImageOrder() {}

    /** Returns the order that {@code key[:asc|:desc],…} describes; empty if it describes none. */
    static Optional<Comparator<Image>> parse(String sort) {
        Comparator<Image> order = null;
        for (String part : sort.split(",", -1)) {
            String[] words = part.strip().split(":", -1);
            Comparator<Image> next = BY_KEY.get(words[0].strip());
            String direction = words.length == 1 ? "asc" : words[1].strip();
            if (next == null || words.length > 2 || !(direction.equals("asc") || direction.equals("desc"))) {
                return Optional.empty();
            }
            Comparator<Image> directed = direction.equals("asc") ? next : next.reversed();
            order = order == null ? directed : order.thenComparing(directed);
        }
        return Optional.ofNullable(order);
    }

    private static @Nullable Instant updatedAt(Image image) {
        return image.updatedAt();
    }

    /** What has no value comes first. */
    private static <T extends Comparable<T>> Comparator<Image> by(Function<Image, @Nullable T> key) {
        return Comparator.comparing(key, Comparator.nullsFirst(Comparator.naturalOrder()));
    }
}
