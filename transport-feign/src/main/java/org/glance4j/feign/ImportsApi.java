package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import org.glance4j.feign.http.Attempt;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Store;
import org.glance4j.model.Task;

/** The routes of imports and stores. Path values come percent-encoded. Source: Image API v2, image import, stores. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface ImportsApi {
    @RequestLine("POST /v2/images/{id}/import")
    @Headers("Content-Type: application/json")
    void importImage(@Param(value = "id", encoded = true) String id, ImageImport wanted, Attempt attempt);

    @RequestLine("GET /v2/images/{id}/tasks")
    List<Task> tasks(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("GET /v2/info/import")
    List<ImportMethod> methods(Attempt attempt);

    @RequestLine("GET /v2/info/stores")
    List<Store> stores(Attempt attempt);

    @RequestLine("GET /v2/info/stores/detail")
    List<Store> storeDetails(Attempt attempt);

    @RequestLine("DELETE /v2/stores/{store}/{id}")
    void deleteFromStore(
            @Param(value = "store", encoded = true) String store,
            @Param(value = "id", encoded = true) String id,
            Attempt attempt);
}
