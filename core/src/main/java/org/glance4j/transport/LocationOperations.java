package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.jspecify.annotations.Nullable;

/**
 * Where images' data is, for services that work together with the Image service. Where a site shows locations to everybody, they are
 * among an image's fields ({@link ImageLocation#of}) and are changed by a patch.
 *
 * <p>Source: Image API v2, get and add location, since 2.17; {@code glance/api/v2/images.py} (add_location, get_locations), 30.0.0.
 */
public interface LocationOperations {

    /**
     * Returns where an image's data is.
     *
     * @param id the image's id
     * @return the locations, none of an image without data
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the caller has not the role of a service
     */
    List<ImageLocation> list(ImageId id);

    /**
     * Has the service take the data of a queued image from an address, which it does by itself afterwards.
     *
     * @param id the image's id
     * @param url where the data is
     * @param hash what the data's hash is to be; null where it is not told
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if it is not the caller's, or the address is not of a store that it may name
     * @throws org.glance4j.error.ImageStatusConflictException if the image is not queued, or something else is under way with it
     * @throws org.glance4j.error.InvalidRequestException if the address or the hash is not of the right form
     */
    void add(ImageId id, String url, @Nullable ImageHash hash);
}
