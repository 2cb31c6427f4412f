package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.TaskNotFoundException;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.ExportTaskInput;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImportFailureCode;
import org.glance4j.model.ImportTaskInput;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskPage;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TaskStatus;
import org.junit.jupiter.api.Test;

/** Tasks as Rackspace's Cloud Images shows them. Source: Rackspace Cloud Images API guide, v2, get task details. */
class RackspaceTasksTest {
    private static final TaskId ID = TaskId.of("fc29a67c-ad76-49bc-a317-a5f38dcb44c0");
    private static final ImageId IMAGE = ImageId.of("ca5e7f11-5d57-4dd7-8ace-03ab647fe6c6");

    private static final String IMPORT_INPUT = """
            {"image_properties": {"name": "My excellent custom image"}, "import_from": "exports/my-excellent-image.vhd"}""";
    private static final String EXPORT_INPUT = """
            {"image_uuid": "ca5e7f11-5d57-4dd7-8ace-03ab647fe6c6", "receiving_swift_container": "exports"}""";

    private static String task(String type, String status, String input, String more) {
        return """
                {"created_at": "2014-02-26T02:58:46Z", "id": "%s", "input": %s, "owner": "00000123", "schema": "/v2/schemas/task",
                 "self": "/v2/tasks/%s", "status": "%s", "type": "%s", "updated_at": "2014-02-26T02:58:49Z"%s}
                """.formatted(ID, input, ID, status, type, more);
    }

    private static Task shown(String answer) throws IOException {
        try (StubServer server = new StubServer(request -> Reply.json(200, answer));
                FeignTransport transport = Stubs.transport(server)) {
            Task task = transport.tasks().get(ID);
            assertThat(server.received().get(0).target()).isEqualTo("/v2/tasks/" + ID);
            return task;
        }
    }

    @Test
    void aPendingTaskHasNoMessage() throws IOException {
        Task task = shown(task("import", "pending", IMPORT_INPUT, ", \"message\": \"None\""));
        assertThat(task.status()).isEqualTo(TaskStatus.PENDING);
        assertThat(task.message()).isNull();
        assertThat(task.result()).isNull();
        assertThat(task.expiresAt()).isNull();
        assertThat(TaskInput.of(task))
                .contains(ImportTaskInput.fromContainer(
                        "exports", "my-excellent-image.vhd", "My excellent custom image"));
        for (String message : List.of("\"\"", "null")) {
            assertThat(shown(task("import", "pending", IMPORT_INPUT, ", \"message\": " + message)))
                    .isEqualTo(task);
        }
    }

    @Test
    void anImportThatEndedWellNamesItsImage() throws IOException {
        Task task = shown(task(
                "import",
                "success",
                IMPORT_INPUT,
                ", \"message\": \"None\", \"expires_at\": \"2014-02-28T03:28:18Z\","
                        + " \"result\": {\"image_id\": \"1d944ab7-6748-4f3c-b7e2-3553bf006677\"}"));
        assertThat(ImportTaskInput.importedImage(task)).contains(ImageId.of("1d944ab7-6748-4f3c-b7e2-3553bf006677"));
        assertThat(task.expiresAt()).isEqualTo(Instant.parse("2014-02-28T03:28:18Z"));
        assertThat(ImportFailureCode.of(task)).isEmpty();
    }

    @Test
    void anExportThatEndedWellNamesItsObject() throws IOException {
        Task task = shown(task(
                "export",
                "success",
                EXPORT_INPUT,
                ", \"result\": {\"export_location\": \"exports/ca5e7f11-5d57-4dd7-8ace-03ab647fe6c6.vhd\"}"));
        assertThat(TaskInput.of(task)).contains(new ExportTaskInput(IMAGE, "exports"));
        assertThat(ExportTaskInput.exportLocation(task)).contains("exports/ca5e7f11-5d57-4dd7-8ace-03ab647fe6c6.vhd");
    }

