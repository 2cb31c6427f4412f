package org.glance4j.cli.image;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.glance4j.cli.output.Details;
import org.glance4j.cli.output.Listing;
import org.glance4j.cli.output.OutputOptions;
import org.glance4j.cli.session.Session;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskSortKey;
import org.glance4j.model.TaskStatus;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The verbs that read the service's tasks. */
final class TaskCommands {
    private TaskCommands() {}

    /** {@code image task list}. */
    @Command(name = "list", description = "List the service's tasks, newest first; on most clouds for admins.")
    static final class ListAll implements Callable<Integer> {
        private static final List<String> COLUMNS = List.of("ID", "Type", "Status", "Owner");

        private final Session session;

        @Spec
        private @Nullable CommandSpec command;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Option(
                names = "--sort-key",
                paramLabel = "KEY",
                description = "sort by created_at (the default), expires_at, id, owner, status, type or updated_at")
        private @Nullable String sortKey;

        @Option(names = "--sort-dir", paramLabel = "DIRECTION", description = "asc or desc (the default)")
        private @Nullable String sortDirection;

        @Option(names = "--limit", paramLabel = "NUMBER", description = "ask for pages of at most this many tasks")
        private @Nullable Integer limit;

        @Option(
                names = "--max-items",
                paramLabel = "NUMBER",
                description = "list at most this many tasks, over as many pages as it takes")
        private @Nullable Integer maxItems;

        @Option(
                names = "--marker",
                paramLabel = "TASK",
                description = "list tasks behind this one, by id, in the service's order")
        private @Nullable String marker;

        @Option(names = "--type", paramLabel = "TYPE", description = "list tasks of this kind, such as import")
        private @Nullable String type;

        @Option(
                names = "--status",
                paramLabel = "STATUS",
                description = "list tasks that are pending, processing, success or failure")
        private @Nullable String status;

        ListAll(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(COLUMNS);
            TaskQuery query = query();
            if (maxItems != null && maxItems < 0) {
                throw refused("a number of items cannot be negative: " + maxItems);
            }
            long most = maxItems == null ? Long.MAX_VALUE : maxItems;
            return session.run((cloud, shell) -> {
                List<List<@Nullable Object>> rows = new ArrayList<>();
                cloud.client().tasks().list(query).stream().limit(most).forEach(task -> rows.add(row(task)));
                shell.print(output.render(new Listing(COLUMNS, rows)));
            });
        }

        private static List<@Nullable Object> row(Task task) {
            List<@Nullable Object> row = new ArrayList<>();
            row.add(task.id().value());
            row.add(task.typeWord());
            row.add(task.statusWord());
            row.add(Fields.text(task.owner()));
            return row;
        }

        private TaskQuery query() {
            TaskQuery.Builder query = TaskQuery.builder();
            if (sortKey != null || sortDirection != null) {
                String key = sortKey == null ? TaskSortKey.CREATED_AT.word() : sortKey;
                query.sort(TaskSortKey.find(key).orElseThrow(() -> refused("cannot sort by " + key)), direction());
            }
            if (limit != null) {
                if (limit < 0) {
                    throw refused("a limit cannot be negative: " + limit);
                }
                query.limit(limit);
            }
            if (marker != null) {
                query.marker(TaskId.of(marker));
            }
            if (type != null) {
                query.type(type);
            }
            if (status != null) {
                TaskStatus wanted = TaskStatus.of(status);
                if (wanted == TaskStatus.UNRECOGNIZED) {
                    throw refused("no task status " + status + "; there are: pending, processing, success, failure");
                }
                query.status(wanted);
            }
            return query.build();
        }

        private SortDirection direction() {
            if (sortDirection == null || sortDirection.equals("desc")) {
                return SortDirection.DESCENDING;
            }
            if (sortDirection.equals("asc")) {
                return SortDirection.ASCENDING;
            }
            throw refused("no direction " + sortDirection + "; there are: asc, desc");
        }

        private ParameterException refused(String problem) {
            return new ParameterException(requireNonNull(command).commandLine(), problem);
        }
    }

    /** {@code image task show}. */
    @Command(name = "show", description = "Show a task: what it was asked, and what came of it.")
    static final class Show implements Callable<Integer> {
        private static final List<String> FIELDS = List.of(
                "created_at",
                "expires_at",
                "id",
                "input",
                "message",
                "owner_id",
                "properties",
                "result",
                "status",
                "type",
                "updated_at");

        private final Session session;

        @Mixin
        private final OutputOptions output = new OutputOptions();

        @Parameters(paramLabel = "TASK", description = "the task, by id")
        private String task = "";

        Show(Session session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            output.check(FIELDS);
            return session.run((cloud, shell) ->
                    shell.print(output.render(details(cloud.client().tasks().get(TaskId.of(task))))));
        }

        private static Details details(Task task) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            fields.put("created_at", task.createdAt().toString());
            fields.put("expires_at", Fields.text(task.expiresAt()));
            fields.put("id", task.id().value());
            fields.put("input", task.input());
            fields.put("message", task.message());
            fields.put("owner_id", Fields.text(task.owner()));
            fields.put("properties", properties(task));
            fields.put("result", task.result());
            fields.put("status", task.statusWord());
            fields.put("type", task.typeWord());
            fields.put("updated_at", Fields.text(task.updatedAt()));
            return new Details(fields);
        }

        /** What has no field of its own. */
        private static Map<String, @Nullable Object> properties(Task task) {
            Map<String, @Nullable Object> properties = new LinkedHashMap<>();
            properties.put("image_id", Fields.text(task.imageId()));
            properties.put("request_id", task.requestId());
            properties.put("user_id", task.userId());
            properties.putAll(task.otherFields());
            properties.values().removeIf(value -> value == null);
            return properties;
        }
    }
}
