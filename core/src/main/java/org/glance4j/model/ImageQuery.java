package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which images to list, in which order. All conditions hold together; one that is not set does not restrict.
 *
 * <p>Texts are compared exactly, except that a site's database may fold case. Of the times only one condition each can be
 * asked for.
 *
 * <p>Source: Image API v2, list images; {@code glance/api/v2/images.py} (index), {@code glance/db/sqlalchemy/api.py}
 * (_make_conditions_from_filters), 25.1.0.
 *
 * @param visibilityWord the visibility to list, or {@code all}; null for the service's default
 * @param memberStatusWord the membership status that images shared with the caller must have, or {@code all}; null for the service's default, accepted
 * @param owner the owner to list
 * @param ids the ids to list; none for all
 * @param names the exact names to list; none for all
 * @param statuses the image statuses to list; none for all
 * @param diskFormats the disk formats to list; none for all
 * @param containerFormats the container formats to list; none for all
 * @param isProtected whether the service must refuse to delete the image
 * @param hidden true for hidden images only; null or false for the others only
 * @param sizeBytes the length of the data in bytes
 * @param virtualSizeBytes the size of the disk in bytes
 * @param minDiskGb the disk that a server of the image needs, in GB
 * @param minRamMb the memory that a server of the image needs, in MB
 * @param checksum the MD5 of the data in hexadecimal digits
 * @param hashAlgorithm the algorithm of the data's hash ({@code os_hash_algo})
 * @param hashValue the data's hash in hexadecimal digits ({@code os_hash_value})
 * @param createdAt when the image was created
 * @param updatedAt when it last changed
 * @param tags the tags that must all be there
 * @param properties the custom properties that must all be there with these values
 * @param sort the order, first key first; none for the service's default, newest first
 * @param limit the most images on a page, from 0; null for the service's default (25 upstream, cut to 1000)
 * @param marker the last image of the page before; null for the first page
 */
