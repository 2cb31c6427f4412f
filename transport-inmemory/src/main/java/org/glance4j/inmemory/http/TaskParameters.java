package org.glance4j.inmemory.http;

import java.math.BigInteger;
import java.util.Map;
import java.util.regex.Pattern;
import org.glance4j.model.ProjectId;
import org.glance4j.model.SortDirection;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskSortKey;
import org.glance4j.model.TaskStatus;

/** Reads the parameters of a list of tasks as Glance does, in its order. A parameter that it does not know is left alone. */
final class TaskParameters {
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}(-?[0-9a-fA-F]{4}){3}-?[0-9a-fA-F]{12}");

    private TaskParameters() {}

    static TaskQuery read(Map<String, String> parameters) {
        TaskQuery.Builder query = TaskQuery.builder();
        boolean nothing = false;
        String word = parameters.getOrDefault("sort_dir", SortDirection.DESCENDING.word());
        SortDirection direction = SortDirection.find(word)
                .orElseThrow(() -> RefusedRequest.badRequest("Invalid sort direction: " + word));
        String status = parameters.get("status");
        if (status != null && status.isEmpty()) {
            nothing = true;
        } else if (status != null) {
            query.status(status(status));
        }
        String type = parameters.get("type");
        if (type != null && type.isEmpty()) {
            nothing = true;
        } else if (type != null) {
            query.type(type);
        }
        String owner = parameters.get("owner");
        if (owner != null) {
            query.owner(ProjectId.of(owner));
        }
        String marker = parameters.get("marker");
        if (marker != null && !marker.isEmpty()) {
            if (!UUID.matcher(marker).matches()) {
                throw RefusedRequest.badRequest("Invalid marker format");
            }
            query.marker(TaskId.of(marker));
        }
        String limit = parameters.get("limit");
        if (limit != null) {
            query.limit(limit(limit));
        }
        TaskSortKey key = TaskSortKey.find(parameters.getOrDefault("sort_key", TaskSortKey.CREATED_AT.word()))
                .orElseThrow(() -> RefusedRequest.badRequest("Sort key supplied was not valid."));
        if (nothing) {
            // An empty word is one that no task has.
            query.limit(0);
        }
        return query.sort(key, direction).build();
    }

    private static TaskStatus status(String word) {
        TaskStatus status = TaskStatus.of(word);
        if (status == TaskStatus.UNRECOGNIZED) {
            throw RefusedRequest.badRequest("Invalid status value: " + word);
        }
        return status;
    }

    private static int limit(String text) {
        if (!text.strip().matches("[+-]?[0-9]+")) {
            throw RefusedRequest.badRequest("limit param must be an integer");
        }
        BigInteger limit = new BigInteger(text.strip().replaceFirst("^\\+", ""));
        if (limit.signum() < 0) {
            throw RefusedRequest.badRequest("limit param must be positive");
        }
        return limit.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }
}
