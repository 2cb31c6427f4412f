package org.glance4j.feign.call;

import org.glance4j.feign.http.Origin;
import org.glance4j.transport.Deadline;

/** Where the Image service is. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Returns the service's origin, asking the identity service for its catalog if it has to. It is the same every time.
     *
     * @param deadline when the caller gives up
     * @return the origin
     */
    Origin origin(Deadline deadline);
}
