package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.metadef.MetadefTag;

/** The routes of the tags of namespaces. Path and query values come percent-encoded. Source: Image API v2, metadata definitions. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface MetadefTagsApi {
    @RequestLine("POST /v2/metadefs/namespaces/{namespace}/tags/{name}")
    MetadefTag create(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);

    @RequestLine("POST /v2/metadefs/namespaces/{namespace}/tags")
    @Headers({"Content-Type: application/json", "X-OpenStack-Append: true"})
    List<MetadefTag> addAll(
            @Param(value = "namespace", encoded = true) String namespace, MetadefTags tags, Attempt attempt);

    @RequestLine("POST /v2/metadefs/namespaces/{namespace}/tags")
    @Headers("Content-Type: application/json")
    List<MetadefTag> replaceAll(
            @Param(value = "namespace", encoded = true) String namespace, MetadefTags tags, Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/tags/{name}")
    MetadefTag get(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/tags")
    List<MetadefTag> list(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);

    @RequestLine("PUT /v2/metadefs/namespaces/{namespace}/tags/{name}")
    @Headers("Content-Type: application/json")
    MetadefTag rename(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            MetadefTag tag,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/tags/{name}")
    void delete(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/tags")
    void deleteAll(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);
}
