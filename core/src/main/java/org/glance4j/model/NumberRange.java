package org.glance4j.model;

import org.jspecify.annotations.Nullable;

/**
 * Whole numbers from one to another, both of them included. What has no number is in no range.
 *
 * @param least the smallest number; null for no lower end
 * @param most the largest number; null for no upper end; below {@code least} the range is empty
 */
public record NumberRange(@Nullable Long least, @Nullable Long most) {

    /**
     * Returns the range of one number.
     *
     * @param number the number
     * @return the range
     */
    public static NumberRange exactly(long number) {
        return new NumberRange(number, number);
    }

    /**
     * Returns the range of a number and all that are larger.
     *
     * @param least the number
     * @return the range
     */
    public static NumberRange atLeast(long least) {
        return new NumberRange(least, null);
    }

    /**
     * Returns the range of a number and all that are smaller.
     *
     * @param most the number
     * @return the range
     */
    public static NumberRange atMost(long most) {
        return new NumberRange(null, most);
    }

    /**
     * Returns the range of two numbers and all between them.
     *
     * @param least the smallest number
     * @param most the largest number
     * @return the range
     */
    public static NumberRange between(long least, long most) {
        return new NumberRange(least, most);
    }

    /**
     * Returns whether a number is in this range.
     *
     * @param number the number; null for none, which is in no range
     * @return whether it is
     */
    public boolean contains(@Nullable Long number) {
        return number != null && (least == null || number >= least) && (most == null || number <= most);
    }
}
