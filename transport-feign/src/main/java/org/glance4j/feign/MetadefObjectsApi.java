package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.metadef.MetadefObject;

/** The routes of the objects of namespaces. Path and query values come percent-encoded. Source: Image API v2, metadata definitions. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface MetadefObjectsApi {
    @RequestLine("POST /v2/metadefs/namespaces/{namespace}/objects")
    @Headers("Content-Type: application/json")
    MetadefObject create(
            @Param(value = "namespace", encoded = true) String namespace, MetadefObject value, Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/objects/{name}")
    MetadefObject get(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/objects")
    List<MetadefObject> list(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);

    @RequestLine("PUT /v2/metadefs/namespaces/{namespace}/objects/{name}")
    @Headers("Content-Type: application/json")
    MetadefObject update(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            MetadefObject value,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/objects/{name}")
    void delete(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/objects")
    void deleteAll(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);
}
