package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.glance4j.feign.http.Attempt;
import org.glance4j.internal.json.NamespacesPage;
import org.glance4j.model.metadef.Namespace;

/** The routes of namespaces. Path and query values come percent-encoded. Source: Image API v2, metadata definitions. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface NamespacesApi {
    @RequestLine("POST /v2/metadefs/namespaces")
    @Headers("Content-Type: application/json")
    Namespace create(Namespace values, Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}")
    Namespace get(
            @Param(value = "namespace", encoded = true) String namespace,
            @QueryMap Map<String, List<String>> query,
            Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces")
    NamespacesPage list(@QueryMap Map<String, List<String>> query, Attempt attempt);

    @RequestLine("PUT /v2/metadefs/namespaces/{namespace}")
    @Headers("Content-Type: application/json")
    Namespace update(@Param(value = "namespace", encoded = true) String namespace, Namespace values, Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}")
    void delete(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);
}
