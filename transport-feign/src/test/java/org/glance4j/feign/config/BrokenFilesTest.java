package org.glance4j.feign.config;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Effect;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is broken or hostile is refused by name, with the line, the key and the remedy, and without any secret in it. */
class BrokenFilesTest {
    private static final String CANARY = "canary-password";

    @TempDir
    Path directory;

    private Scratch scratch;

    @BeforeEach
    void makeScratch() {
        scratch = new Scratch(directory);
    }

    private String refusal() {
        return refusal(scratch.loader());
    }

    private String refusal(CloudConfigLoader loader) {
        ConfigurationException refused = catchThrowableOfType(
                ConfigurationException.class, () -> loader.load().transport());
        assertThat(refused).as("refused").isNotNull();
        assertThat(refused.failure().effect()).isEqualTo(Effect.NOT_SENT);
        StringWriter trace = new StringWriter();
        refused.printStackTrace(new PrintWriter(trace));
        assertThat(trace.toString()).doesNotContain(CANARY);
        return String.valueOf(refused.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clouds: {a: {auth: {password: *canary-password}}}",
                "clouds: {a: {auth: {password: !canary-password x}}}",
                "clouds: {a: {auth: {password: !!canary-password x}}}",
                "clouds: {a: {auth: {password: \"canary-password\\q\"}}}",
                "clouds: {a: {auth: {password: 'canary-password}}}",
                "clouds: {a: {auth: {password: %canary-password}}}",
                "clouds: {a: {auth: {password: canary-password: x}}}",
                "clouds:\n a:\n  auth:\n\tpassword: canary-password",
                "clouds:\n a:\n  auth:\n    password: canary-password\n   username: u",
                "clouds: {a: {auth: {password: canary-password, username: \u0007}}}",
                "%YAML 9.canary-password\n---\nclouds: {}",
                "clouds: {a: {auth: {password: canary-password}}}\n---\nclouds: {}",
            })
    void whatIsNoYamlIsRefusedWithoutQuotingIt(String text) {
        scratch.file("cwd/clouds.yaml", text);

        assertThat(refusal()).contains(scratch.path("cwd/clouds.yaml").toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clouds: !!java.net.URL [\"http://127.0.0.1:1/canary-password\"]",
                "clouds: !!javax.script.ScriptEngineManager [!!java.net.URLClassLoader [[!!java.net.URL [\"http://127.0.0.1:1/\"]]]]",
                "clouds: !!python/object/apply:os.system [\"true\"]",
                "clouds: {a: {auth: !!set {password}}}",
                "clouds: {a: {auth: {password: !!binary Y2FuYXJ5LXBhc3N3b3Jk}}}",
                "clouds: !mine {a: {}}",
            })
    void tagsMakeNoObjects(String text) {
        scratch.file("cwd/clouds.yaml", text);

        assertThat(refusal()).contains("clouds.yaml:1", "clouds", "tag");
    }

    @Test
    void aTagThatSaysTextIsOne() {
        scratch.cloud("auth: {" + Scratch.AUTH + ", project_id: !!str 0123}");

        assertThat(scratch.load().find("auth.project_id")).contains("0123");
    }

    @Test
    void aliasesDoNotExplode() {
        StringBuilder text = new StringBuilder("l0: &l0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 12; i++) {
            text.append("l%d: &l%d [%s]\n".formatted(i, i, ("*l" + (i - 1) + ", ").repeat(10)));
        }
        scratch.file("cwd/clouds.yaml", text + "clouds: {}\n");

        assertThat(refusal()).contains("clouds.yaml", "aliases");
    }

    @Test
    void mergesDoNotExplodeEither() {
        StringBuilder text = new StringBuilder("l0: &l0 {k: v}\n");
        for (int i = 1; i < 25; i++) {
            text.append("l%d: &l%d {<<: [*l%d, *l%d], k%d: *l%d}\n".formatted(i, i, i - 1, i - 1, i, i - 1));
        }
        scratch.file("cwd/clouds.yaml", text + "clouds: {}\n");

        assertThat(refusal()).contains("clouds.yaml");
    }

    @Test
    void aSectionThatIsAKeyOfItselfIsRefused() {
        scratch.file("cwd/clouds.yaml", "clouds: &c {*c : 1}\n");

        assertThat(refusal()).contains("within itself");
    }

    @Test
    void aSectionWithinItselfIsRefused() {
        scratch.file("cwd/clouds.yaml", "clouds: &c {a: *c}\n");

        assertThat(refusal()).contains("within itself", "clouds.a.a");
    }

    @ParameterizedTest
    @ValueSource(ints = {33, 100_000})
    void deepNestingIsRefused(int levels) {
        scratch.file("cwd/clouds.yaml", "clouds: " + "[".repeat(levels) + "]".repeat(levels));

        assertThat(refusal()).contains("clouds.yaml", "32 levels");
    }

    @Test
    void nestingWithinTheLimitIsRead() {
        scratch.cloud("auth: {" + Scratch.AUTH + "}, extra: " + "[".repeat(28) + "]".repeat(28));

        assertThat(scratch.load().find("auth.username")).contains("u");
    }

    @Test
    void deepNestingInJsonIsRefused() {
        scratch.file("cwd/clouds.json", "{\"clouds\": " + "[".repeat(50_000));

        assertThat(refusal()).contains("clouds.json", "not JSON");
    }

    @Test
    void whatIsNoJsonIsRefusedWithoutQuotingIt() {
        scratch.file("cwd/clouds.json", "{\"clouds\": {\"a\": {\"auth\": {\"password\": canary-password}}}}");

        assertThat(refusal()).contains("clouds.json", "line 1");
    }

    @Test
    void aFileOfOneMebibyteIsReadAndALongerOneIsNot() {
        String text = "clouds: {a: {auth: {" + Scratch.AUTH + "}}}\n#";
        scratch.file("cwd/clouds.yaml", text + "x".repeat((1 << 20) - text.length()));
        assertThat(scratch.load().find("cloud")).contains("a");

        scratch.file("cwd/clouds.yaml", text + "x".repeat((1 << 20) - text.length() + 1));

        assertThat(refusal()).contains("clouds.yaml", "larger than 1 MiB");
    }

    @Test
    void aKeyOf256CharactersIsReadAndALongerOneIsNot() {
        String key = "k".repeat(256);
        scratch.file("cwd/clouds.yaml", "clouds: {" + key + ": {}}");
        assertThat(scratch.load().find("cloud")).contains(key);

        scratch.file("cwd/clouds.yaml", "clouds: {? " + key + "k : {}}");
        assertThat(refusal()).contains("clouds.yaml:1: clouds has a key of more than 256 characters");
        scratch.file("cwd/clouds.yaml", "").file("cwd/secure.json", "{\"clouds\": {\"" + key + "k\": {}}}");
        assertThat(refusal()).contains("secure.json:1: clouds has a key of more than 256 characters");
    }

    @ParameterizedTest
    @ValueSource(strings = {"clouds.yaml", "clouds.json"})
    void manyValuesBelowLongKeysTakeNoMoreMemoryThanTheFile(String name) {
        String open = ("{\"" + "k".repeat(256) + "\": ").repeat(30);
        StringBuilder text = new StringBuilder(open).append('{');
        for (int i = 0; i < 40_000; i++) {
            text.append("\"a").append(i).append("\": 1,\n");
        }
        scratch.file("cwd/" + name, text + "\"a\": 1}" + "}".repeat(30));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();

        scratch.load();

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(300L << 20);
    }

    @Test
    void manyKeysThatStandThereTwiceAreNotAllWarnedOf() {
        StringBuilder text = new StringBuilder("clouds: {a: {");
        for (int i = 0; i < 1000; i++) {
            text.append("x: 1,\n");
        }
        scratch.file("cwd/clouds.yaml", text + "auth: {" + Scratch.AUTH + "}}}");
        scratch.hide("cwd/clouds.yaml");

        assertThat(scratch.load().warnings())
                .hasSize(101)
                .first(InstanceOfAssertFactories.STRING)
                .contains("clouds.yaml:1: clouds.a.x stands there twice");
        assertThat(scratch.load().warnings()).last().isEqualTo("there is more of this kind, which is not listed");
    }

    @Test
    void bracesDoNotExplode() {
        StringBuilder text = new StringBuilder("l0: 'xxxxxxxxxx', ");
        for (int i = 1; i < 12; i++) {
            text.append("l%d: '%s', ".formatted(i, ("{l" + (i - 1) + "}").repeat(10)));
        }
        scratch.cloud(text + "auth: {" + Scratch.AUTH + "}");

        assertThat(refusal()).contains("clouds.yaml:2: clouds.a.l", "is too long: names in braces");
    }

    @Test
    void aDirectoryIsRefused() throws IOException {
        Files.createDirectories(scratch.path("cwd/clouds.yaml"));

        assertThat(refusal()).contains(scratch.path("cwd/clouds.yaml") + " is a directory");
    }

    @Test
    void aFileThatMayNotBeReadIsRefused() {
        scratch.cloud("auth: {" + Scratch.AUTH + "}");

        String message = refusal(scratch.loader().opening(path -> {
            throw new AccessDeniedException(path.toString());
        }));

        assertThat(message).contains(scratch.path("cwd/clouds.yaml") + " may not be read by this user", "chown");
    }

    @Test
    void anotherEncodingIsRefused() {
        scratch.file("cwd/clouds.yaml", "clouds: {a: {region_name: M\u00fcnchen}}".getBytes(ISO_8859_1));

        assertThat(refusal()).contains("clouds.yaml is not UTF-8");
    }

    @Test
    void aByteOrderMarkIsNoMatter() {
        scratch.file("cwd/clouds.yaml", "\uFEFFclouds: {a: {auth: {" + Scratch.AUTH + "}}}");

        assertThat(scratch.load().find("cloud")).contains("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n# nothing yet\n", "---\n"})
    void anEmptyFileDescribesNoCloud(String text) {
        scratch.file("cwd/clouds.yaml", text).variable("OS_CLOUD", "a");

        assertThat(refusal()).contains("OS_CLOUD asks for cloud \"a\"", "clouds.yaml describes no cloud");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[a, b]                                             | clouds.yaml holds a list",
                "clouds: [a, b]                                     | clouds.yaml:1: clouds holds a list",
                "clouds: a                                          | clouds.yaml:1: clouds holds a text",
                "clouds: {a: }                                      | clouds.yaml:1: clouds.a holds nothing",
                "clouds: {a: [x]}                                   | clouds.yaml:1: clouds.a holds a list",
                "clouds: {a: {auth: }}                              | clouds.yaml:1: clouds.a.auth holds nothing",
                "clouds: {a: {auth: x}}                             | clouds.yaml:1: clouds.a.auth holds a text",
                "clouds: {a: {auth: {username: [u]}}}               | clouds.a.auth.username holds a list",
                "clouds: {a: {auth: {password: {x: canary-password}}}} | clouds.a.auth.password holds a section",
                "clouds: {a: {auth: {username: yes}}}               | clouds.a.auth.username is read as a yes or no",
                "clouds: {a: {auth: {username: 2001-12-14 21:59:43}}} | clouds.a.auth.username is read as a point in time",
                "clouds: {a: {interface: [internal, public]}}       | clouds.a.interface holds a list",
                "clouds: {a: {interface: }}                         | clouds.a.interface holds nothing, where a text belongs",
                "clouds: {a: {interface: private}}                  | clouds.a.interface must be public, internal or admin",
                "clouds: {a: {regions: R1}}                         | clouds.a.regions holds a text",
                "clouds: {a: {regions: [{nam: R1}]}}                | clouds.a.regions[0] is no region",
                "clouds: {a: {region_name: no}}                     | clouds.a.region_name holds a yes or no",
                "clouds: {a: {verify: 'no'}}                        | clouds.a.verify must be true or false without quotes",
                "clouds: {a: {verify: 0}}                           | clouds.a.verify must be true or false without quotes",
                "clouds: {a: {insecure: 1}}                         | clouds.a.insecure must be true or false",
                "clouds: {a: {cacert: [x]}}                         | clouds.a.cacert holds a list",
                "clouds: {a: {cacert: \"a\\0b\"}}                    | clouds.a.cacert sets cacert to what cannot be a file's name",
                "clouds: {a: {profile: [x]}}                        | clouds.a.profile holds a list",
                "clouds: {a: {profile: x}}                          | clouds.a.profile names the profile \"x\"",
                "clouds: {a: {auth_type: v3oidcpassword}}           | clouds.a.auth_type sets auth_type \"v3oidcpassword\"",
                "clouds: {a: {auth_type: [token]}}                  | clouds.a.auth_type holds a list",
                "clouds: {a: {identity_api_version: 4}}             | clouds.a.identity_api_version must be 2 or 3",
                "clouds: {a: {image_api_version: 1}}                | clouds.a.image_api_version must be 2",
                "clouds: {a: {image_service_name: x}}               | clouds.a.image_service_name sets image_service_name",
                "clouds: {a: {auth: {trust_id: x}}}                 | clouds.a.auth.trust_id sets trust_id",
                "clouds: {a: {auth: {passcode: canary-password}}}   | clouds.a.auth.passcode sets passcode",
                "clouds: {a: {auth: {passwrod: canary-password}}}   | clouds.a.auth.passwrod sets passwrod, which is no key",
                "clouds: {a: {auth: {auth_url: 'http://{x}/'}}}     | clouds.a.auth.auth_url asks for {x}",
                "clouds: {a: {image_endpoint_override: 'http://{'}} | clouds.a.image_endpoint_override has a brace",
                "clouds: {no: {}}                                   | clouds.yaml:1: clouds has a key that is read as a yes or no",
                "clouds: {7: {}}                                    | clouds.yaml:1: clouds has a key that is read as a number",
            })
    void whatIsOutOfPlaceIsNamed(String text, String message) {
        scratch.file("cwd/clouds.yaml", text);

        assertThat(refusal()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auth_url: 'https://canary-password@{', username: u, password: p        | auth.auth_url has a brace",
                "auth_url: 'https://canary-password word/', username: u, password: p    | auth.auth_url to what is no URL",
                "auth_url: 'ftp://k/v3', username: u, password: p                       | auth.auth_url to a URL that is not an http or https URL",
                "auth_url: 'https://u:canary-password@k/v3', username: u, password: p   | auth.auth_url to a URL that holds more than scheme",
                "username: u, password: p                                               | auth.auth_url (OS_AUTH_URL) is missing",
                "auth_url: 'https://k/v3', password: p                                  | auth.username (OS_USERNAME) or auth.user_id",
                "auth_url: 'https://k/v3', username: u, project_id: p                   | auth.password (OS_PASSWORD) is missing",
                "auth_url: 'https://k/v3', username: u, password: p, token: t           | more than one proof of who asks",
                "auth_url: 'https://k/v3', token: t, project_id: p, system_scope: all   | a token is for one thing",
                "auth_url: 'https://k/v3', username: u, password: p, system_scope: some | FILE: clouds.a.auth.system_scope must be all",
                "auth_url: 'https://k/v2.0', username: u, password: p, user_domain_name: Corp "
                        + "| FILE: clouds.a.auth.user_domain_name sets auth.user_domain_name, and Identity v2.0, which auth_url names (FILE)",
                "auth_url: 'https://k/v2.0/', token: t, project_domain_id: corp | clouds.a.auth.project_domain_id sets",
                "auth_url: 'https://k/v2.0', username: u, password: p, domain_name: d   | clouds.a.auth.domain_name sets",
                "auth_url: 'https://k/v2.0', username: u, password: p, system_scope: all | clouds.a.auth.system_scope sets",
                "auth_url: 'https://k/v3', application_credential_name: i, application_credential_secret: s "
                        + "| auth.username (OS_USERNAME) or auth.user_id (OS_USER_ID) is missing",
                "auth_url: 'https://k/v3', application_credential_id: i, application_credential_secret: canary-password, project_id: p "
                        + "| auth.project_id cannot stand beside an application credential",
            })
    void credentialsThatDoNotGoTogetherAreNamed(String auth, String message) {
        scratch.cloud("auth: {" + auth + "}");

        assertThat(refusal()).contains(message.replace("FILE", scratch.path("cwd/clouds.yaml") + ":2"));
    }

