package org.glance4j.model;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list. All conditions hold together; one that is not set does not restrict.
 *
 * <p>Source: Image API v2, list images; {@code glance/api/v2/images.py} (index), 25.1.0.
 *
 * @param visibilityWord the visibility to list, or {@code all}; null for the service's default
 * @param memberStatusWord the membership status that images shared with the caller must have, or {@code all}; null for the service's default, accepted
 * @param owner the owner to list
 * @param name the exact name
 * @param status the image status
 * @param hidden true for hidden images only; null or false for the others only
 * @param limit the most images on a page, from 0; null for the service's default (25 upstream, cut to 1000)
 * @param marker the last image of the page before; null for the first page
 * @param tags the tags that must all be there
 */
public record ImageQuery(
        @Nullable String visibilityWord,
        @Nullable String memberStatusWord,
        @Nullable ProjectId owner,
        @Nullable String name,
        @Nullable ImageStatus status,
        @Nullable Boolean hidden,
        @Nullable Integer limit,
        @Nullable ImageId marker,
        Set<String> tags) {

    /** The word that lifts a restriction by visibility or membership status. */
    private static final String ANY = "all";

    /** Copies the tags. */
    public ImageQuery {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
    }

    /**
     * Returns the query without a condition: what the service lists by default.
     *
     * @return the query
     */
    public static ImageQuery defaults() {
        return builder().build();
    }

    /**
     * Returns a builder with nothing set.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns a builder that holds these conditions.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /**
     * Returns this query for the page behind an image.
     *
     * @param last the last image of the page before
     * @return the query
     */
    public ImageQuery after(ImageId last) {
        return toBuilder().marker(last).build();
    }

    /** Collects conditions. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable String visibilityWord;
        private @Nullable String memberStatusWord;
        private @Nullable ProjectId owner;
        private @Nullable String name;
        private @Nullable ImageStatus status;
        private @Nullable Boolean hidden;
        private @Nullable Integer limit;
        private @Nullable ImageId marker;
        private final Set<String> tags = new LinkedHashSet<>();

        private Builder() {}

        private Builder(ImageQuery query) {
            this.visibilityWord = query.visibilityWord;
            this.memberStatusWord = query.memberStatusWord;
            this.owner = query.owner;
            this.name = query.name;
            this.status = query.status;
            this.hidden = query.hidden;
            this.limit = query.limit;
            this.marker = query.marker;
            this.tags.addAll(query.tags);
        }

        /**
         * Lists images of one visibility, others' as far as the caller may see them.
         *
         * @param visibility the visibility
         * @return this builder
         * @throws IllegalArgumentException for {@link Visibility#UNRECOGNIZED}
         */
        public Builder visibility(Visibility visibility) {
            this.visibilityWord = visibility.word();
            return this;
        }

        /**
         * Lists images of every visibility, others' community images included.
         *
         * @return this builder
         */
        public Builder anyVisibility() {
            this.visibilityWord = ANY;
            return this;
        }

        /**
         * Lists, of the images shared with the caller, those with this membership status. The caller's own and public
         * images are not affected.
         *
         * @param status the membership status
         * @return this builder
         * @throws IllegalArgumentException for {@link MemberStatus#UNRECOGNIZED}
         */
        public Builder memberStatus(MemberStatus status) {
            this.memberStatusWord = status.word();
            return this;
        }

        /**
         * Lists images shared with the caller whatever the membership status.
         *
         * @return this builder
         */
        public Builder anyMemberStatus() {
            this.memberStatusWord = ANY;
            return this;
        }

        /**
         * Lists images in one status.
         *
         * @param status the image status
         * @return this builder
         * @throws IllegalArgumentException for {@link ImageStatus#UNRECOGNIZED}
         */
        public Builder status(ImageStatus status) {
            if (status == ImageStatus.UNRECOGNIZED) {
                throw new IllegalArgumentException("an unrecognized image status cannot be sent");
            }
            this.status = status;
            return this;
        }

        /**
         * Lists images that hold this tag, and every other tag given.
         *
         * @param tag the tag
         * @return this builder
         */
        public Builder tag(String tag) {
            tags.add(tag);
            return this;
        }

        /**
         * Sets the owner to list.
         *
         * @param owner the value
         * @return this builder
         */
        public Builder owner(ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets the exact name.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets true for hidden images only.
         *
         * @param hidden the value
         * @return this builder
         */
        public Builder hidden(boolean hidden) {
            this.hidden = hidden;
            return this;
        }

        /**
         * Sets the most images on a page, from 0.
         *
         * @param limit the value
         * @return this builder
         */
        public Builder limit(int limit) {
            this.limit = limit;
            return this;
        }

        /**
         * Sets the last image of the page before.
         *
         * @param marker the value
         * @return this builder
         */
        public Builder marker(ImageId marker) {
            this.marker = marker;
            return this;
        }

        /**
         * Returns the query.
         *
         * @return the query
         */
        public ImageQuery build() {
            return new ImageQuery(visibilityWord, memberStatusWord, owner, name, status, hidden, limit, marker, tags);
        }
    }
}
