package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.jspecify.annotations.Nullable;

/** A request that concerns images and their data, with its arguments. The form of its values has been checked before. */
public sealed interface ImageRequest {

    /**
     * Returns the image that the request addresses or wants to create.
     *
     * @return the image's id; null for a list, and where the service is to choose it
     */
    @Nullable
    ImageId imageId();

    /**
     * Returns the operation that the request asks for.
     *
     * @return the operation
     */
    Operation operation();

    /**
     * Creates an image.
     *
     * @param image what it is to be
     */
    record Create(NewImage image) implements ImageRequest {
        /** Refuses null. */
        public Create {
            requireNonNull(image, "image");
        }

        @Override
        public @Nullable ImageId imageId() {
            return image.id();
        }

        @Override
        public Operation operation() {
            return Operation.CREATE_IMAGE;
        }
    }

    /**
     * Lists images; which ones, {@link Access#isListed} says.
     *
     * @param visibilityWord the visibility to list, as the caller wrote it; null where it did not
     * @param memberStatusWord the membership status to list, as the caller wrote it; null where it did not
     */
    record ListImages(
            @Nullable String visibilityWord, @Nullable String memberStatusWord) implements ImageRequest {
        @Override
        public @Nullable ImageId imageId() {
            return null;
        }

        @Override
        public Operation operation() {
            return Operation.LIST_IMAGES;
        }
    }

    /**
     * Changes an image's record.
     *
     * @param imageId the image's id
     * @param patch the change
     * @param strictAdd whether adding a field that is there is a conflict, as in media type v2.0
     */
    record Update(ImageId imageId, ImagePatch patch, boolean strictAdd) implements ImageRequest {
        /** Refuses null. */
        public Update {
            requireNonNull(imageId, "imageId");
            requireNonNull(patch, "patch");
        }

        @Override
        public Operation operation() {
            return Operation.UPDATE_IMAGE;
        }
    }

    /**
     * Shows an image.
     *
     * @param imageId the image's id
     */
    record Get(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public Get {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.GET_IMAGE;
        }
    }

    /**
     * Deletes an image.
     *
     * @param imageId the image's id
     */
    record Delete(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public Delete {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.DELETE_IMAGE;
        }
    }

    /**
     * Freezes an image's data.
     *
     * @param imageId the image's id
     */
    record Deactivate(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public Deactivate {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.DEACTIVATE_IMAGE;
        }
    }

    /**
     * Makes a frozen image active again.
     *
     * @param imageId the image's id
     */
    record Reactivate(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public Reactivate {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.REACTIVATE_IMAGE;
        }
    }

    /**
     * Uploads the data of a queued image.
     *
     * @param imageId the image's id
     * @param store the store that it goes to; null for the site's choice
     */
    record Upload(ImageId imageId, @Nullable StoreId store) implements ImageRequest {
        /** Refuses null. */
        public Upload {
            requireNonNull(imageId, "imageId");
        }

        /**
         * Uploads the data of a queued image to the site's default store.
         *
         * @param imageId the image's id
         */
        public Upload(ImageId imageId) {
            this(imageId, null);
        }

        @Override
        public Operation operation() {
            return Operation.UPLOAD_DATA;
        }
    }

    /**
     * Reads an image's data. An image without data yet is no refusal: the service answers with nothing.
     *
     * @param imageId the image's id
     */
    record Download(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public Download {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.DOWNLOAD_DATA;
        }
    }

    /**
     * Lists an image's locations.
     *
     * @param imageId the image's id
     */
    record ListLocations(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public ListLocations {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.LIST_LOCATIONS;
        }
    }

    /**
     * Has the service take a queued image's data from an address.
     *
     * @param imageId the image's id
     */
    record AddLocation(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public AddLocation {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.ADD_LOCATION;
        }
    }

    /**
     * Adds a tag.
     *
     * @param imageId the image's id
     * @param tag the tag
     */
    record AddTag(ImageId imageId, String tag) implements ImageRequest {
        /** Refuses null. */
        public AddTag {
            requireNonNull(imageId, "imageId");
            requireNonNull(tag, "tag");
        }

        @Override
        public Operation operation() {
            return Operation.ADD_TAG;
        }
    }

    /**
     * Removes a tag.
     *
     * @param imageId the image's id
     * @param tag the tag
     */
    record RemoveTag(ImageId imageId, String tag) implements ImageRequest {
        /** Refuses null. */
        public RemoveTag {
            requireNonNull(imageId, "imageId");
            requireNonNull(tag, "tag");
        }

        @Override
        public Operation operation() {
            return Operation.REMOVE_TAG;
        }
    }

    /**
     * Stages the data of a queued image.
     *
     * @param imageId the image's id
     */
    record Stage(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public Stage {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.STAGE_DATA;
        }
    }

    /**
     * Has the service import data into an image.
     *
     * @param imageId the image's id
     * @param wanted what to import
     * @param headerStore the store that a header names beside the body; null for none
     */
    record ImportImage(
            ImageId imageId, ImageImport wanted, @Nullable StoreId headerStore) implements ImageRequest {
        /** Refuses null. */
        public ImportImage {
            requireNonNull(imageId, "imageId");
            requireNonNull(wanted, "wanted");
        }

        @Override
        public Operation operation() {
            return Operation.IMPORT_IMAGE;
        }
    }

    /**
     * Lists an image's tasks; which ones, who owns them decides.
     *
     * @param imageId the image's id
     */
    record ListTasks(ImageId imageId) implements ImageRequest {
        /** Refuses null. */
        public ListTasks {
            requireNonNull(imageId, "imageId");
        }

        @Override
        public Operation operation() {
            return Operation.LIST_IMAGE_TASKS;
        }
    }

    /**
     * Deletes an image's data from one store.
     *
     * @param imageId the image's id
     * @param store the store
     */
    record DeleteFromStore(ImageId imageId, StoreId store) implements ImageRequest {
        /** Refuses null. */
        public DeleteFromStore {
            requireNonNull(imageId, "imageId");
            requireNonNull(store, "store");
        }

        @Override
        public Operation operation() {
            return Operation.DELETE_FROM_STORE;
        }
    }

    /** Lists the import methods that the site enables. */
    record ListImportMethods() implements ImageRequest {
        @Override
        public @Nullable ImageId imageId() {
            return null;
        }

        @Override
        public Operation operation() {
            return Operation.LIST_IMPORT_METHODS;
        }
    }

    /**
     * Lists the site's stores.
     *
     * @param detailed whether with their kinds and how they are configured
     */
    record ListStores(boolean detailed) implements ImageRequest {
        @Override
        public @Nullable ImageId imageId() {
            return null;
        }

        @Override
        public Operation operation() {
            return detailed ? Operation.LIST_STORE_DETAILS : Operation.LIST_STORES;
        }
    }
}
