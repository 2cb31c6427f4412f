package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.glance4j.feign.http.Attempt;

/** The routes of locations. Paths come percent-encoded. Source: Image API v2, get and add location. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface LocationsApi {
    @RequestLine("GET /v2/images/{id}/locations")
    LocationsAnswer list(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("POST /v2/images/{id}/locations")
    @Headers("Content-Type: application/json")
    void add(@Param(value = "id", encoded = true) String id, NewLocation location, Attempt attempt);
}
