package org.glance4j.transport;

import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;

/** The operations on image records. Source: Image API v2, images; {@code glance/api/v2/images.py}, 25.1.0. */
public interface ImageOperations {

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
    Image create(NewImage image);

    /**
     * Returns the image with this id.
     *
     * @param id the image's id
     * @return the image as it is now
     * @throws org.glance4j.error.ImageNotFoundException if it is not there or the caller does not see it
     */
    Image get(ImageId id);

    /**
     * Returns one page of images, in the order of the query.
     *
     * @param query which images, how many, and behind which one
     * @return the page; its {@link Page#next()} is present exactly if the service says that more may follow
     * @throws org.glance4j.error.InvalidRequestException if the marker is not there, or if a condition is one that a URL cannot
     *     carry or the service takes for another
     * @throws org.glance4j.error.ForbiddenException if the marker is an image that the caller does not see
     */
    Page<Image> list(ImageQuery query);

    /**
     * Returns the image as it is after a change. All operations of the patch hold, or none.
     *
     * @param id the image's id
     * @param patch the change
     * @return the image
     * @throws org.glance4j.error.ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller may not change it so, or nobody may
     * @throws org.glance4j.error.PropertyConflictException if a property to replace or remove is not there
     * @throws org.glance4j.error.InvalidRequestException if a value is not one that the service takes
     * @throws org.glance4j.error.LimitExceededException if there would be too many tags or properties
     */
    Image update(ImageId id, ImagePatch patch);

    /**
     * Deletes an image, its data, tags, properties and members.
     *
     * @param id the image's id
     * @throws org.glance4j.error.ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is protected, or is not the caller's
     */
    void delete(ImageId id);

    /**
     * Adds a tag; one that is there already is no error.
     *
     * @param id the image's id
     * @param tag the tag, in ASCII and without a slash, since a path carries no other: {@link ImagePatch.Builder#tags} does
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     * @throws org.glance4j.error.LimitExceededException if there would be too many tags
     */
    void addTag(ImageId id, String tag);

    /**
     * Removes a tag.
     *
     * @param id the image's id
     * @param tag the tag, in ASCII and without a slash, since a path carries no other: {@link ImagePatch.Builder#tags} does
     * @throws org.glance4j.error.TagNotFoundException if image or tag is not there, or the caller does not see the image
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     */
    void removeTag(ImageId id, String tag);

    /**
     * Freezes an active image's data; a frozen one stays so.
     *
     * @param id the image's id
     * @throws org.glance4j.error.ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is not the caller's, or in another status
     */
    void deactivate(ImageId id);

    /**
     * Makes a deactivated image active again; an active one stays so.
     *
     * @param id the image's id
     * @throws org.glance4j.error.ImageNotFoundException if it is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is not the caller's, or in another status
     */
    void reactivate(ImageId id);
}
