package org.glance4j.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What tasks are asked to do, what came of it, and why it failed. */
class TaskInputTest {
    private static final ImageId IMAGE = ImageId.of("ca5e7f11-5d57-4dd7-8ace-03ab647fe6c6");

    private static Task.Builder task(String type, TaskStatus status) {
        return Task.builder(TaskId.of("t"), type, status, Instant.EPOCH);
    }

    private static Task failed(String message) {
        return task("import", TaskStatus.FAILURE).message(message).build();
    }

    @Test
    void anImportFromAContainerIsWhatRackspaceTakes() {
        ImportTaskInput input =
                ImportTaskInput.fromContainer("exports", "my-excellent-image.vhd", "My excellent image");
        assertThat(input.typeWord()).isEqualTo("import");
        assertThat(input.fields())
                .isEqualTo(Map.of(
                        "import_from",
                        "exports/my-excellent-image.vhd",
                        "image_properties",
                        Map.of("name", "My excellent image")));
        assertThat(ImportTaskInput.fromContainer("a", "b", null).imageProperties())
                .isEmpty();
    }

    @Test
    void anImportFromAUrlIsWhatGlanceTakes() {
        ImportTaskInput input = ImportTaskInput.fromUrl(
                "https://images.example/debian.qcow2", DiskFormat.QCOW2, Map.of("disk_format", "qcow2"));
        assertThat(input.fields())
                .isEqualTo(Map.of(
                        "import_from",
                        "https://images.example/debian.qcow2",
                        "import_from_format",
                        "qcow2",
                        "image_properties",
                        Map.of("disk_format", "qcow2")));
    }

    @Test
    void anInputIsReadFromATaskAsItWasSent() {
        for (TaskInput input : new TaskInput[] {
            ImportTaskInput.fromContainer("exports", "a.vhd", "n"),
            ImportTaskInput.fromUrl("http://h/x", DiskFormat.RAW, Map.of("name", "n")),
            new ExportTaskInput(IMAGE, "exports")
        }) {
            Task shown = task(input.typeWord(), TaskStatus.PENDING)
                    .input(input.fields())
                    .build();
            assertThat(TaskInput.of(shown)).contains(input);
        }
    }

    @Test
    void anInputOfAnotherFormIsNone() {
        Map<String, @Nullable Object> nulls = new LinkedHashMap<>();
        nulls.put("import_from", null);
        assertThat(TaskInput.of(task("import", TaskStatus.PENDING).build())).isEmpty();
        assertThat(TaskInput.of(task("import", TaskStatus.PENDING).input(nulls).build()))
                .isEmpty();
        assertThat(TaskInput.of(task("export", TaskStatus.PENDING)
                        .input(Map.of("image_uuid", "x"))
                        .build()))
                .isEmpty();
        assertThat(TaskInput.of(task("api_image_import", TaskStatus.PENDING)
                        .input(Map.of("import_from", "x"))
                        .build()))
                .isEmpty();
        assertThat(TaskInput.of(task("import", TaskStatus.PENDING)
                        .input(Map.of("import_from", "x", "image_properties", "none", "import_from_format", 1))
                        .build()))
                .contains(new ImportTaskInput("x", null, Map.of()));
    }

    @Test
    void whatCameOfATaskIsInItsResult() {
        Task imported = task("import", TaskStatus.SUCCESS)
                .result(Map.of("image_id", IMAGE.value()))
                .build();
        assertThat(ImportTaskInput.importedImage(imported)).contains(IMAGE);
        assertThat(ExportTaskInput.exportLocation(imported)).isEmpty();
        Task exported = task("export", TaskStatus.SUCCESS)
                .result(Map.of("export_location", "exports/" + IMAGE + ".vhd"))
                .build();
        assertThat(ExportTaskInput.exportLocation(exported)).contains("exports/" + IMAGE + ".vhd");
        assertThat(ImportTaskInput.importedImage(exported)).isEmpty();
        Task pending = task("import", TaskStatus.PENDING).build();
        assertThat(ImportTaskInput.importedImage(pending)).isEmpty();
        assertThat(ExportTaskInput.exportLocation(pending)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "111 | UNSPECIFIED",
                "396: The image cannot be imported. The file is not a valid VHD. | NOT_A_VHD",
                "Error 413: the disk is larger than 40 GB | VIRTUAL_SIZE_TOO_LARGE",
                "Image import failed (523) | NOT_FIXED_OR_DYNAMIC",
                "609 | FILE_TOO_LARGE",
                "code 614. | ZERO_UUID",
                "The VHD has a parent disk [721] | HAS_PARENT",
                "999: a new one | UNRECOGNIZED",
                "Error code: 888 | UNRECOGNIZED"
            })
    void theCodeOfAFailureIsTheNumberInItsMessage(String message, ImportFailureCode code) {
        assertThat(ImportFailureCode.of(failed(message))).contains(code);
        assertThat(failed(message).message()).isEqualTo(message);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Error: Image not found for import. Possible invalid location",
                "Swift already has an object with id 'ca5e7f11-5d57-4dd7-8ace-03ab647fe6c6.vhd' in container 'exports'",
                "Task failed due to Internal Error",
                "at most 1396 bytes",
                "image 3960",
                "took 10.396 seconds",
                "host 10.0.0.396",
                "object a-396 is missing",
                "",
                "None"
            })
    void aMessageWithoutSuchANumberHasNoCode(String message) {
        assertThat(ImportFailureCode.of(failed(message))).isEmpty();
    }

    @Test
    void onlyAFailureHasACode() {
        assertThat(ImportFailureCode.of(task("import", TaskStatus.PROCESSING)
                        .message("396 MiB copied")
                        .build()))
                .isEqualTo(Optional.empty());
        assertThat(ImportFailureCode.NOT_A_VHD.number()).isEqualTo(396);
    }
}
