package org.glance4j.transport;

import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.StoreId;

/** The operations on image data, which is streamed. Source: Image API v2, image data; {@code glance/api/v2/image_data.py}, 25.1.0. */
public interface ImageDataOperations {

    /**
     * Uploads the data of a queued image, which is active afterwards.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     * @throws org.glance4j.error.ImageStatusConflictException if the image is not queued
     * @throws org.glance4j.error.InvalidRequestException if disk or container format is not set
     * @throws org.glance4j.error.LimitExceededException if there is more data than the service takes
     * @throws org.glance4j.error.ImageGoneException if the image is deleted meanwhile
     * @throws org.glance4j.error.ImageDataSourceException if the data cannot be read, or is longer or shorter than it said
     */
    void upload(ImageId id, ImageData data);

    /**
     * Uploads the data of a queued image to one of the site's stores. A site with one store takes no notice of its name.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @param store the store
     * @throws org.glance4j.error.InvalidRequestException if there is no such store, or disk or container format is not set
     * @throws org.glance4j.error.ImageServiceException whatever {@link #upload(ImageId, ImageData)} throws
     */
    void upload(ImageId id, ImageData data, StoreId store);

    /**
     * Returns an image's data.
     *
     * @param id the image's id
     * @return the data, to be closed by the caller
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     */
    ImageDownload download(ImageId id);

    /**
     * Returns a part of an image's data.
     *
     * @param id the image's id
     * @param range which part
     * @return the data, to be closed by the caller
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     * @throws org.glance4j.error.RangeNotSatisfiableException if the part lies outside the data
     * @throws org.glance4j.error.InvalidRequestException if the store that the data is in cannot read at random: those of files and of
     *     Cinder can, those of RBD, Swift, S3, VMware and web addresses cannot. Source: {@code glance_store/capabilities.py}
     */
    ImageDownload download(ImageId id, ByteRange range);
}
