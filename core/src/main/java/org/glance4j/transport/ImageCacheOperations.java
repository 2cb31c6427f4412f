package org.glance4j.transport;

import org.glance4j.model.CachePart;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;

/**
 * The cache of image data of the node that answers, for admins, where the site has one.
 *
 * <p>Source: Image API v2, cache manage; {@code glance/api/v2/cached_images.py}, 25.1.0.
 */
public interface ImageCacheOperations {

    /**
     * Returns what is in the cache, and what is to be put there.
     *
     * @return the state
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.NotFoundException if the site has no cache
     */
    ImageCacheState list();

    /**
     * Has an active image's data put into the cache, which happens soon after; data that is there already stays.
     *
     * @param id the image's id
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it, or the site has no cache
     * @throws org.glance4j.error.ForbiddenException if the caller sees the image and is no admin
     * @throws org.glance4j.error.InvalidRequestException if the image is not active
     */
    void queue(ImageId id);

    /**
     * Removes an image from the cache and from what is to be put there; one that is in neither is no error.
     *
     * @param id the image's id, also of a deleted image that is still in the cache
     * @throws org.glance4j.error.ImageNotFoundException if there is neither such an image nor such an entry, or the site has no cache
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     */
    void remove(ImageId id);

    /**
     * Clears the cache and what is to be put there.
     *
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.NotFoundException if the site has no cache
     */
    void clear();

    /**
     * Clears one part of the cache.
     *
     * @param part which one
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     * @throws org.glance4j.error.NotFoundException if the site has no cache
     */
    void clear(CachePart part);
}
