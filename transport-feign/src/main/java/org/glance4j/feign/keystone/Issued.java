package org.glance4j.feign.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A token and what the identity service said of it. The description of Identity v2.0 holds the token itself, so this does not
 * print it.
 *
 * @param version the API that issued it
 * @param token the token
 * @param description the body's {@code token} object of Identity v3, its {@code access} object of v2.0
 * @param date the answer's {@code Date} header; null where it had none
 */
record Issued(
        IdentityVersion version,
        Secret token,
        JsonNode description,
        @Nullable String date) {

    /** Returns which API issued it. */
    @Override
    public String toString() {
        return "Issued[" + version + "]";
    }
}
