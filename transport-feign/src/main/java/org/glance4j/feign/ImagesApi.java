package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.glance4j.feign.http.Attempt;
import org.glance4j.internal.json.ImagePatchJson;
import org.glance4j.internal.json.ImagesPage;
import org.glance4j.model.Image;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.NewImage;

/** The image routes. Path and query values come percent-encoded. Source: Image API v2, images. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface ImagesApi {
    @RequestLine("POST /v2/images")
    @Headers("Content-Type: application/json")
    Image create(NewImage image, Attempt attempt);

    @RequestLine("GET /v2/images/{id}")
    Image get(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("GET /v2/images")
    ImagesPage list(@QueryMap Map<String, List<String>> query, Attempt attempt);

    @RequestLine("PATCH /v2/images/{id}")
    @Headers("Content-Type: " + ImagePatchJson.MEDIA_TYPE)
    Image update(@Param(value = "id", encoded = true) String id, ImagePatch patch, Attempt attempt);

    @RequestLine("DELETE /v2/images/{id}")
    void delete(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("PUT /v2/images/{id}/tags/{tag}")
    void addTag(
            @Param(value = "id", encoded = true) String id,
            @Param(value = "tag", encoded = true) String tag,
            Attempt attempt);

    @RequestLine("DELETE /v2/images/{id}/tags/{tag}")
    void removeTag(
            @Param(value = "id", encoded = true) String id,
            @Param(value = "tag", encoded = true) String tag,
            Attempt attempt);

    @RequestLine("POST /v2/images/{id}/actions/deactivate")
    void deactivate(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("POST /v2/images/{id}/actions/reactivate")
    void reactivate(@Param(value = "id", encoded = true) String id, Attempt attempt);
}
