package org.glance4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.cli.Cli.Outcome;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The verbs on the catalog of metadata definitions. */
class MetadefVerbsTest {
    private final InMemoryImageServer server = InMemoryImageServer.builder().start();
    private final Cli admin = Cli.on(server, "admin");
    private final Cli producer = Cli.on(server, "producer");

    @AfterEach
    void closeServer() {
        server.close();
    }

    private String prints(String... words) {
        return admin.prints(line(words));
    }

    private static String[] line(String... words) {
        String[] all = new String[words.length + 2];
        all[0] = "image";
        all[1] = "metadef";
        System.arraycopy(words, 0, all, 2, words.length);
        return all;
    }

    private void createNamespace(String... options) {
        String[] words = new String[options.length + 3];
        words[0] = "namespace";
        words[1] = "create";
        words[2] = "OS::Test";
        System.arraycopy(options, 0, words, 3, options.length);
        prints(words);
    }

    private String shown(String... columns) {
        String[] words = new String[5 + 2 * columns.length];
        System.arraycopy(new String[] {"namespace", "show", "OS::Test", "-f", "value"}, 0, words, 0, 5);
        for (int i = 0; i < columns.length; i++) {
            words[5 + 2 * i] = "-c";
            words[6 + 2 * i] = columns[i];
        }
        return prints(words);
    }

    @Test
    void aNamespaceIsCreatedAndShown() {
        assertThat(prints(
                        "namespace",
                        "create",
                        "OS::Test",
                        "--display-name",
                        "Test",
                        "--description",
                        "for tests",
                        "--public",
                        "--protected",
                        "-f",
                        "json"))
                .contains(
                        "\"description\": \"for tests\"",
                        "\"display_name\": \"Test\"",
                        "\"namespace\": \"OS::Test\"",
                        "\"protected\": true",
                        "\"tags\": []",
                        "\"visibility\": \"public\"");
        assertThat(producer.prints(line("namespace", "show", "OS::Test", "-f", "value", "-c", "display_name")))
                .isEqualTo("Test\n");
    }

    @Test
    void whatIsNotSetStays() {
        createNamespace("--display-name", "Test", "--public", "--protected");

        assertThat(prints(
                        "namespace",
                        "set",
                        "OS::Test",
                        "--description",
                        "new",
                        "--unprotected",
                        "--tag",
                        "a",
                        "--tag",
                        "b"))
                .isEmpty();

        assertThat(shown("description", "display_name", "protected", "visibility"))
                .isEqualTo("new\nTest\nFalse\npublic\n");
        assertThat(prints("namespace", "show", "OS::Test", "-f", "json", "-c", "tags"))
                .contains("\"a\"", "\"b\"");
    }

    @Test
    void tagsOfANamespaceAreTaken() {
        createNamespace();
        prints("namespace", "set", "OS::Test", "--tag", "a", "--tag", "b", "--tag", "c");

        prints("namespace", "unset", "OS::Test", "--tag", "a", "--tag", "b");
        assertThat(shown("tags")).isEqualTo("['c']\n");
        prints("namespace", "unset", "OS::Test", "--all-tags");
        assertThat(shown("tags")).isEqualTo("[]\n");
        assertThat(admin.run(line("namespace", "unset", "OS::Test", "--tag", "c"))
                        .exit())
                .isEqualTo(1);
    }

    @Test
    void namespacesAreListedByTypeAndVisibility() {
        prints("namespace", "create", "A", "--public");
        prints("namespace", "create", "B");
        prints("resource", "type", "association", "create", "B", "OS::Nova::Flavor");

        assertThat(prints("namespace", "list", "-f", "value")).isEqualTo("B\nA\n");
        assertThat(prints("namespace", "list", "--visibility", "public", "-f", "value"))
                .isEqualTo("A\n");
        assertThat(prints("namespace", "list", "--resource-types", "OS::Glance::Image,OS::Nova::Flavor", "-f", "value"))
                .isEqualTo("B\n");
        assertThat(producer.prints(line("namespace", "list", "-f", "json"))).contains("\"namespace\": \"A\"");
    }

    @Test
    void everyPageOfNamespacesIsListed() {
        for (int i = 0; i < 26; i++) {
            prints("namespace", "create", "N" + i, "--public");
        }

        assertThat(prints("namespace", "list", "-f", "value").lines()).hasSize(26);
    }

