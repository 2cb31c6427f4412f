package org.glance4j.feign;

import feign.Headers;
import feign.Param;
import feign.QueryMap;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import org.glance4j.feign.http.Attempt;
import org.glance4j.internal.json.TasksPage;
import org.glance4j.model.Task;
import org.glance4j.model.TaskInput;

/** The task routes. Path and query values come percent-encoded. Source: Image API v2, tasks. */
@SuppressWarnings("deprecation") // Feign names nothing in the place of Param.encoded
interface TasksApi {
    @RequestLine("GET /v2/tasks")
    TasksPage list(@QueryMap Map<String, List<String>> query, Attempt attempt);

    @RequestLine("GET /v2/tasks/{id}")
    Task get(@Param(value = "id", encoded = true) String id, Attempt attempt);

    @RequestLine("POST /v2/tasks")
    @Headers("Content-Type: application/json")
    Task create(TaskInput input, Attempt attempt);
}