    @Test
    void aTimeoutThatIsNoneIsNamed() {
        scratch.cloud("api_timeout: soon, auth: {" + Scratch.AUTH + "}");
        assertThat(refusal()).contains("clouds.a.api_timeout must be a number of seconds");

        scratch.cloud("api_timeout: -1, auth: {" + Scratch.AUTH + "}");
        assertThat(refusal()).contains("clouds.a.api_timeout must be a number of seconds above 0");
    }

    @Test
    void aBrokenProfileFileHurtsOnlyWhoNamesAProfile() {
        scratch.file("cwd/clouds-public.yaml", "{[").cloud("auth: {" + Scratch.AUTH + "}");
        assertThat(scratch.load().find("cloud")).contains("a");

        scratch.cloud("profile: p, auth: {" + Scratch.AUTH + "}");

        assertThat(refusal()).contains("clouds-public.yaml is not YAML");
    }

    @Test
    void aCloudThatIsNotThereIsAnsweredWithThoseThatAre() {
        scratch.file("cwd/clouds.yaml", "clouds: {a: {}, b: {}}");

        assertThat(refusal(scratch.loader().cloud("c", "--os-cloud")))
                .contains("--os-cloud asks for cloud \"c\"", "clouds.yaml describes \"a\", \"b\"");
        assertThat(refusal()).contains("no cloud was chosen", "\"a\", \"b\"", "OS_CLOUD");
    }

