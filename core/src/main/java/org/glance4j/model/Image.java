package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An image's record, as the service held it when it answered. The data it describes is not part of it.
 *
 * <p>Source: Image API v2, image schema; {@code glance/api/v2/images.py} (get_base_properties), 25.1.0.
 *
 * @param id the image's id
 * @param name its name, up to 255 characters; not unique; null or empty where it has none
 * @param statusWord the image status as it stood on the wire
 * @param visibilityWord the visibility as it stood on the wire; null where a server leaves it out
 * @param owner the project that owns the image; null where it has no owner
 * @param isProtected whether the service refuses to delete it
 * @param hidden whether default lists leave it out ({@code os_hidden})
 * @param diskFormat the format of the disk; null until it is set
 * @param containerFormat the format of the file around the disk; null until it is set
 * @param minDiskGb the disk that a server of this image needs, in GB; 0 for none
 * @param minRamMb the memory that a server of this image needs, in MB; 0 for none
 * @param tags its tags, in the order of the answer, which carries no meaning
 * @param sizeBytes the length of the data in bytes; null until there is data
 * @param virtualSizeBytes the size of the disk in bytes; null where the service could not tell
 * @param checksum the MD5 of the data in hexadecimal digits; null until there is data
 * @param hash the hash of the data; null until there is data
 * @param createdAt when the image was created; whole seconds
 * @param updatedAt when it last changed; whole seconds; null where a server leaves it out
 * @param properties its custom properties, in the order of the answer
 * @param otherFields what else the answer held, as plain maps, lists, strings, numbers, booleans and nulls
 */