    @Test
    void oneNamespacesFailureKeepsNoOther() {
        createNamespace();

        Outcome outcome = admin.run(line("namespace", "delete", "no-such", "OS::Test"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).singleElement().asString().contains("status 404");
        assertThat(prints("namespace", "list", "-f", "value")).isEmpty();
    }

    @Test
    void anObjectIsMadeRenamedAndDeleted() {
        createNamespace();

        assertThat(prints("object", "create", "--namespace", "OS::Test", "CPU", "-f", "json"))
                .contains(
                        "\"name\": \"CPU\"",
                        "\"namespace_name\": \"OS::Test\"",
                        "\"properties\": {}",
                        "\"required\": []");
        prints("object", "update", "OS::Test", "CPU", "--name", "Cores");
        assertThat(prints("object", "list", "OS::Test", "-f", "value")).isEqualTo("Cores None\n");
        assertThat(prints("object", "show", "OS::Test", "Cores", "-f", "value", "-c", "name"))
                .isEqualTo("Cores\n");
        prints("object", "delete", "OS::Test", "Cores");
        assertThat(prints("object", "list", "OS::Test", "-f", "json")).isEqualTo("[]\n");
    }

    @Test
    void allObjectsAreDeletedWhereNoneIsNamed() {
        createNamespace();
        prints("object", "create", "--namespace", "OS::Test", "a");
        prints("object", "create", "--namespace", "OS::Test", "b");

        prints("object", "delete", "OS::Test");

        assertThat(prints("object", "list", "OS::Test", "-f", "json")).isEqualTo("[]\n");
    }

    @Test
    void aPropertyThatAnObjectDoesNotHaveIsOneLine() {
        createNamespace();
        prints("object", "create", "--namespace", "OS::Test", "CPU");

        Outcome outcome = admin.run(line("object", "property", "show", "OS::Test", "CPU", "cores"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints())
                .containsExactly("glance4j: the object CPU of namespace OS::Test has no property cores");
    }

    @Test
    void aPropertyIsMadeChangedAndDeleted() {
        createNamespace();

        assertThat(prints(
                        "property",
                        "create",
                        "OS::Test",
                        "--name",
                        "cores",
                        "--title",
                        "Cores",
                        "--type",
                        "integer",
                        "--schema",
                        "{\"minimum\": 1, \"readonly\": true}",
                        "-f",
                        "json"))
                .contains(
                        "\"minimum\": 1",
                        "\"name\": \"cores\"",
                        "\"namespace_name\": \"OS::Test\"",
                        "\"readonly\": true",
                        "\"title\": \"Cores\"",
                        "\"type\": \"integer\"");
        prints("property", "set", "OS::Test", "cores", "--title", "Kerne", "--schema", "{\"maximum\": 8}");
        String shown = prints("property", "show", "OS::Test", "cores", "-f", "json");
        assertThat(shown).contains("\"maximum\": 8", "\"minimum\": 1", "\"title\": \"Kerne\"");
        assertThat(prints("property", "list", "OS::Test", "-f", "value")).isEqualTo("cores Kerne integer\n");

        prints("property", "set", "OS::Test", "cores", "--name", "kerne", "--schema", "{}");
        assertThat(prints("property", "show", "OS::Test", "kerne", "-f", "value", "-c", "maximum"))
                .isEqualTo("8\n");
        prints("property", "delete", "OS::Test", "kerne");
        assertThat(prints("property", "list", "OS::Test", "-f", "json")).isEqualTo("[]\n");
    }

    @Test
    void aPropertyAsItIsShownIsASchema() {
        createNamespace();
        prints("namespace", "create", "Copy");
        prints("property", "create", "OS::Test", "--name", "a", "--title", "A", "--type", "string", "--schema", "{}");
        String shown = prints("property", "show", "OS::Test", "a", "-f", "json");

        prints("property", "create", "Copy", "--name", "x", "--title", "x", "--type", "number", "--schema", shown);

        assertThat(prints("property", "list", "Copy", "-f", "value")).isEqualTo("a A string\n");
    }

    @Test
    void allPropertiesAreDeletedWhereNoneIsNamed() {
        createNamespace();
        prints("property", "create", "OS::Test", "--name", "a", "--title", "A", "--type", "string", "--schema", "{}");

        prints("property", "delete", "OS::Test");

        assertThat(prints("property", "list", "OS::Test", "-f", "json")).isEqualTo("[]\n");
    }

    @Test
    void aNamespaceIsForTypesOfResources() {
        createNamespace();

        assertThat(prints(
                        "resource",
                        "type",
                        "association",
                        "create",
                        "OS::Test",
                        "OS::Cinder::Volume",
                        "--properties-target",
                        "image",
                        "-f",
                        "json"))
                .contains(
                        "\"name\": \"OS::Cinder::Volume\"",
                        "\"namespace_name\": \"OS::Test\"",
                        "\"prefix\": null",
                        "\"properties_target\": \"image\"");
        assertThat(prints("resource", "type", "association", "list", "OS::Test", "-f", "value"))
                .isEqualTo("OS::Cinder::Volume\n");
        assertThat(prints("resource", "type", "list", "-f", "value").lines()).contains("OS::Cinder::Volume");
        assertThat(shown("resource_type_associations")).isEqualTo("['OS::Cinder::Volume']\n");
    }

    @Test
    void protectionIsLiftedForAsLongAsItTakes() {
        createNamespace("--public");
        prints("resource", "type", "association", "create", "OS::Test", "A");
        prints("namespace", "set", "OS::Test", "--protected");

        assertThat(admin.run(line("resource", "type", "association", "delete", "OS::Test", "A"))
                        .exit())
                .isEqualTo(1);
        assertThat(admin.run(line("resource", "type", "association", "delete", "OS::Test", "A", "B", "--force"))
                        .complaints())
                .singleElement()
                .asString()
                .contains("status 404");
        assertThat(prints("resource", "type", "association", "list", "OS::Test", "-f", "json"))
                .isEqualTo("[]\n");
        assertThat(shown("protected", "visibility")).isEqualTo("True\npublic\n");
    }

    @Test
    void onlyAnAdminChangesTheCatalog() {
        Outcome outcome = producer.run(line("namespace", "create", "OS::Test"));

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.complaints()).singleElement().asString().contains("status 403");
    }
}
