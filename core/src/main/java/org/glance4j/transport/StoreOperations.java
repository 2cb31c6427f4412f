package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Store;
import org.glance4j.model.StoreId;

/**
 * The operations on the stores of a site. Source: Image API v2, stores; {@code glance/api/v2/discovery.py}, {@code images.py}
 * (delete_from_store), 25.1.0.
 */
public interface StoreOperations {

    /**
     * Returns the stores of the site, without details.
     *
     * @return the stores, in the order of the answer
     * @throws org.glance4j.error.NotFoundException if the site has one store only
     */
    List<Store> list();

    /**
     * Returns the stores of the site with their kinds and how they are configured.
     *
     * @return the stores, in the order of the answer
     * @throws org.glance4j.error.NotFoundException if the site has one store only
     * @throws org.glance4j.error.ForbiddenException if the caller is no admin
     */
    List<Store> details();

    /**
     * Deletes an active image's data from one of the stores that hold it. The image keeps what the others hold.
     *
     * @param store the store
     * @param id the image's id
     * @throws org.glance4j.error.ImageNotFoundException if the site has one store only, the image is not there, is not in the
     *     store, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if no other store holds the image, or the caller may not: the image is not the
     *     caller's, or the service's rules leave it to admins
     * @throws org.glance4j.error.ConflictException if there is no such store, or the image is not active
     */
    void delete(StoreId store, ImageId id);
}
