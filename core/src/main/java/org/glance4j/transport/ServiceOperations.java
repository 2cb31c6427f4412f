package org.glance4j.transport;

import java.util.List;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.ResourceUsage;

/** What the service says of itself. Source: Image API v2, API versions and quota usage; {@code discovery.py}, 25.1.0. */
public interface ServiceOperations {

    /**
     * Returns the versions of the API that the service offers.
     *
     * @return the versions in the service's order
     */
    ApiVersions versions();

    /**
     * Returns how much the caller's project uses of what is limited.
     *
     * @return one for each limit; none where the site has no limits of this kind
     */
    List<ResourceUsage> usage();
}
