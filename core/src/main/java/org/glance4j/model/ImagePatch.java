package org.glance4j.model;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A change of an image's record: operations that the service applies in their order, all or none.
 *
 * <p>The typed methods of the builder cover the standard fields; {@code add}, {@code replace} and {@code remove} take any
 * field by its name on the wire. The service decides what may be changed.
 *
 * <p>Source: Image API v2, update image, media type {@code application/openstack-images-v2.1-json-patch}.
 *
 * @param operations what to do, in order; none leaves the image as it is
 */
public record ImagePatch(List<Operation> operations) {

    /** Copies the list. */
    public ImagePatch {
        operations = List.copyOf(operations);
    }

    /** What one operation does. */
    public enum Kind {
        /** Adds a field, or replaces it where it is there. */
        ADD,
        /** Replaces a field that is there. */
        REPLACE,
        /** Removes a custom property that is there. */
        REMOVE;
    }

    /**
     * One operation.
     *
     * @param kind what it does
     * @param field the field's name on the wire, unescaped, without a leading slash
     * @param value the value: a string, boolean, integer, list of strings or of locations, a change of one location, or null; always
     *     null for {@link Kind#REMOVE}, but for that of a location
     */
    public record Operation(
            Kind kind, String field, @Nullable Object value) {

        /** Refuses a value that the Image service has no use for. */
        public Operation {
            requireNonNull(kind, "kind");
            requireNonNull(field, "field");
            if (value instanceof List<?> list) {
                value = List.copyOf(list);
            } else if (!(value == null
                    || value instanceof String
                    || value instanceof Boolean
                    || value instanceof LocationChange
                    || value instanceof Integer
                    || value instanceof Long)) {
                throw new IllegalArgumentException(
                        "value of " + field + " must be a string, boolean, integer, list or null");
            }
            if (kind == Kind.REMOVE && value != null && !(value instanceof LocationChange)) {
                throw new IllegalArgumentException("removing " + field + " takes no value");
            }
        }
    }

    /**
     * Returns a builder without operations.
     *
     * @return the builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Returns the patch that makes one image of another of the same id: it holds what differs and no more. What the service
     * alone sets (status, size, times, hashes, properties that begin with {@code os_glance}, …) is left out. A custom
     * property that is to be replaced or removed and is not there any more is a conflict, as with {@link Builder#replace}.
     *
     * <p>Take {@code before} as the service gave it, and make {@code after} with {@link Image#toBuilder}.
     *
     * @param before the image as it is
     * @param after the image as it is to be
     * @return the patch, without operations where nothing differs that can be changed
     * @throws IllegalArgumentException if the ids differ, the visibility is to be none or one that is not known here, or a
     *     custom property that differs has a name that no patch can say: that of a field, or one with blanks around
     */
    public static ImagePatch between(Image before, Image after) {
        return ImageDifference.between(requireNonNull(before, "before"), requireNonNull(after, "after"));
    }

    /** Collects operations. Not safe for use by several threads. */
    public static final class Builder {
        private static final String LOCATIONS = "locations";

        private final List<Operation> operations = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a location behind the others. Most services let nobody change locations.
         *
         * @param location the location
         * @return this builder
         */
        public Builder addLocation(ImageLocation location) {
            return location(Kind.ADD, new LocationChange(OptionalInt.empty(), requireNonNull(location, "location")));
        }

        /**
         * Adds a location in front of another.
         *
         * @param position where, from 0
         * @param location the location
         * @return this builder
         * @throws IllegalArgumentException if the position is negative
         */
        public Builder addLocation(int position, ImageLocation location) {
            return location(
                    Kind.ADD, new LocationChange(OptionalInt.of(position), requireNonNull(location, "location")));
        }

        /**
         * Sets the locations of an image that has none.
         *
         * @param locations the locations, at least one
         * @return this builder
         */
        public Builder locations(List<ImageLocation> locations) {
            operations.add(new Operation(Kind.REPLACE, LOCATIONS, locations));
            return this;
        }

