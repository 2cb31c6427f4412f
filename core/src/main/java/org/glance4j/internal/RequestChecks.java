package org.glance4j.internal;

import static java.util.Objects.requireNonNull;

import java.util.function.Predicate;
import org.glance4j.error.Failure;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before anything is sent, what the service cannot take or what a URL path cannot carry. Both adapters ask here, at
 * their door, so that they refuse the same.
 *
 * <p>Source: {@code glance/api/v2/images.py} and {@code image_members.py}, 25.1.0; a segment of Glance's routes cannot hold
 * a slash, even percent-encoded.
 */
public final class RequestChecks {
    /** The longest id, name or tag, in characters (code points). */
    public static final int LONGEST = 255;

    private RequestChecks() {}

    /**
     * Returns the id if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param id the image's id
     * @return the id
     */
    public static ImageId addressable(Operation operation, ImageId id) {
        requireNonNull(id, "imageId");
        String problem = segmentProblem(id.value());
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(id), "the image id " + problem);
        }
        return id;
    }

    /**
     * Returns the member's id if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param imageId the image's id
     * @param memberId the member's id
     * @return the member's id
     */
    public static ProjectId addressable(Operation operation, ImageId imageId, ProjectId memberId) {
        addressable(operation, imageId);
        requireNonNull(memberId, "memberId");
        String problem = segmentProblem(memberId.value());
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(imageId).memberId(memberId), "the member id " + problem);
        }
        return memberId;
    }

    /**
     * Returns the tag if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param imageId the image's id
     * @param tag the tag
     * @return the tag
     */
    public static String addressableTag(Operation operation, ImageId imageId, String tag) {
        addressable(operation, imageId);
        requireNonNull(tag, "tag");
        String problem = segmentProblem(tag);
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(imageId), "the tag " + problem);
        }
        return tag;
    }

    private static @Nullable String segmentProblem(String text) {
        if (text.isBlank()) {
            return "is blank";
        }
        if (text.equals(".") || text.equals("..")) {
            return "is a dot segment, which no path can carry";
        }
        if (text.indexOf('/') >= 0) {
            return "holds a slash, which no path segment can carry";
        }
        return textProblem(text);
    }

    /**
     * Says what keeps the service from taking a text.
     *
     * @param text an id, name, tag, or a property's name
     * @return the problem as a predicate's clause; null where there is none
     */
    public static @Nullable String textProblem(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        return characterProblem(text);
    }

    /**
     * Says which character keeps the service from taking a text of any length.
     *
     * @param text the text
     * @return the problem as a predicate's clause; null where there is none
     */
    public static @Nullable String characterProblem(String text) {
        if (has(text, Character::isISOControl)) {
            return "holds a control character";
        }
        if (has(text, c -> Character.getType(c) == Character.SURROGATE)) {
            return "holds half a surrogate pair, which is no character";
        }
        if (has(text, Character::isSupplementaryCodePoint)) {
            return "holds a character beyond U+FFFF, which the service does not store";
        }
        return null;
    }

    private static boolean has(String text, Predicate<Integer> unwanted) {
        return text.codePoints().anyMatch(unwanted::test);
    }

    /**
     * Returns the exception for a request that is refused here.
     *
     * @param failure what is known of the call
     * @param problem what is wrong with it, in one clause
     * @return the exception, to be thrown
     */
    public static InvalidRequestException refused(Failure.Builder failure, String problem) {
        return new InvalidRequestException(failure.advice(problem).build(), null);
    }
}
