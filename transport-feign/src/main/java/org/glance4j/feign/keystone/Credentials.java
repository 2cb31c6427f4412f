package org.glance4j.feign.keystone;

import java.util.Map;

/** What a token is asked with: a proof of who asks, and what the token is to be for. Implementations are immutable. */
public sealed interface Credentials permits V2Credentials, V3Credentials {

    /**
     * Returns the API that takes these credentials.
     *
     * @return the version
     */
    IdentityVersion version();

    /**
     * Returns the body of the request, secrets included: it is for the wire alone.
     *
     * @return the JSON document
     */
    Map<String, Object> form();

    /**
     * Returns whether the token has to be one for a project: the credentials name no other thing that it could be for.
     *
     * @return false for a token of a domain or of the system
     */
    boolean forProject();
}