        /**
         * Removes a location; the last one stays.
         *
         * @param position which one, from 0
         * @return this builder
         * @throws IllegalArgumentException if the position is negative
         */
        public Builder removeLocation(int position) {
            return location(Kind.REMOVE, new LocationChange(OptionalInt.of(position), null));
        }

        private Builder location(Kind kind, LocationChange change) {
            operations.add(new Operation(kind, LOCATIONS, change));
            return this;
        }

        /**
         * Sets the name.
         *
         * @param name the name; null for none
         * @return this builder
         */
        public Builder name(@Nullable String name) {
            return replace("name", name);
        }

        /**
         * Sets the visibility. Members are kept, and count only while it is {@code shared}.
         *
         * @param visibility the visibility
         * @return this builder
         * @throws IllegalArgumentException for {@link Visibility#UNRECOGNIZED}
         */
        public Builder visibility(Visibility visibility) {
            return replace("visibility", visibility.word());
        }

        /**
         * Sets whether the service refuses to delete the image.
         *
         * @param isProtected whether it does
         * @return this builder
         */
        public Builder isProtected(boolean isProtected) {
            return replace("protected", isProtected);
        }

        /**
         * Sets whether default lists leave the image out.
         *
         * @param hidden whether they do
         * @return this builder
         */
        public Builder hidden(boolean hidden) {
            return replace("os_hidden", hidden);
        }

        /**
         * Gives the image to another project; for admins.
         *
         * @param owner the new owner
         * @return this builder
         */
        public Builder owner(ProjectId owner) {
            return replace("owner", owner.value());
        }

        /**
         * Sets the disk format, which the service allows before there is data.
         *
         * @param format the format
         * @return this builder
         */
        public Builder diskFormat(DiskFormat format) {
            return replace("disk_format", format.word());
        }

        /**
         * Sets the container format, which the service allows before there is data.
         *
         * @param format the format
         * @return this builder
         */
        public Builder containerFormat(ContainerFormat format) {
            return replace("container_format", format.word());
        }

        /**
         * Sets the disk that a server of this image needs.
         *
         * @param minDiskGb the size in GB
         * @return this builder
         */
        public Builder minDiskGb(int minDiskGb) {
            return replace("min_disk", minDiskGb);
        }

        /**
         * Sets the memory that a server of this image needs.
         *
         * @param minRamMb the size in MB
         * @return this builder
         */
        public Builder minRamMb(int minRamMb) {
            return replace("min_ram", minRamMb);
        }

        /**
         * Sets all tags at once. Any character may stand in them, slashes too.
         *
         * @param tags the tags
         * @return this builder
         */
        public Builder tags(Set<String> tags) {
            return replace("tags", List.copyOf(tags));
        }

        /**
         * Sets a custom property, whether it is there or not.
         *
         * @param name the property's name
         * @param value its value
         * @return this builder
         */
        public Builder property(String name, String value) {
            return add(name, value);
        }

        /**
         * Adds a field, or replaces it where it is there.
         *
         * @param field the field's name on the wire
         * @param value the value: a string, boolean, integer, list of strings, or null
         * @return this builder
         */
        public Builder add(String field, @Nullable Object value) {
            operations.add(new Operation(Kind.ADD, field, value));
            return this;
        }

        /**
         * Replaces a field; the service answers with a conflict where it is not there.
         *
         * @param field the field's name on the wire
         * @param value the value: a string, boolean, integer, list of strings, or null
         * @return this builder
         */
        public Builder replace(String field, @Nullable Object value) {
            operations.add(new Operation(Kind.REPLACE, field, value));
            return this;
        }

        /**
         * Removes a custom property; the service answers with a conflict where it is not there.
         *
         * @param name the property's name
         * @return this builder
         */
        public Builder remove(String name) {
            operations.add(new Operation(Kind.REMOVE, name, null));
            return this;
        }

        /**
         * Returns the patch.
         *
         * @return the patch
         */
        public ImagePatch build() {
            return new ImagePatch(operations);
        }
    }
}
