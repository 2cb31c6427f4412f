package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.Set;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NumberRange;
import org.glance4j.model.TimeCondition;
import org.jspecify.annotations.Nullable;

/**
 * Says whether an image meets all conditions of a query but those of visibility and membership, which depend on the caller.
 * What an image does not have meets no condition.
 *
 * <p>Source: {@code glance/db/sqlalchemy/api.py} (_make_conditions_from_filters), 25.1.0.
 */
record ImageFilter(ImageQuery query) {

    boolean matches(ImageRecord listed) {
        Image image = listed.image();
        return image.hidden() == Boolean.TRUE.equals(query.hidden())
                && isAny(query.ids(), image.id())
                && isAny(query.names(), image.name())
                && isAny(query.statuses(), image.status())
                && isAny(query.diskFormats(), image.diskFormat())
                && isAny(query.containerFormats(), image.containerFormat())
                && is(query.owner(), image.owner())
                && is(query.isProtected(), image.isProtected())
                && is(query.checksum(), image.checksum())
                && matchesHash(image.hash())
                && matchesNumbers(image)
                && holds(query.createdAt(), listed.createdAt())
                && holds(query.updatedAt(), listed.updatedAt())
                && image.tags().containsAll(query.tags())
                && image.properties().entrySet().containsAll(query.properties().entrySet());
    }

    private boolean matchesHash(@Nullable ImageHash hash) {
        return is(query.hashAlgorithm(), hash == null ? null : hash.algorithm())
                && is(query.hashValue(), hash == null ? null : hash.value());
    }

    private boolean matchesNumbers(Image image) {
        return isIn(query.sizeBytes(), image.sizeBytes())
                && isIn(query.virtualSizeBytes(), image.virtualSizeBytes())
                && isIn(query.minDiskGb(), (long) image.minDiskGb())
                && isIn(query.minRamMb(), (long) image.minRamMb());
    }

    private static boolean holds(@Nullable TimeCondition wanted, Instant time) {
        return wanted == null || wanted.holds(time);
    }

    private static <T> boolean isAny(Set<T> wanted, @Nullable T value) {
        return wanted.isEmpty() || (value != null && wanted.contains(value));
    }

    private static <T> boolean is(@Nullable T wanted, @Nullable T value) {
        return wanted == null || wanted.equals(value);
    }

    private static boolean isIn(@Nullable NumberRange wanted, @Nullable Long value) {
        return wanted == null || wanted.contains(value);
    }
}
