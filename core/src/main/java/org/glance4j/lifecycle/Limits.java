package org.glance4j.lifecycle;

/**
 * How many of a kind the service lets an image have; a negative number lets it have any number.
 *
 * <p>Source: {@code glance/common/config.py} (image_member_quota, image_tag_quota, image_property_quota), 25.1.0.
 *
 * @param members the most members
 * @param tags the most tags
 * @param properties the most custom properties, not counting those whose names begin with {@code os_glance}
 */
public record Limits(int members, int tags, int properties) {

    /** The service's own defaults: 128 of each. */
    public static final Limits DEFAULTS = new Limits(128, 128, 128);

    static boolean exceeds(int attempted, int maximum) {
        return maximum >= 0 && attempted > maximum;
    }
}
