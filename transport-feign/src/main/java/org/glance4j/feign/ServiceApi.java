package org.glance4j.feign;

import feign.Param;
import feign.RequestLine;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Schema;

/**
 * The routes by which the service tells of itself. Paths come percent-encoded. Source: Image API v2, API versions, quota usage
 * and schemas.
 */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface ServiceApi {
    @RequestLine("GET /")
    ApiVersions versions(Attempt attempt);

    @RequestLine("GET /v2/info/usage")
    UsageAnswer usage(Attempt attempt);

    @RequestLine("GET /v2/schemas/{name}")
    Schema schema(@Param(value = "name", encoded = true) String name, Attempt attempt);
}
