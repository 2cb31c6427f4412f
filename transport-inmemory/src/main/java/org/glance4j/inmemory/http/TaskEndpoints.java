package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.TaskJson;
import org.glance4j.internal.json.TasksPageJson;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.jspecify.annotations.Nullable;

/** The service's tasks. Source: {@code glance/api/v2/tasks.py}, 25.1.0. */
final class TaskEndpoints {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final ImageEngine engine;

    TaskEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse list(Exchange exchange) {
        engine.requireTasks(exchange.caller(), Operation.LIST_TASKS);
        Map<String, String> parameters = last(exchange.target().parameters());
        TaskPage page = engine.listTasks(exchange.caller(), TaskParameters.read(parameters));
        parameters.remove("marker");
        String first = link(parameters);
        String next = page.next()
                .map(TaskQuery::marker)
                .map(marker -> {
                    parameters.put("marker", String.valueOf(marker));
                    return link(parameters);
                })
                .orElse(null);
        return WireResponse.json(200, TasksPageJson.write(page.items(), first, next));
    }

    /** Of a parameter that is repeated, the last value counts, here and in the links. */
    private static Map<String, String> last(List<RequestTarget.Parameter> parameters) {
        Map<String, String> last = new LinkedHashMap<>();
        parameters.forEach(parameter -> last.put(parameter.name(), parameter.value()));
        return last;
    }

    private static String link(Map<String, String> parameters) {
        String query = parameters.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/v2/tasks" : "/v2/tasks?" + query;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    WireResponse get(Exchange exchange) {
        engine.requireTasks(exchange.caller(), Operation.GET_TASK);
        RequestBody.refuse(exchange.request());
        return WireResponse.json(200, TaskJson.write(engine.getTask(exchange.caller(), id(exchange))));
    }

    WireResponse create(Exchange exchange) throws IOException {
        engine.requireTasks(exchange.caller(), Operation.CREATE_TASK);
        JsonNode body = RequestBody.read(exchange.request());
        for (String field : List.of("type", "input")) {
            if (!body.has(field)) {
                throw RefusedRequest.badRequest("Task '" + field + "' is required");
            }
        }
        Schema.task().check(body);
        Schema.task().checkNames(body);
        Task task = engine.createTask(exchange.caller(), body.get("type").textValue(), fields(body.get("input")));
        return WireResponse.json(201, TaskJson.write(task))
                .with("Location", exchange.base() + "/v2/tasks/" + task.id());
    }

    @SuppressWarnings("unchecked") // a tree's object is a map of its names
    private static @Nullable Map<String, @Nullable Object> fields(JsonNode input) {
        return input.isNull() ? null : MAPPER.convertValue(input, Map.class);
    }

    WireResponse delete(Exchange exchange) {
        engine.requireTasks(exchange.caller(), Operation.GET_TASK);
        throw new RefusedRequest(
                405,
                "This operation is currently not permitted on Glance Tasks. They are auto deleted after reaching the time"
                        + " based on their expires_at property.",
                Map.of("Allow", "GET"));
    }

    private static TaskId id(Exchange exchange) {
        return TaskId.of(exchange.variables().get(0));
    }
}
