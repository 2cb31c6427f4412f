package org.glance4j.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.glance4j.cli.Cli.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each command starts from the shipped seed: the producer's image, offered to the consumer. */
class VerbsOfflineTest {
    private static final String IMAGE = "a96be11e-8536-4910-92cb-de50aa19dfe6";

    private final Cli producer = Cli.offline("producer");
    private final Cli consumer = Cli.offline("consumer");

    @Test
    void itSaysThatItIsOffline() {
        Outcome outcome = consumer.run("image", "list");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.err().lines())
                .singleElement()
                .asString()
                .startsWith("glance4j: offline: ")
                .contains("seed docs", "as consumer of project 123456");
    }

    @Test
    void everyCallStartsFromTheSeed() {
        assertThat(producer.run("image", "delete", IMAGE).exit()).isZero();
        assertThat(producer.prints("image", "list", "-f", "value", "-c", "ID")).isEqualTo(IMAGE + "\n");
    }

    @Test
    void aSeedOfTheUsersHasItsUsersProjectsAndImages(@TempDir Path directory) throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.json"), """
                {"projects": [{"name": "red", "id": "r1"}, {"name": "blue", "id": "b1"}],
                 "users": [{"name": "ann", "roles": {"red": ["member"]}}],
                 "images": [{"name": "mine", "owner": "red", "id": "11111111-2222-4333-8444-555555555555"}]}
                """);
        String[] common = {"--offline", "--seed", seed.toString(), "--as", "ann"};
        Cli ann = Cli.with(Map.of());

        assertThat(ann.prints(with(common, "image", "list", "-f", "value"))).contains("mine queued");
        assertThat(ann.prints(
                        with(common, "image", "add", "project", "mine", "blue", "-f", "value", "-c", "member_id")))
                .isEqualTo("b1\n");
    }

    private static String[] with(String[] common, String... words) {
        String[] all = Arrays.copyOf(words, words.length + common.length);
        System.arraycopy(common, 0, all, words.length, common.length);
        return all;
    }

    @Test
    void aPendingImageIsNotInTheConsumersListAndAmongItsOffers() {
        assertThat(consumer.prints("image", "list", "-f", "json")).isEqualTo("[]\n");
        assertThat(consumer.prints("image", "list", "--member-status", "Pending", "-f", "value", "-c", "ID"))
                .isEqualTo(IMAGE + "\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--accept", "--reject", "--pending"})
    void theConsumerDecidesByTheImagesName(String decision) {
        Outcome outcome = consumer.run("image", "set", decision, "Image of the Cloud Images guide");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.complaints()).isEmpty();
    }

    @Test
    void anOfferedImageIsNotFoundByNameWhereNoDecisionIsMeant() {
        Outcome outcome = consumer.run("image", "save", "Image of the Cloud Images guide");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
    }

    @Test
    void theOwnerIsRefusedAndToldWhoCanDecide() {
        Outcome outcome = producer.run("image", "set", "--accept", "--project", "consumer", IMAGE);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints())
                .singleElement()
                .asString()
                .contains("the owner cannot change a member's status; the consumer 123456 can", "status 403");
    }

    @Test
    void aBystanderSeesNothing() {
        Cli bystander = Cli.offline("bystander");

        assertThat(bystander.prints("image", "list", "--all", "--member-status", "all", "-f", "value"))
                .isEmpty();
        assertThat(bystander.run("image", "show", IMAGE).exit()).isEqualTo(1);
        assertThat(bystander.run("image", "member", "list", IMAGE).exit()).isEqualTo(1);
    }

    @Test
    void membersAreListedAndShown() {
        assertThat(producer.prints("image", "member", "list", IMAGE, "-f", "value"))
                .isEqualTo(IMAGE + " 123456 pending\n");
        assertThat(producer.prints("image", "member", "get", IMAGE, "consumer", "-f", "value"))
                .isEqualTo("2014-03-31T19:16:04Z\n" + IMAGE
                        + "\n123456\n/v2/schemas/member\npending\n2014-03-31T19:16:04Z\n");
    }

    @Test
    void aProjectIsAddedAndRemoved() {
        Outcome added = producer.run("image", "add", "project", IMAGE, "some-id", "-f", "value", "-c", "member_id");
        assertThat(added.out()).isEqualTo("some-id\n");
        assertThat(added.complaints()).singleElement().asString().contains("warning: taking some-id as a project's id");
        Outcome removed = producer.run("image", "remove", "project", IMAGE, "consumer");
        assertThat(removed.exit()).isZero();
        assertThat(removed.out()).isEmpty();
    }

    @Test
    void theDataIsSavedByteForByte(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("image");
        Files.writeString(file, "something that is longer than the image's data: ".repeat(9));

        byte[] printed = consumer.run("image", "save", IMAGE).data();
        assertThat(consumer.run("image", "save", "--file", file.toString(), IMAGE)
                        .exit())
                .isZero();

        assertThat(new String(printed, UTF_8))
                .startsWith("The data of an image")
                .endsWith("line of text.\n");
        assertThat(file).hasBinaryContent(printed);
        try (var files = Files.list(directory)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFailedSaveLeavesTheFileAsItWas(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("image"), "before");

        assertThat(Cli.offline("bystander")
                        .run("image", "save", "--file", file.toString(), IMAGE)
                        .exit())
                .isEqualTo(1);
        assertThat(file).hasContent("before");
    }

    @Test
    void aTerminalIsNotWrittenTo(@TempDir Path directory) {
        Path file = directory.resolve("image");
        Outcome refused = consumer.atTerminal().run("image", "save", IMAGE);

        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .isEqualTo("glance4j: standard output is a terminal: name a file with --file, or send the"
                        + " data elsewhere\n");
        assertThat(consumer.atTerminal()
                        .run("image", "save", "--file", file.toString(), IMAGE)
                        .exit())
                .isZero();
        assertThat(file).isNotEmptyFile();
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidToBe(@TempDir Path directory) {
        Outcome nowhere =
                consumer.run("image", "save", "--file", directory.resolve("a/b").toString(), IMAGE);
        Outcome there = consumer.run("image", "save", "--file", directory.toString(), IMAGE);

        assertThat(nowhere.exit()).isEqualTo(1);
        assertThat(nowhere.complaints()).singleElement().asString().contains("there is no " + directory.resolve("a"));
        assertThat(there.exit()).isEqualTo(1);
        assertThat(there.complaints()).singleElement().asString().contains("it is not a regular file");
    }

    @Test
    void anUploadsProgressIsDrawnForSomebodyWhoLooks(@TempDir Path directory) throws Exception {
        Path file = Files.write(directory.resolve("data"), new byte[2_000_000]);
        String[] words = {"image", "create", "a", "--file", file.toString(), "--progress"};

        assertThat(producer.atTerminal().run(words).err())
                .contains("\r[>                             ]   0%  0B  0B/s")
                .contains("\r[=============================>] 100%  2MB  ")
                .endsWith("\n");
        assertThat(producer.run(words).err()).doesNotContain("\r");
        assertThat(producer.atTerminal()
                        .run("image", "create", "a", "--file", file.toString())
                        .err())
                .doesNotContain("\r");
    }

    @Test
    void anImageWithoutDataIsQueued() {
        assertThat(producer.prints("image", "create", "empty", "-f", "value", "-c", "status", "-c", "name"))
                .isEqualTo("empty\nqueued\n");
    }

    @Test
    void dataComesFromAFileOrFromStandardInput(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("data"), "12345");

        assertThat(producer.prints("image", "create", "a", "--file", file.toString(), "-f", "value", "-c", "size"))
                .isEqualTo("5\n");
        String[] dash = {"image", "create", "a", "--file", "-", "-f", "value", "-c", "size"};
        assertThat(producer.run("123".getBytes(UTF_8), false, dash).out()).isEqualTo("3\n");
        String[] none = {"image", "create", "a", "-f", "value", "-c", "status"};
        assertThat(producer.run("123".getBytes(UTF_8), true, none).out()).isEqualTo("active\n");
        assertThat(producer.run("123".getBytes(UTF_8), false, none).out()).isEqualTo("queued\n");
    }

    @Test
    void everythingThatIsSetIsShown() {
        String shown = producer.prints(
                "image",
                "create",
                "full",
                "--id",
                "11111111-2222-4333-8444-555555555555",
                "--disk-format",
                "qcow2",
                "--container-format",
                "ovf",
                "--min-disk",
                "3",
                "--min-ram",
                "4",
                "--protected",
                "--private",
                "--property",
                "a=b=c",
                "--property",
                "d=",
                "--tag",
                "t/1",
                "-f",
                "json");

        assertThat(shown)
                .contains(
                        "\"id\": \"11111111-2222-4333-8444-555555555555\"",
                        "\"disk_format\": \"qcow2\"",
                        "\"container_format\": \"ovf\"",
                        "\"min_disk\": 3",
                        "\"min_ram\": 4",
                        "\"protected\": true",
                        "\"visibility\": \"private\"",
                        "\"a\": \"b=c\"",
                        "\"d\": \"\"",
                        "\"t/1\"");
    }

    @Test
    void aRecordIsChanged() {
        assertThat(producer.run(
                                "image",
                                "set",
                                "--name",
                                "new",
                                "--tag",
                                "a",
                                "--property",
                                "k=v",
                                "--os-distro",
                                "debian",
                                "--hidden",
                                "--private",
                                IMAGE)
                        .exit())
                .isZero();
        assertThat(producer.run("image", "set", "--deactivate", IMAGE).exit()).isZero();
        assertThat(producer.run("image", "set", "--activate", IMAGE).exit()).isZero();
        assertThat(producer.run("image", "set", "--public", IMAGE).complaints())
                .singleElement()
                .asString()
                .contains("403");
    }

    @Test
    void oneImageThatIsNotThereKeepsNoOtherFromBeingDeleted() {
        Outcome outcome = producer.run("image", "delete", "none", IMAGE, "neither");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).hasSize(2);
    }

    @Test
    void theLongListHasItsColumns() {
        assertThat(producer.prints("image", "list", "--long", "-f", "json"))
                .contains("\"Disk Format\"", "\"Container Format\"", "\"Size\"", "\"Checksum\"", "\"Visibility\"")
                .contains("\"Protected\": false", "\"Project\"", "\"Tags\"")
                .contains("\"Hash Algorithm\"", "\"Hash Value\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--help", "image --help", "image add project --help", "demo -h", "serve --help"})
    void helpIsPrintedWithoutACloud(String words) {
        Outcome outcome = Cli.with(Map.of()).run(words.split(" "));

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).startsWith("Usage: glance4j");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void theVersionIsPrinted() {
        assertThat(Cli.with(Map.of()).prints("--version")).startsWith("glance4j ");
    }

    @Test
    void theDemoTellsItsStory() {
        Outcome outcome = Cli.with(Map.of()).run("demo");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).contains("-> the membership of consumer is accepted", "whole handshake");
    }

    @Test
    void theTagOfTheSeedsImageIsTaken() {
        Outcome outcome = producer.run("image", "unset", IMAGE, "--tag", "guide");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.complaints()).isEmpty();
        assertThat(consumer.run("image", "unset", IMAGE, "--tag", "guide").exit())
                .isEqualTo(1);
    }

    @Test
    void theSizeThatIsSaidIsTheDatas(@TempDir Path directory) throws Exception {
        Path file = Files.writeString(directory.resolve("data"), "12345");
        String[] stream = {"image", "create", "a", "--file", "-", "--size", "3", "-f", "value", "-c", "size"};

        assertThat(producer.run("123".getBytes(UTF_8), false, stream).out()).isEqualTo("3\n");
        assertThat(producer.run("1234".getBytes(UTF_8), false, stream).complaints())
                .singleElement()
                .asString()
                .contains("was created without its data");
        assertThat(producer.prints("image", "create", "a", "--file", file.toString(), "--size", "5", "-f", "json"))
                .contains("\"size\": 5");
        assertThat(producer.run("image", "create", "a", "--file", file.toString(), "--size", "4")
                        .complaints())
                .singleElement()
                .asString()
                .endsWith("has 5 bytes, not 4");
    }

    @Test
    void theSitesOwnDataIsStagedAndImported(@TempDir Path directory) throws Exception {
        Path seed = Files.writeString(directory.resolve("seed.json"), """
                {"images": [{"name": "mine", "owner": "producer", "disk_format": "raw", "container_format": "bare"}]}
                """);
        String[] common = {"--seed", seed.toString()};

        assertThat(producer.run("123".getBytes(UTF_8), true, with(common, "image", "stage", "mine"))
                        .exit())
                .isZero();
        assertThat(producer.run(with(common, "image", "import", "mine")).complaints())
                .singleElement()
                .asString()
                .contains("status 409");
        assertThat(producer.prints("image", "import", "info", "-f", "json")).contains("glance-direct");
        assertThat(producer.run("image", "stores", "list").exit()).isEqualTo(1);
    }

    @Test
    void tasksAndTheCacheAreAnAdmins() {
        Cli admin = Cli.offline("admin");

        assertThat(admin.prints("image", "task", "list", "-f", "json")).isEqualTo("[]\n");
        assertThat(admin.run("image", "task", "show", "x").exit()).isEqualTo(1);
        for (String verb : new String[] {"list", "clear"}) {
            Outcome outcome = admin.run("cached", "image", verb);
            assertThat(outcome.exit()).isEqualTo(1);
            assertThat(outcome.complaints()).hasSize(1);
        }
        assertThat(producer.run("image", "task", "list").exit()).isEqualTo(1);
    }

    @Test
    void theCatalogIsAnAdmins() {
        assertThat(Cli.offline("admin")
                        .prints(
                                "image",
                                "metadef",
                                "namespace",
                                "create",
                                "OS::Test",
                                "-f",
                                "value",
                                "-c",
                                "namespace"))
                .isEqualTo("OS::Test\n");
        assertThat(producer.prints("image", "metadef", "namespace", "list", "-f", "json"))
                .isEqualTo("[]\n");
        assertThat(producer.run("image", "metadef", "namespace", "create", "OS::Test")
                        .exit())
                .isEqualTo(1);
    }
}
