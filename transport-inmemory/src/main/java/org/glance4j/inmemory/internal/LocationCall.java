package org.glance4j.inmemory.internal;

import org.glance4j.model.ImageHash;
import org.jspecify.annotations.Nullable;

/**
 * A request to take data from an address, as it came.
 *
 * @param url the address
 * @param hash what the data's hash is to be; null where it is not told
 * @param requestId the request's id; null where it has none
 * @param userId who sent it; null where that is not known
 */
public record LocationCall(
        String url,
        @Nullable ImageHash hash,
        @Nullable String requestId,
        @Nullable String userId) {}