public record Image(
        ImageId id,
        @Nullable String name,
        String statusWord,
        @Nullable String visibilityWord,
        @Nullable ProjectId owner,
        boolean isProtected,
        boolean hidden,
        @Nullable DiskFormat diskFormat,
        @Nullable ContainerFormat containerFormat,
        int minDiskGb,
        int minRamMb,
        Set<String> tags,
        @Nullable Long sizeBytes,
        @Nullable Long virtualSizeBytes,
        @Nullable String checksum,
        @Nullable ImageHash hash,
        Instant createdAt,
        @Nullable Instant updatedAt,
        Map<String, String> properties,
        Map<String, @Nullable Object> otherFields) {

    /** Copies the collections, which keep their order, and refuses null where it is not allowed; most are empty. */
    public Image {
        requireNonNull(id, "id");
        requireNonNull(statusWord, "statusWord");
        requireNonNull(createdAt, "createdAt");
        tags = tags.isEmpty() ? Set.of() : Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        properties = properties.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(properties));
        otherFields = otherFields.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(otherFields));
    }

    /**
     * Returns the image status, {@link ImageStatus#UNRECOGNIZED} if {@link #statusWord()} is not known here.
     *
     * @return the status
     */
    public ImageStatus status() {
        return ImageStatus.of(statusWord);
    }

    /**
     * Returns the visibility, {@link Visibility#UNRECOGNIZED} if {@link #visibilityWord()} is absent or not known here.
     *
     * @return the visibility
     */
    public Visibility visibility() {
        return visibilityWord == null ? Visibility.UNRECOGNIZED : Visibility.of(visibilityWord);
    }

    /**
     * Returns a builder for an image with this id and status and nothing else.
     *
     * @param id the image's id
     * @param status its status
     * @param createdAt when it was created
     * @return the builder
     */
    public static Builder builder(ImageId id, ImageStatus status, Instant createdAt) {
        return new Builder(id, status.word(), createdAt);
    }

    /**
     * Returns a builder that holds this image's values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects an image's values. Not safe for use by several threads. */
    public static final class Builder {
        private ImageId id;
        private @Nullable String name;
        private String statusWord;
        private @Nullable String visibilityWord;
        private @Nullable ProjectId owner;
        private boolean isProtected;
        private boolean hidden;
        private @Nullable DiskFormat diskFormat;
        private @Nullable ContainerFormat containerFormat;
        private int minDiskGb;
        private int minRamMb;
        private Set<String> tags = Set.of();
        private @Nullable Long sizeBytes;
        private @Nullable Long virtualSizeBytes;
        private @Nullable String checksum;
        private @Nullable ImageHash hash;
        private Instant createdAt;
        private @Nullable Instant updatedAt;
        private Map<String, String> properties = Map.of();
        private Map<String, @Nullable Object> otherFields = Map.of();

        private Builder(ImageId id, String statusWord, Instant createdAt) {
            this.id = id;
            this.statusWord = statusWord;
            this.createdAt = createdAt;
        }

        private Builder(Image image) {
            this.id = image.id;
            this.name = image.name;
            this.statusWord = image.statusWord;
            this.visibilityWord = image.visibilityWord;
            this.owner = image.owner;
            this.isProtected = image.isProtected;
            this.hidden = image.hidden;
            this.diskFormat = image.diskFormat;
            this.containerFormat = image.containerFormat;
            this.minDiskGb = image.minDiskGb;
            this.minRamMb = image.minRamMb;
            this.tags = image.tags;
            this.sizeBytes = image.sizeBytes;
            this.virtualSizeBytes = image.virtualSizeBytes;
            this.checksum = image.checksum;
            this.hash = image.hash;
            this.createdAt = image.createdAt;
            this.updatedAt = image.updatedAt;
            this.properties = image.properties;
            this.otherFields = image.otherFields;
        }

        /**
         * Sets the image's id.
         *
         * @param id the value
         * @return this builder
         */
        public Builder id(ImageId id) {
            this.id = id;
            return this;
        }

        /**
         * Sets its name, up to 255 characters.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets the image status as it stood on the wire.
         *
         * @param statusWord the value
         * @return this builder
         */
        public Builder statusWord(String statusWord) {
            this.statusWord = statusWord;
            return this;
        }

        /**
         * Sets the visibility as it stood on the wire.
         *
         * @param visibilityWord the value
         * @return this builder
         */
        public Builder visibilityWord(@Nullable String visibilityWord) {
            this.visibilityWord = visibilityWord;
            return this;
        }

        /**
         * Sets the project that owns the image.
         *
         * @param owner the value
         * @return this builder
         */
        public Builder owner(@Nullable ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets whether the service refuses to delete it.
         *
         * @param isProtected the value
         * @return this builder
         */
        public Builder isProtected(boolean isProtected) {
            this.isProtected = isProtected;
            return this;
        }

        /**
         * Sets whether default lists leave it out ({@code os_hidden}).
         *
         * @param hidden the value
         * @return this builder
         */
        public Builder hidden(boolean hidden) {
            this.hidden = hidden;
            return this;
        }

        /**
         * Sets the format of the disk.
         *
         * @param diskFormat the value
         * @return this builder
         */
        public Builder diskFormat(@Nullable DiskFormat diskFormat) {
            this.diskFormat = diskFormat;
            return this;
        }

        /**
         * Sets the format of the file around the disk.
         *
         * @param containerFormat the value
         * @return this builder
         */
        public Builder containerFormat(@Nullable ContainerFormat containerFormat) {
            this.containerFormat = containerFormat;
            return this;
        }

        /**
         * Sets the disk that a server of this image needs, in GB.
         *
         * @param minDiskGb the value
         * @return this builder
         */
        public Builder minDiskGb(int minDiskGb) {
            this.minDiskGb = minDiskGb;
            return this;
        }

        /**
         * Sets the memory that a server of this image needs, in MB.
         *
         * @param minRamMb the value
         * @return this builder
         */
        public Builder minRamMb(int minRamMb) {
            this.minRamMb = minRamMb;
            return this;
        }

        /**
         * Sets its tags, in the order of the answer, which carries no meaning.
         *
         * @param tags the value
         * @return this builder
         */
        public Builder tags(Set<String> tags) {
            this.tags = tags;
            return this;
        }

        /**
         * Sets the length of the data in bytes.
         *
         * @param sizeBytes the value
         * @return this builder
         */
        public Builder sizeBytes(@Nullable Long sizeBytes) {
            this.sizeBytes = sizeBytes;
            return this;
        }

        /**
         * Sets the size of the disk in bytes.
         *
         * @param virtualSizeBytes the value
         * @return this builder
         */
        public Builder virtualSizeBytes(@Nullable Long virtualSizeBytes) {
            this.virtualSizeBytes = virtualSizeBytes;
            return this;
        }

        /**
         * Sets the MD5 of the data in hexadecimal digits.
         *
         * @param checksum the value
         * @return this builder
         */
        public Builder checksum(@Nullable String checksum) {
            this.checksum = checksum;
            return this;
        }

        /**
         * Sets the hash of the data.
         *
         * @param hash the value
         * @return this builder
         */
        public Builder hash(@Nullable ImageHash hash) {
            this.hash = hash;
            return this;
        }

        /**
         * Sets when the image was created.
         *
         * @param createdAt the value
         * @return this builder
         */
        public Builder createdAt(Instant createdAt) {
            this.createdAt = createdAt;
            return this;
        }

        /**
         * Sets when it last changed.
         *
         * @param updatedAt the value
         * @return this builder
         */
        public Builder updatedAt(@Nullable Instant updatedAt) {
            this.updatedAt = updatedAt;
            return this;
        }

        /**
         * Sets its custom properties, in the order of the answer.
         *
         * @param properties the value
         * @return this builder
         */
        public Builder properties(Map<String, String> properties) {
            this.properties = properties;
            return this;
        }

        /**
         * Sets what else the answer held, as plain maps, lists, strings, numbers, booleans and nulls.
         *
         * @param otherFields the value
         * @return this builder
         */
        public Builder otherFields(Map<String, @Nullable Object> otherFields) {
            this.otherFields = otherFields;
            return this;
        }

        /**
         * Returns the image.
         *
         * @return the image
         */
        public Image build() {
            return new Image(
                    id,
                    name,
                    statusWord,
                    visibilityWord,
                    owner,
                    isProtected,
                    hidden,
                    diskFormat,
                    containerFormat,
                    minDiskGb,
                    minRamMb,
                    tags,
                    sizeBytes,
                    virtualSizeBytes,
                    checksum,
                    hash,
                    createdAt,
                    updatedAt,
                    properties,
                    otherFields);
        }
    }
}
