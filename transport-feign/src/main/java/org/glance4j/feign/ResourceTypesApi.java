package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/** The routes of the types of resources that namespaces are for. Path and query values come percent-encoded. Source: Image API v2, metadata definitions. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface ResourceTypesApi {
    @RequestLine("GET /v2/metadefs/resource_types")
    List<ResourceType> list(Attempt attempt);

    @RequestLine("GET /v2/metadefs/namespaces/{namespace}/resource_types")
    List<ResourceTypeAssociation> listOf(@Param(value = "namespace", encoded = true) String namespace, Attempt attempt);

    @RequestLine("POST /v2/metadefs/namespaces/{namespace}/resource_types")
    @Headers("Content-Type: application/json")
    ResourceTypeAssociation associate(
            @Param(value = "namespace", encoded = true) String namespace,
            ResourceTypeAssociation association,
            Attempt attempt);

    @RequestLine("DELETE /v2/metadefs/namespaces/{namespace}/resource_types/{name}")
    void dissociate(
            @Param(value = "namespace", encoded = true) String namespace,
            @Param(value = "name", encoded = true) String name,
            Attempt attempt);
}
