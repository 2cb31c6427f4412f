package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Task;

/**
 * The operations by which the service imports image data: it says yes at once and works later. Source: Image API v2, interoperable
 * image import; {@code glance/api/v2/images.py} (import_image, get_task_info), {@code image_data.py} (stage), 25.1.0.
 */
public interface ImageImportOperations {

    /**
     * Stages the data of a queued image, which is {@code uploading} afterwards and waits to be imported. Formats need not be set,
     * though afterwards they cannot be.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it, or the site does
     *     not stage
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     * @throws org.glance4j.error.ImageStatusConflictException if the image is not queued
     * @throws org.glance4j.error.LimitExceededException if there is more data than the service takes
     * @throws org.glance4j.error.ImageDataSourceException if the data cannot be read, or is longer or shorter than it said
     */
    void stage(ImageId id, ImageData data);

    /**
     * Has the service import data into an image. When this returns, the import is accepted: until a worker begins, the image keeps
     * its status, and what becomes of it is told by its status and its newest task.
     *
     * @param id the image's id
     * @param wanted what to import, and into which stores
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's, or, to copy it, the caller is no admin
     * @throws org.glance4j.error.ImageStatusConflictException if the image's status does not go with the method, a format is not
     *     set, another import of it is under way, or there is no such store
     * @throws org.glance4j.error.InvalidRequestException if the site does not enable the method, does not let the URI through, has
     *     one store and is told that some may fail, or a store holds what is to be copied to it
     */
    void importImage(ImageId id, ImageImport wanted);

    /**
     * Returns the tasks of an image that are the caller's own; all, to an admin. The service forgets a task two days after its end.
     *
     * @param id the image's id
     * @return the tasks, with times to the microsecond, in no order that can be relied on
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     */
    List<Task> tasks(ImageId id);

    /**
     * Returns the methods that the site enables.
     *
     * @return the methods, in the order of the answer
     */
    List<ImportMethod> methods();
}
