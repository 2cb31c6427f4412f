package org.glance4j.feign.keystone;

import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A token, and what the identity service said about it.
 *
 * @param token the token
 * @param caller whom it stands for; null where it is for no project
 * @param catalog the services' endpoints
 * @param defaultRegion the user's region, which Rackspace names; null where there is none
 * @param renewNanos when to renew it, on the ticker
 */
record Session(
        Secret token,
        @Nullable Caller caller,
        List<CatalogEndpoint> catalog,
        @Nullable String defaultRegion,
        long renewNanos) {

    /** Copies the catalog. */
    Session {
        catalog = List.copyOf(catalog);
    }
}