    @Test
    void aVariableThatDescribesACloudByMistakeIsNamedWithTheCloudsThatThereAre() {
        scratch.file("cwd/clouds.yaml", "clouds: {a: {auth: {" + Scratch.AUTH + "}}}")
                .variable("OS_IDENTITY_API_VERSION", "3")
                .variable("OS_REGION_NAME", "R1");

        assertThat(refusal())
                .contains("for cloud \"envvars\" (OS_*) auth.auth_url (OS_AUTH_URL), ")
                .contains("no cloud was chosen, and one is described by OS_IDENTITY_API_VERSION: ")
                .contains("clouds.yaml describes \"a\"; choose one by its name, as OS_CLOUD does, or unset");
        scratch.variable("OS_CLOUD", "envvars");
        assertThat(refusal()).contains("for cloud \"envvars\" (OS_CLOUD)").doesNotContain("no cloud was chosen");
    }

    @Test
    void domainsThatIdentityV2HasAsWellAreNoMistake() {
        scratch.cloud("auth: {auth_url: 'https://k/v2.0', username: u, password: p, project_name: n, "
                + "user_domain_name: Default, project_domain_id: default}");

        scratch.load().transport().build().close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"cacert", "cert", "key"})
    void aFileThatIsNotThereIsNamed(String key) {
        scratch.file("cwd/there.pem", "").cloud("cert: there.pem, " + key + ": gone.pem, auth: {" + Scratch.AUTH + "}");

        String problem = scratch.path("cwd/clouds.yaml") + ":2: clouds.a." + key + " names "
                + scratch.path("cwd/gone.pem") + " as " + key + ", and there is no such file";
        assertThat(refusal()).contains(problem);
        assertThat(scratch.load().problem()).contains(problem);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify: false, cacert: gone.pem", "key: gone.pem"})
    void aFileWithoutEffectNeedNotBeThere(String cloud) {
        scratch.cloud(cloud + ", auth: {" + Scratch.AUTH + "}");

        assertThat(scratch.load().problem()).isEmpty();
    }
}
