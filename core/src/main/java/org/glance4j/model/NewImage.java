package org.glance4j.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a new image is to be. Everything is optional.
 *
 * <p>Source: Image API v2, create image.
 *
 * @param id the id to use; null for one that the service makes
 * @param name the name, up to 255 characters
 * @param visibility who may see it; null for the service's default, shared
 * @param owner the owner; null for the caller's project; only an admin may name another
 * @param isProtected whether the service is to refuse to delete it; null for the default, false
 * @param hidden whether default lists leave it out; null for the default, false
 * @param diskFormat the format of the disk; needed before data is uploaded
 * @param containerFormat the format of the file around the disk; needed before data is uploaded
 * @param minDiskGb the disk that a server of this image needs, in GB
 * @param minRamMb the memory that a server of this image needs, in MB
 * @param tags the tags; at most 128 of up to 255 characters on a service with default limits
 * @param properties the custom properties; at most 128 on a service with default limits
 */
public record NewImage(
        @Nullable ImageId id,
        @Nullable String name,
        @Nullable Visibility visibility,
        @Nullable ProjectId owner,
        @Nullable Boolean isProtected,
        @Nullable Boolean hidden,
        @Nullable DiskFormat diskFormat,
        @Nullable ContainerFormat containerFormat,
        @Nullable Integer minDiskGb,
        @Nullable Integer minRamMb,
        Set<String> tags,
        Map<String, String> properties) {

    /** Copies the collections, which keep their order. */
    public NewImage {
        tags = Collections.unmodifiableSet(new LinkedHashSet<>(tags));
        properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
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
     * Returns a builder with a name.
     *
     * @param name the image's name
     * @return the builder
     */
    public static Builder named(String name) {
        return new Builder().name(name);
    }

    /**
     * Returns a builder that holds these values.
     *
     * @return the builder
     */
    public Builder toBuilder() {
        return new Builder(this);
    }

    /** Collects the values of a new image. Not safe for use by several threads. */
    public static final class Builder {
        private @Nullable ImageId id;
        private @Nullable String name;
        private @Nullable Visibility visibility;
        private @Nullable ProjectId owner;
        private @Nullable Boolean isProtected;
        private @Nullable Boolean hidden;
        private @Nullable DiskFormat diskFormat;
        private @Nullable ContainerFormat containerFormat;
        private @Nullable Integer minDiskGb;
        private @Nullable Integer minRamMb;
        private final Set<String> tags = new LinkedHashSet<>();
        private final Map<String, String> properties = new LinkedHashMap<>();

        private Builder() {}

        private Builder(NewImage image) {
            this.id = image.id;
            this.name = image.name;
            this.visibility = image.visibility;
            this.owner = image.owner;
            this.isProtected = image.isProtected;
            this.hidden = image.hidden;
            this.diskFormat = image.diskFormat;
            this.containerFormat = image.containerFormat;
            this.minDiskGb = image.minDiskGb;
            this.minRamMb = image.minRamMb;
            this.tags.addAll(image.tags);
            this.properties.putAll(image.properties);
        }

        /**
         * Sets the id to use.
         *
         * @param id the value
         * @return this builder
         */
        public Builder id(ImageId id) {
            this.id = id;
            return this;
        }

        /**
         * Sets the name, up to 255 characters.
         *
         * @param name the value
         * @return this builder
         */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /**
         * Sets who may see it.
         *
         * @param visibility the value
         * @return this builder
         */
        public Builder visibility(Visibility visibility) {
            this.visibility = visibility;
            return this;
        }

        /**
         * Sets the owner.
         *
         * @param owner the value
         * @return this builder
         */
        public Builder owner(ProjectId owner) {
            this.owner = owner;
            return this;
        }

        /**
         * Sets whether the service is to refuse to delete it.
         *
         * @param isProtected the value
         * @return this builder
         */
        public Builder isProtected(boolean isProtected) {
            this.isProtected = isProtected;
            return this;
        }

        /**
         * Sets whether default lists leave it out.
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
        public Builder diskFormat(DiskFormat diskFormat) {
            this.diskFormat = diskFormat;
            return this;
        }

        /**
         * Sets the format of the file around the disk.
         *
         * @param containerFormat the value
         * @return this builder
         */
        public Builder containerFormat(ContainerFormat containerFormat) {
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
         * Adds a tag.
         *
         * @param tag the tag
         * @return this builder
         */
        public Builder tag(String tag) {
            tags.add(tag);
            return this;
        }

        /**
         * Sets a custom property.
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
         * Returns the new image's values.
         *
         * @return the values
         */
        public NewImage build() {
            return new NewImage(
                    id,
                    name,
                    visibility,
                    owner,
                    isProtected,
                    hidden,
                    diskFormat,
                    containerFormat,
                    minDiskGb,
                    minRamMb,
                    tags,
                    properties);
        }
    }
}