    @Test
    void aFailedTaskSaysWhy() throws IOException {
        Task unknown = shown(task(
                "import",
                "failure",
                IMPORT_INPUT,
                ", \"message\": \"Error: Image not found for import. Possible invalid location\""));
        assertThat(unknown.message()).startsWith("Error: Image not found");
        assertThat(ImportFailureCode.of(unknown)).isEmpty();
        Task coded =
                shown(task("import", "failure", IMPORT_INPUT, ", \"message\": \"396: The file is not a valid VHD.\""));
        assertThat(ImportFailureCode.of(coded)).contains(ImportFailureCode.NOT_A_VHD);
        Task fresh = shown(task("import", "failure", IMPORT_INPUT, ", \"message\": \"801: something new\""));
        assertThat(ImportFailureCode.of(fresh)).contains(ImportFailureCode.UNRECOGNIZED);
        assertThat(fresh.message()).isEqualTo("801: something new");
    }

    @Test
    void tasksAreAskedForAsRackspaceTakesThem() throws IOException {
        List<String> bodies = new ArrayList<>();
        try (StubServer server = new StubServer(request -> {
                    bodies.add(request.text());
                    return Reply.json(201, task("export", "pending", EXPORT_INPUT, ""));
                });
                FeignTransport transport = Stubs.transport(server)) {
            assertThat(transport
                            .tasks()
                            .create(new ExportTaskInput(IMAGE, "exports"))
                            .id())
                    .isEqualTo(ID);
            transport.tasks().create(ImportTaskInput.fromContainer("exports", "a.vhd", "n"));
            assertThat(server.received()).allMatch(request -> request.is("POST", "/v2/tasks"));
            assertThat(bodies)
                    .containsExactly(
                            "{\"type\":\"export\",\"input\":{\"image_uuid\":\"" + IMAGE
                                    + "\",\"receiving_swift_container\":\"exports\"}}",
                            "{\"type\":\"import\",\"input\":{\"import_from\":\"exports/a.vhd\","
                                    + "\"image_properties\":{\"name\":\"n\"}}}");
        }
    }

    @Test
    void aListGoesOnBehindTheLastTaskWhateverTheLinkSays() throws IOException {
        String stub = task("export", "success", "null", "");
        try (StubServer server = new StubServer(request -> Reply.json(
                        200, "{\"tasks\": [" + stub + "], \"next\": \"http://elsewhere.invalid/v2/tasks?marker=x\"}"));
                FeignTransport transport = Stubs.transport(server)) {
            TaskPage page = transport
                    .tasks()
                    .list(TaskQuery.builder().type("export").limit(1).build());
            assertThat(page.items()).extracting(Task::id).containsExactly(ID);
            transport.tasks().list(page.next().orElseThrow());
            assertThat(server.received().get(1).target()).isEqualTo("/v2/tasks?type=export&limit=1&marker=" + ID);
        }
    }

    @Test
    void whatNoPathOrBodyCanCarryIsNotSent() throws IOException {
        try (StubServer server = new StubServer(request -> Reply.json(404, "{}"));
                FeignTransport transport = Stubs.transport(server)) {
            for (String id : List.of("", " ", "..", "a/b", "\ud800", "\u00e9", "a\nb")) {
                assertThatThrownBy(() -> transport.tasks().get(TaskId.of(id)))
                        .isInstanceOf(InvalidRequestException.class);
            }
            assertThatThrownBy(() -> transport
                            .tasks()
                            .create(new ImportTaskInput("c/o", null, Map.of("name", List.of("\udc00")))))
                    .isInstanceOf(InvalidRequestException.class);
            assertThatThrownBy(() ->
                            transport.tasks().list(TaskQuery.builder().type("").build()))
                    .isInstanceOf(InvalidRequestException.class);
            assertThat(server.received()).isEmpty();
            assertThatThrownBy(() -> transport.tasks().get(TaskId.of("a?b#c%2F")))
                    .isInstanceOf(TaskNotFoundException.class);
            assertThat(server.received().get(0).target()).isEqualTo("/v2/tasks/a%3Fb%23c%252F");
        }
    }
}