public record ImageQuery(
        @Nullable String visibilityWord,
        @Nullable String memberStatusWord,
        @Nullable ProjectId owner,
        Set<ImageId> ids,
        Set<String> names,
        Set<ImageStatus> statuses,
        Set<DiskFormat> diskFormats,
        Set<ContainerFormat> containerFormats,
        @Nullable Boolean isProtected,
        @Nullable Boolean hidden,
        @Nullable NumberRange sizeBytes,
        @Nullable NumberRange virtualSizeBytes,
        @Nullable NumberRange minDiskGb,
        @Nullable NumberRange minRamMb,
        @Nullable String checksum,
        @Nullable String hashAlgorithm,
        @Nullable String hashValue,
        @Nullable TimeCondition createdAt,
        @Nullable TimeCondition updatedAt,
        Set<String> tags,
        Map<String, String> properties,
        List<SortPair> sort,
        @Nullable Integer limit,
        @Nullable ImageId marker) {

    /** The word that lifts a restriction by visibility or membership status. */
    private static final String ANY = "all";

    /** Copies the collections, which keep their order; most are empty. */
    public ImageQuery {
        ids = copy(ids);
        names = copy(names);
        statuses = copy(statuses);
        statuses.forEach(ImageStatus::word);
        diskFormats = copy(diskFormats);
        containerFormats = copy(containerFormats);
        tags = copy(tags);
        properties = properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        sort = List.copyOf(sort);
    }

    private static <T> Set<T> copy(Set<T> values) {
        return values.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(values));
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
        private Set<ImageId> ids = Set.of();
        private Set<String> names = Set.of();
        private Set<ImageStatus> statuses = Set.of();
        private Set<DiskFormat> diskFormats = Set.of();
        private Set<ContainerFormat> containerFormats = Set.of();
        private @Nullable Boolean isProtected;
        private @Nullable Boolean hidden;
        private @Nullable NumberRange sizeBytes;
        private @Nullable NumberRange virtualSizeBytes;
        private @Nullable NumberRange minDiskGb;
        private @Nullable NumberRange minRamMb;
        private @Nullable String checksum;
        private @Nullable String hashAlgorithm;
        private @Nullable String hashValue;
        private @Nullable TimeCondition createdAt;
        private @Nullable TimeCondition updatedAt;
        private final Set<String> tags = new LinkedHashSet<>();
        private final Map<String, String> properties = new LinkedHashMap<>();
        private final List<SortPair> sort = new ArrayList<>();
        private @Nullable Integer limit;
        private @Nullable ImageId marker;

        private Builder() {}

        private Builder(ImageQuery query) {
            this.visibilityWord = query.visibilityWord;
            this.memberStatusWord = query.memberStatusWord;
            this.owner = query.owner;
            this.ids = query.ids;
            this.names = query.names;
            this.statuses = query.statuses;
            this.diskFormats = query.diskFormats;
            this.containerFormats = query.containerFormats;
            this.isProtected = query.isProtected;
            this.hidden = query.hidden;
            this.sizeBytes = query.sizeBytes;
            this.virtualSizeBytes = query.virtualSizeBytes;
            this.minDiskGb = query.minDiskGb;
            this.minRamMb = query.minRamMb;
            this.checksum = query.checksum;
            this.hashAlgorithm = query.hashAlgorithm;
            this.hashValue = query.hashValue;
            this.createdAt = query.createdAt;
            this.updatedAt = query.updatedAt;
            this.tags.addAll(query.tags);
            this.properties.putAll(query.properties);
            this.sort.addAll(query.sort);
            this.limit = query.limit;
            this.marker = query.marker;
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
         * Lists images that belong to one project.
         *
         * @param owner the owner
         * @return this builder
         */
        public Builder owner(ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Lists images of one id, in the place of those given before.
         *
         * @param id the id
         * @return this builder
         */
        public Builder id(ImageId id) {
            return ids(Set.of(id));
        }

        /**
         * Lists images of any of these ids, in the place of those given before.
         *
         * @param ids the ids
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder ids(Collection<ImageId> ids) {
            this.ids = given("id", ids);
            return this;
        }

        /**
         * Lists images of one name, in the place of those given before.
         *
         * @param name the name
         * @return this builder
         */
        public Builder name(String name) {
            return names(Set.of(name));
        }

        /**
         * Lists images of any of these names, in the place of those given before.
         *
         * @param names the names
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder names(Collection<String> names) {
            this.names = given("name", names);
            return this;
        }

        /**
         * Lists images of one image status, in the place of those given before.
         *
         * @param status the image status
         * @return this builder
         * @throws IllegalArgumentException for {@link ImageStatus#UNRECOGNIZED}
         */
        public Builder status(ImageStatus status) {
            return statuses(Set.of(status));
        }

        /**
         * Lists images of any of these image statuses, in the place of those given before.
         *
         * @param statuses the image statuses
         * @return this builder
         * @throws IllegalArgumentException if there is none
         * @throws IllegalArgumentException for {@link ImageStatus#UNRECOGNIZED}
         */
        public Builder statuses(Collection<ImageStatus> statuses) {
            statuses.forEach(ImageStatus::word);
            this.statuses = given("image status", statuses);
            return this;
        }

        /**
         * Lists images of one disk format, in the place of those given before.
         *
         * @param diskFormat the disk format
         * @return this builder
         */
        public Builder diskFormat(DiskFormat diskFormat) {
            return diskFormats(Set.of(diskFormat));
        }

        /**
         * Lists images of any of these disk formats, in the place of those given before.
         *
         * @param diskFormats the disk formats
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder diskFormats(Collection<DiskFormat> diskFormats) {
            this.diskFormats = given("disk format", diskFormats);
            return this;
        }

        /**
         * Lists images of one container format, in the place of those given before.
         *
         * @param containerFormat the container format
         * @return this builder
         */
        public Builder containerFormat(ContainerFormat containerFormat) {
            return containerFormats(Set.of(containerFormat));
        }

        /**
         * Lists images of any of these container formats, in the place of those given before.
         *
         * @param containerFormats the container formats
         * @return this builder
         * @throws IllegalArgumentException if there is none
         */
        public Builder containerFormats(Collection<ContainerFormat> containerFormats) {
            this.containerFormats = given("container format", containerFormats);
            return this;
        }

        /**
         * Lists images that the service refuses to delete, or the others.
         *
         * @param isProtected whether it does
         * @return this builder
         */
        public Builder isProtected(boolean isProtected) {
            this.isProtected = isProtected;
            return this;
        }

        /**
         * Lists hidden images only, or only the others, as without this.
         *
         * @param hidden true for hidden images
         * @return this builder
         */
        public Builder hidden(boolean hidden) {
            this.hidden = hidden;
            return this;
        }

        /**
         * Lists images whose data is so long.
         *
         * @param sizeBytes the length in bytes
         * @return this builder
         */
        public Builder sizeBytes(NumberRange sizeBytes) {
            this.sizeBytes = sizeBytes;
            return this;
        }

        /**
         * Lists images whose disk is so large.
         *
         * @param virtualSizeBytes the size in bytes
         * @return this builder
         */
        public Builder virtualSizeBytes(NumberRange virtualSizeBytes) {
            this.virtualSizeBytes = virtualSizeBytes;
            return this;
        }

        /**
         * Lists images by the disk that a server of them needs.
         *
         * @param minDiskGb the size in GB
         * @return this builder
         */
        public Builder minDiskGb(NumberRange minDiskGb) {
            this.minDiskGb = minDiskGb;
            return this;
        }

        /**
         * Lists images by the memory that a server of them needs.
         *
         * @param minRamMb the size in MB
         * @return this builder
         */
        public Builder minRamMb(NumberRange minRamMb) {
            this.minRamMb = minRamMb;
            return this;
        }

        /**
         * Lists images whose data has this MD5.
         *
         * @param checksum the MD5 in hexadecimal digits
         * @return this builder
         */
        public Builder checksum(String checksum) {
            this.checksum = checksum;
            return this;
        }

        /**
         * Lists images whose hash was made by one algorithm.
         *
         * @param hashAlgorithm the algorithm's name as the service writes it, such as {@code sha512}
         * @return this builder
         */
        public Builder hashAlgorithm(String hashAlgorithm) {
            this.hashAlgorithm = hashAlgorithm;
            return this;
        }

        /**
         * Lists images whose data has this hash.
         *
         * @param hashValue the hash in lower-case hexadecimal digits
         * @return this builder
         */
        public Builder hashValue(String hashValue) {
            this.hashValue = hashValue;
            return this;
        }

        /**
         * Lists images by the time of their creation.
         *
         * @param createdAt the condition, in the place of one given before
         * @return this builder
         */
        public Builder createdAt(TimeCondition createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Lists images by the time of their last change.
         *
         * @param updatedAt the condition, in the place of one given before
         * @return this builder
         */
        public Builder updatedAt(TimeCondition updatedAt) {
            this.updatedAt = updatedAt;
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
         * Lists images that have this custom property with this value, and every other one given.
         *
         * @param name the property's name
         * @param value its value
         * @return this builder
         */
        public Builder property(String name, String value) {
            properties.put(name, value);
            return this;
        }

        /**
         * Sorts by a key, behind those given before. The service breaks ties by the time of creation, then by the id.
         *
         * @param key the key
         * @param direction its direction
         * @return this builder
         */
        public Builder sort(SortKey key, SortDirection direction) {
            sort.add(new SortPair(key, direction));
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

        private static <T> Set<T> given(String what, Collection<T> values) {
            requireNonNull(values, "values");
            if (values.isEmpty()) {
                throw new IllegalArgumentException("there is no " + what + " to list");
            }
            return new LinkedHashSet<>(values);
        }

        /**
         * Returns the query.
         *
         * @return the query
         */
        public ImageQuery build() {
            return new ImageQuery(
                    visibilityWord,
                    memberStatusWord,
                    owner,
                    ids,
                    names,
                    statuses,
                    diskFormats,
                    containerFormats,
                    isProtected,
                    hidden,
                    sizeBytes,
                    virtualSizeBytes,
                    minDiskGb,
                    minRamMb,
                    checksum,
                    hashAlgorithm,
                    hashValue,
                    createdAt,
                    updatedAt,
                    tags,
                    properties,
                    sort,
                    limit,
                    marker);
        }
    }
}
