package org.glance4j.transport;

import java.util.Optional;
import org.glance4j.auth.Caller;
import org.glance4j.observe.ClientListener;

/**
 * One caller's way to an Image service. Implementations are safe for use by several threads. Who made a transport closes it.
 */
public interface ImageTransport extends AutoCloseable {

    /**
     * Returns the operations on image records.
     *
     * @return the operations
     */
    ImageOperations images();

    /**
     * Returns the operations on image data.
     *
     * @return the operations
     */
    ImageDataOperations data();

    /**
     * Returns the operations that have the service import image data.
     *
     * @return the operations
     */
    ImageImportOperations imports();

    /**
     * Returns the operations on the stores that hold image data.
     *
     * @return the operations
     */
    StoreOperations stores();

    /**
     * Returns the operations on the members of images.
     *
     * @return the operations
     */
    MemberOperations members();

    /**
     * Returns the operations on the service's tasks.
     *
     * @return the operations
     */
    TaskOperations tasks();

    /**
     * Returns the operations on the service's cache of image data.
     *
     * @return the operations
     */
    ImageCacheOperations imageCache();

    /**
     * Returns the operations on the locations of image data.
     *
     * @return the operations
     */
    LocationOperations locations();

    /**
     * Returns what the service says of itself.
     *
     * @return the operations
     */
    ServiceOperations service();

    /**
     * Returns the service's schemas.
     *
     * @return the operations
     */
    SchemaOperations schemas();

    /**
     * Returns the operations on the catalog of metadata definitions.
     *
     * @return the operations
     */
    MetadefOperations metadefs();

    /**
     * Returns on whose behalf this transport calls, as far as it knows without asking anybody.
     *
     * @return the caller, empty where the transport does not know
     */
    Optional<Caller> caller();

    /**
     * Returns a view of this transport whose calls end when the deadline comes, with a {@link
     * org.glance4j.error.DeadlineExceededException}. The view shares everything with this transport, and need not be closed.
     *
     * @param deadline when to give up; it replaces the one that this transport has
     * @return the view
     */
    ImageTransport within(Deadline deadline);

    /**
     * Returns a view of this transport that reads past every cache. What is changed through it is still dropped from the
     * caches.
     *
     * @return the view; this transport itself where there is no cache
     */
    default ImageTransport uncached() {
        return this;
    }

    /**
     * Returns who hears of what this transport does, and of what is done above it: the member cache tells it too.
     *
     * @return a listener that never throws; {@link ClientListener#none} where nobody listens
     */
    default ClientListener listener() {
        return ClientListener.none();
    }

    /**
     * Frees what the transport holds: connections and threads. Calls under way end with a {@link
     * org.glance4j.error.TransportClosedException}, as do later ones. Closing again does nothing.
     */
    @Override
    void close();
}
