package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.ImageCacheState;

/** The routes of the cache. Paths come percent-encoded. Source: Image API v2, cache manage. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface ImageCacheApi {
    /** Says which part of the cache to clear. */
    String PART = "x-image-cache-clear-target";

    @RequestLine("GET /v2/cache")
    ImageCacheState list(Attempt attempt);

    @RequestLine("PUT /v2/cache/{id}")
    void queue(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("DELETE /v2/cache/{id}")
    void remove(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("DELETE /v2/cache")
    void clear(Attempt attempt);

    @RequestLine("DELETE /v2/cache")
    @Headers(PART + ": {part}")
    void clear(@Param("part") String part, Attempt attempt);
}
