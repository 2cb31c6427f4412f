package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.metadef.MetadefProperty;

/** The routes of the properties of namespaces. Path and query values come percent-encoded. Source: Image API v2, metadata definitions. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface MetadefPropertiesApi {
    @RequestLine("POST /v2/metadefs/namespaces/{namespace}/properties")
    @Headers("Content-Type: application/json")
    MetadefProperty create(
            @Param(value = "namespace", encoded = true) String namespace, MetadefProperty value, Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/properties/{name}")
    MetadefProperty get(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            @QueryMap Map<String, List<String>> query,
            Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/properties")
    List<MetadefProperty> list(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);

    @RequestLine("PUT /v2/metadefs/namespaces/{namespace}/properties/{name}")
    @Headers("Content-Type: application/json")
    MetadefProperty update(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            MetadefProperty value,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/properties/{name}")
    void delete(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/properties")
    void deleteAll(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);
}
