package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.lifecycle.TaskRequest;
import org.glance4j.model.Operation;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskSortKey;
import org.jspecify.annotations.Nullable;

/**
 * The operations on tasks. Runs under the cloud's lock, if nothing else is said.
 *
 * <p>Source: {@code glance/api/v2/tasks.py}, {@code glance/db/sqlalchemy/api.py} (task_get_all), 25.1.0.
 */
final class TaskCalls {
    private static final int DEFAULT_LIMIT = 25;
    private static final int HIGHEST_LIMIT = 1000;
    private static final String IMPORT = "import";

    private final Cloud cloud;
    private final Law law;
    private final boolean open;
    private final LegacyImports imports;

    TaskCalls(Cloud cloud, Law law, boolean open, LegacyImports imports) {
        this.cloud = cloud;
        this.law = law;
        this.open = open;
        this.imports = imports;
    }

    void requireAccess(Caller caller, Operation operation) {
        law.require(
                operation == Operation.CREATE_TASK ? new TaskRequest.Create() : new TaskRequest.ListTasks(),
                open,
                null,
                caller);
    }

    Task get(Caller caller, TaskId id) {
        TaskRecord found = cloud.tasks().find(id, cloud.now());
        law.require(
                new TaskRequest.Get(id),
                open,
                found == null ? null : found.task().owner(),
                caller);
        if (found == null) {
            throw new IllegalStateException("a request was let through for task " + id + ", which is not there");
        }
        return whole(found.task());
    }

    TaskPage list(Caller caller, TaskQuery query) {
        law.require(new TaskRequest.ListTasks(), open, null, caller);
        if (query.typeWord() != null && !query.typeWord().equals(IMPORT)) {
            throw refused(
                    Operation.LIST_TASKS,
                    Rule.LIST_FILTER_UNKNOWN,
                    "the service does not list by this kind of work",
                    "Invalid type value: " + query.typeWord());
        }
        Comparator<Task> order = order(query);
        Task marker = marker(query.marker());
        int limit = Math.min(query.limit() == null ? DEFAULT_LIMIT : query.limit(), HIGHEST_LIMIT);
        List<Task> page = cloud.tasks().all(cloud.now()).stream()
                .map(TaskRecord::task)
                .filter(task -> caller.isAdmin() || caller.project().equals(task.owner()))
                .filter(task -> query.status() == null || task.status() == query.status())
                .filter(task -> query.typeWord() == null || task.typeWord().equals(query.typeWord()))
                .filter(task -> query.owner() == null || query.owner().equals(task.owner()))
                .sorted(order)
                .filter(task -> marker == null || order.compare(task, marker) > 0)
                .limit(limit)
                .toList();
        boolean mayGoOn = !page.isEmpty() && page.size() == limit;
        return new TaskPage(
                page.stream().map(TaskCalls::stub).toList(),
                mayGoOn ? Optional.of(query.after(page.get(page.size() - 1).id())) : Optional.empty());
    }

    /** What a list says of a task, with times as the service shows them. */
    private static Task stub(Task task) {
        return shown(task).build();
    }

    /** What the service says of a task that is asked for. */
    private static Task whole(Task task) {
        return shown(task)
                .imageId(task.imageId())
                .requestId(task.requestId())
                .userId(task.userId())
                .input(task.input())
                .result(task.result())
                .message(task.message())
                .build();
    }

    private static Task.Builder shown(Task task) {
        Instant updatedAt = task.updatedAt();
        Instant expiresAt = task.expiresAt();
        return Task.builder(task.id(), task.typeWord(), task.status(), Cloud.shown(task.createdAt()))
                .owner(task.owner())
                .updatedAt(updatedAt == null ? null : Cloud.shown(updatedAt))
                .expiresAt(expiresAt == null ? null : Cloud.shown(expiresAt));
    }

    private @Nullable Task marker(@Nullable TaskId id) {
        if (id == null) {
            return null;
        }
        TaskRecord found = cloud.tasks().find(id, cloud.now());
        if (found == null) {
            throw refused(
                    Operation.LIST_TASKS,
                    Rule.MARKER_NOT_FOUND,
                    "there is no task " + id + " to start the page behind",
                    "Task with the given id " + id + " was not found");
        }
        return found.task();
    }

    /** One direction holds for the key and for what follows it: when a task was accepted, and its id. */
    private static Comparator<Task> order(TaskQuery query) {
        Comparator<Task> order = Comparator.comparing(Task::createdAt)
                .thenComparing(task -> task.id().value());
        TaskSortKey key = query.sortKey() == null ? TaskSortKey.CREATED_AT : query.sortKey();
        Comparator<Task> ascending = switch (key) {
            // Both stand behind every other key already, in this order, which the service leaves as it is.
            case CREATED_AT, ID -> order;
            case TYPE -> by(Task::typeWord).thenComparing(order);
            case STATUS -> by(Task::statusWord).thenComparing(order);
            case OWNER ->
                by((Task task) -> task.owner() == null ? null : task.owner().value())
                        .thenComparing(order);
            case UPDATED_AT -> by(Task::updatedAt).thenComparing(order);
            case EXPIRES_AT -> by(Task::expiresAt).thenComparing(order);
        };
        return query.sortDirection() == SortDirection.ASCENDING ? ascending : ascending.reversed();
    }

    private static <T extends Comparable<T>> Comparator<Task> by(Function<Task, @Nullable T> value) {
        return Comparator.comparing(value, Comparator.nullsFirst(Comparator.naturalOrder()));
    }

    /** Returns whether the site lets a task's source through. Runs without the cloud's lock. */
    boolean passes(String typeWord, @Nullable Map<String, @Nullable Object> input) {
        return !typeWord.equals(IMPORT) || imports.passes(input);
    }

    Task create(Caller caller, String typeWord, @Nullable Map<String, @Nullable Object> input, boolean passes) {
        law.require(new TaskRequest.Create(), open, null, caller);
        if (!typeWord.equals(IMPORT) && !typeWord.equals(LegacyImports.OF_AN_IMAGE)) {
            throw refused(
                    Operation.CREATE_TASK,
                    Rule.VALUE_NOT_ALLOWED,
                    "the service does not have this kind of work",
                    "Provided object does not match schema 'task': '" + typeWord
                            + "' is not one of ['import', 'api_image_import']");
        }
        if (typeWord.equals(IMPORT)) {
            String problem = LegacyImports.problem(input);
            if (problem != null) {
                throw refused(
                        Operation.CREATE_TASK,
                        Rule.VALUE_NOT_ALLOWED,
                        "the service does not import from there",
                        problem);
            }
            if (!passes) {
                throw refused(
                        Operation.CREATE_TASK,
                        Rule.URI_NOT_ALLOWED,
                        "the site's filters do not let the URI through: its scheme, host or port",
                        "URI for legacy import task does not pass filtering: " + LegacyImport.source(input));
            }
        } else if (input == null) {
            throw refused(
                    Operation.CREATE_TASK,
                    Rule.VALUE_NOT_ALLOWED,
                    "such a task takes an input",
                    "Input to api_image_import task is empty.");
        }
        return whole(imports.accept(caller, typeWord, input, cloud.now()).task());
    }

    private RuntimeException refused(Operation operation, Rule rule, String why, String text) {
        return law.refusal(operation, null, Refusal.BAD_REQUEST, rule, why, text);
    }
}
