package org.glance4j;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.internal.Calls;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.transport.Listing;

/**
 * Image records: create, show, list, update, delete, tag, deactivate. Every call asks the service; nothing is cached. Safe for
 * use by several threads.
 *
 * <p>Source: Image API v2, images.
 */
public final class Images {
    private final Calls calls;

    Images(Calls calls) {
        this.calls = calls;
    }

    /**
     * Returns the image that was created, {@code queued} and without data.
     *
     * @param image what it is to be
     * @return the image
     * @throws org.glance4j.error.ImageAlreadyExistsException if the id is in use, or once was
     * @throws org.glance4j.error.ForbiddenException if the caller may not create it so: public or for another owner, say
     * @throws org.glance4j.error.InvalidRequestException if a value is not one that the service takes
     * @throws org.glance4j.error.LimitExceededException if there are too many tags or properties
     */
    public Image create(NewImage image) {
        requireNonNull(image, "image");
        return calls.begin().images().create(image);
    }

    /**
     * Returns the image with this id.
     *
     * @param id the image's id
     * @return the image as it is now
     * @throws ImageNotFoundException if it is not there or the caller does not see it
     */
    public Image get(ImageId id) {
        requireNonNull(id, "id");
        return calls.begin().images().get(id);
    }

    /**
     * Returns the image with this id, if there is one that the caller sees.
     *
     * @param id the image's id
     * @return the image as it is now, empty if it is not there or the caller does not see it
     */
    public Optional<Image> find(ImageId id) {
        try {
            return Optional.of(get(id));
        } catch (ImageNotFoundException absent) {
            return Optional.empty();
        }
    }

    /**
     * Returns all images that the caller's default list holds, newest first: public ones, its own, and those shared with it
     * that it has accepted.
     *
     * @return the images, asked for page by page while they are read
     */
    public Listing<Image> list() {
        return list(ImageQuery.defaults());
    }

    /**
     * Returns all images that a query finds, in its order. Through {@link ImageClient#within} the time counts for each page.
     *
     * @param query which images; its limit is the size of a page, its marker the image to begin behind
     * @return the images, asked for page by page while they are read
     */
    public Listing<Image> list(ImageQuery query) {
        return Listing.ofImages(() -> calls.begin().images(), query);
    }

    /**
     * Returns one page of images, in the order of the query.
     *
     * @param query which images, how many, and behind which one
     * @return the page; its {@link Page#next()} is present exactly if the service says that more may follow
     * @throws org.glance4j.error.InvalidRequestException if the marker is not there, or if a condition is one that a URL cannot
     *     carry or the service takes for another
     * @throws org.glance4j.error.ForbiddenException if the marker is an image that the caller does not see
     */
    public Page<Image> page(ImageQuery query) {
        requireNonNull(query, "query");
        return calls.begin().images().list(query);
    }

    /**
     * Returns the image as it is after a change. All operations of the patch hold, or none.
     *
     * @param id the image's id
     * @param patch the change
     * @return the image
     * @throws ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller may not change it so, or nobody may
     * @throws org.glance4j.error.PropertyConflictException if a property to replace or remove is not there
     * @throws org.glance4j.error.InvalidRequestException if a value is not one that the service takes
     * @throws org.glance4j.error.LimitExceededException if there would be too many tags or properties
     */
    public Image update(ImageId id, ImagePatch patch) {
        requireNonNull(id, "id");
        requireNonNull(patch, "patch");
        return calls.begin().images().update(id, patch);
    }

    /**
     * Deletes an image, its data, tags, properties and members.
     *
     * @param id the image's id
     * @throws ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is protected, or is not the caller's
     */
    public void delete(ImageId id) {
        requireNonNull(id, "id");
        calls.begin().images().delete(id);
    }

    /**
     * Adds a tag; one that is there already is no error.
     *
     * @param id the image's id
     * @param tag the tag; without a slash, which no path can carry: {@link #update} takes those
     * @throws ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     * @throws org.glance4j.error.LimitExceededException if there would be too many tags
     */
    public void addTag(ImageId id, String tag) {
        requireNonNull(id, "id");
        requireNonNull(tag, "tag");
        calls.begin().images().addTag(id, tag);
    }

    /**
     * Removes a tag.
     *
     * @param id the image's id
     * @param tag the tag; without a slash, which no path can carry: {@link #update} takes those
     * @throws org.glance4j.error.TagNotFoundException if image or tag is not there, or the caller does not see the image
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     */
    public void removeTag(ImageId id, String tag) {
        requireNonNull(id, "id");
        requireNonNull(tag, "tag");
        calls.begin().images().removeTag(id, tag);
    }

    /**
     * Freezes an active image's data; a frozen one stays so.
     *
     * @param id the image's id
     * @throws ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is not the caller's, or in another status
     */
    public void deactivate(ImageId id) {
        requireNonNull(id, "id");
        calls.begin().images().deactivate(id);
    }

    /**
     * Makes a deactivated image active again; an active one stays so.
     *
     * @param id the image's id
     * @throws ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is not the caller's, or in another status
     */
    public void reactivate(ImageId id) {
        requireNonNull(id, "id");
        calls.begin().images().reactivate(id);
    }
}
