package org.glance4j.model;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The value of a patch's operation on one location of an image.
 *
 * @param position where: from 0; behind the last one, or the last one itself, where it is empty
 * @param location what to put there; null for a removal
 */
public record LocationChange(OptionalInt position, @Nullable ImageLocation location) {

    /** Refuses a negative position. */
    public LocationChange {
        if (position.isPresent() && position.getAsInt() < 0) {
            throw new IllegalArgumentException("the position is negative: " + position.getAsInt());
        }
    }

    /**
     * Returns the second token of the pointer to the location.
     *
     * @return the position, or {@code -}
     */
    public String token() {
        return position.isPresent() ? Integer.toString(position.getAsInt()) : "-";
    }
}
