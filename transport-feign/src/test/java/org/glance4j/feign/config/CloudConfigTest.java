package org.glance4j.feign.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.glance4j.ImageClient;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.Seed;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where each value comes from, what is warned of, and that a transport is made of it. */
class CloudConfigTest {
    private static final String CANARY = "canary-password";

    @TempDir
    Path directory;

    private Scratch scratch;

    @BeforeEach
    void makeScratch() {
        scratch = new Scratch(directory);
    }

    private static ConfigValue value(CloudConfig config, String key) {
        return config.values().stream()
                .filter(value -> value.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + key + " in " + config));
    }

    @Test
    void everyValueSaysWhereItComesFrom() {
        scratch.file("cwd/clouds.yaml", """
                        clouds:
                          a:
                            auth:
                              auth_url: https://k.example/v3
                              username: u
                              project_name: n
                            region_name: R1
                        """)
                .file("home/.config/openstack/secure.yaml", "clouds: {a: {auth: {password: canary-password}}}")
                .variable("OS_CLOUD", "a")
                .variable("OS_INTERFACE", "admin")
                .variable("HTTPS_PROXY", "http://me:canary-password@proxy.example:3128");

        CloudConfig config = scratch.loader()
                .variablesOverCloud()
                .set("region-name", "R1", "--os-region-name")
                .load();

        String clouds = scratch.path("cwd/clouds.yaml").toString();
        assertThat(config.values())
                .contains(
                        new ConfigValue("cloud", "a", false, "OS_CLOUD"),
                        new ConfigValue("region_name", "R1", false, "--os-region-name"),
                        new ConfigValue("interface", "admin", false, "OS_INTERFACE"),
                        new ConfigValue("verify", "true", false, "default"),
                        new ConfigValue(
                                "auth_type",
                                "password",
                                false,
                                clouds.replace("cwd/clouds.yaml", "") + "home/.config/openstack/secure.yaml:1"),
                        new ConfigValue("auth.username", "u", false, clouds + ":5"),
                        new ConfigValue(
                                "auth.password",
                                "****",
                                true,
                                scratch.path("home/.config/openstack/secure.yaml") + ":1"),
                        new ConfigValue("auth.user_domain_id", "default", false, "default"),
                        new ConfigValue("https_proxy", "http://****@proxy.example:3128", false, "HTTPS_PROXY"));
        assertThat(config.toString() + config.warnings()).doesNotContain(CANARY).contains("https://k.example/v3");
        assertThat(config.reveal("auth.password")).isEqualTo(CANARY);
    }

    @ParameterizedTest
    @CsvSource({
        "alice:canary-password@proxy:3128, ****@proxy:3128",
        "http://alice:canary-password@proxy:3128/, http://****@proxy:3128/",
        "http://alice:canary/pass@word?#canary-password@proxy, http://****@proxy",
        "http://proxy?canary-password, http://proxy?****",
        "proxy:3128, proxy:3128",
    })
    void noProxysPasswordIsShown(String url, String shown) {
        String masked = Secrets.shown("https_proxy", url);

        assertThat(masked).isEqualTo(shown).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource({
        "https://u:canary-p/w@host, https://****@host",
        "u:canary-password@host/v3, ****@host/v3",
        "//u:canary-password@host/v3, //****@host/v3",
        "'https://u:canary\npassword@host', https://****@host",
        "https://k.example/v3?canary-password, https://k.example/v3?****",
        "https://k.example/v3#canary-password, https://k.example/v3#****",
        "https://k.example:5000/v3, https://k.example:5000/v3",
    })
    void noUserAndPasswordInAUrlIsShown(String url, String shown) {
        for (String key : List.of("auth.auth_url", "auth.endpoint", "image_endpoint_override")) {
            assertThat(Secrets.shown(key, url)).isEqualTo(shown);
        }
        CloudConfig config = scratch.loader()
                .set("auth_url", url)
                .set("username", "u@example.com")
                .load();

        assertThat(config.find("auth.auth_url")).contains(shown);
        assertThat(config.find("auth.username")).contains("u@example.com");
        assertThat(config.toString() + config.values()).contains(shown).doesNotContain("canary");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "https_proxy=http://a HTTPS_PROXY=http://b | none      | https_proxy http://a",
                "https_proxy= HTTPS_PROXY=http://b         | none      | none",
                "https_proxy= HTTPS_PROXY=b all_proxy=c    | all_proxy c | all_proxy c",
                "HTTP_PROXY=http://b                       | HTTP_PROXY http://b | none",
                "HTTP_PROXY=http://b REQUEST_METHOD=GET    | none      | none",
                "ALL_PROXY=c HTTPS_PROXY=b                 | ALL_PROXY c | HTTPS_PROXY b",
            })
    void theProxiesThatAreShownAreThoseThatAreUsed(String variables, String http, String https) {
        for (String variable : variables.split(" ", -1)) {
            scratch.variable(variable.replaceFirst("=.*", ""), variable.replaceFirst(".*?=", ""));
        }

        CloudConfig config = scratch.load();

        assertThat(config.values())
                .filteredOn(value -> value.key().contains("proxy"))
                .extracting(value -> value.key() + " " + value.source() + " " + value.value())
                .containsExactlyElementsOf(Stream.of(
                                http == null ? null : "http_proxy " + http,
                                https == null ? null : "https_proxy " + https)
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Test
    void aLibraryTakesACloudWithoutTheVariablesThatDescribeAnother() {
        scratch.cloud("auth: {" + Scratch.AUTH + "}")
                .variable("OS_USERNAME", "v")
                .variable("OS_PASSWORD", "w")
                .variable("OS_AUTH_URL", "https://v.example/v3");

        assertThat(scratch.loader().cloud("a").load().find("auth.username")).contains("u");
        assertThat(scratch.loader().cloud("a").variablesOverCloud().load().find("auth.username"))
                .contains("v");
        CloudConfig theirs = scratch.load();
        assertThat(theirs.find("cloud")).contains("envvars");
        assertThat(theirs.find("auth.auth_url")).contains("https://v.example/v3");
    }

    @ParameterizedTest
    @CsvSource({
        "project_name, other, auth.project_name, auth.project_id",
        "project_id, other, auth.project_id, auth.project_name",
        "system_scope, all, auth.system_scope, auth.project_name",
        "domain_name, other, auth.domain_name, auth.project_name",
        "domain_id, other, auth.domain_id, auth.project_id",
        "domain_id, other, auth.domain_id, auth.project_domain_id",
        "user_id, other, auth.user_id, auth.username",
        "user_domain_name, other, auth.user_domain_name, auth.user_domain_id",
    })
    void whatIsGivenForTheCallPutsOutItsRivals(String key, String value, String kept, String gone) {
        scratch.cloud("project_id: 7, auth: {" + Scratch.AUTH + ", user_domain_id: d, project_domain_id: d}");

        CloudConfig config = scratch.loader().set(key, value).load();

        assertThat(config.find(kept)).contains(value);
        assertThat(config.find(gone)).isEmpty();
        assertThat(value(config, kept).source()).isEqualTo("set by the caller");
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "on", "1", "no", "/etc/ssl/ca.pem", "true "})
    void aWordThatIsNeitherTrueNorFalseSwitchesNoVerificationOff(String word) {
        scratch.cloud("auth: {" + Scratch.AUTH + "}");

        assertThatThrownBy(
                        () -> scratch.loader().set("verify", word, "--verify").load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--verify must be true or false; a bundle of certificates is")
                .hasMessageContaining("cacert");
        assertThat(scratch.loader().set("insecure", word).load().find("verify")).contains("true");
    }

    @ParameterizedTest
    @CsvSource({"verify, true, true", "verify, FALSE, false", "insecure, True, false", "insecure, false, true"})
    void trueAndFalseSayWhetherToVerify(String key, String word, String verified) {
        scratch.cloud("auth: {" + Scratch.AUTH + "}");

        assertThat(scratch.loader().set(key, word).load().find("verify")).contains(verified);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "region",
                "projectName",
                "auth.region_name",
                "auth",
                "regions",
                "timeout",
                "https_proxy",
                "",
                "auth."
            })
    void aKeyThatNoConnectionHasCannotBeGiven(String key) {
        assertThatThrownBy(() -> scratch.loader().set(key, "x"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set by the caller")
                .hasMessageContaining("\"" + key + "\", which is no key")
                .hasMessageContaining("project_name");
    }

    @Test
    void everyKeyThatIsShownCanBeGiven() {
        scratch.cloud("auth: {" + Scratch.AUTH + "}, region_name: R1");
        CloudConfig config = scratch.load();

        for (ConfigValue shown : config.values()) {
            CloudConfig given = scratch.loader()
                    .set(shown.key(), config.reveal(shown.key()))
                    .load();
            assertThat(value(given, shown.key()).source()).as(shown.key()).isEqualTo("set by the caller");
        }
        assertThat(scratch.loader().set("auth.project_name", "B").load().find("auth.project_name"))
                .contains("B");
    }

    @Test
    void whatCannotBeDoneIsRefusedAlsoWhereItIsGiven() {
        assertThatThrownBy(() -> scratch.loader().set("auth.trust_id", "t").load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set by the caller: auth.trust_id sets trust_id: acting on behalf");
        assertThatThrownBy(() -> scratch.loader().set("interface", "private").load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set by the caller: interface must be public, internal or admin");
    }

    @Test
    void aProfileThatIsGivenLiesUnderTheCloudInThePlaceOfItsOwn() {
        scratch.cloud("profile: one, interface: internal, auth: {" + Scratch.AUTH + "}")
                .file(
                        "cwd/clouds-public.yaml",
                        "public-clouds: {one: {region_name: R1}, two: {regions: [R2], interface: admin}}");

        CloudConfig config = scratch.loader().set("profile", "two").load();

        assertThat(config.find("profile")).contains("two");
        assertThat(config.find("region_name")).contains("R2");
        assertThat(config.find("interface")).contains("internal");
        assertThatThrownBy(() -> scratch.loader().set("profile", "three").load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("set by the caller: profile names the profile \"three\"");
    }

    @ParameterizedTest
    @CsvSource({"domain_name, Other", "domain_id, other", "system_scope, all"})
    void aScopeThatIsGivenLeavesTheUserInItsDomain(String key, String value) {
        scratch.cloud("domain_name: Corp, auth: {" + Scratch.AUTH + "}");

        CloudConfig config = scratch.loader().set(key, value).load();

        assertThat(config.find("auth." + key)).contains(value);
        assertThat(config.find("auth.user_domain_name")).contains("Corp");
        assertThat(config.values())
                .extracting(ConfigValue::key)
                .doesNotContain("auth.project_name", "auth.project_domain_name", "auth.user_domain_id")
                .filteredOn(shown -> shown.startsWith("auth.domain_") || shown.equals("auth.system_scope"))
                .containsExactly("auth." + key);
        assertThat(config.problem()).isEmpty();
    }

    @Test
    void aDomainAndAProjectThatAreBothGivenContradictEachOther() {
        scratch.cloud("auth: {" + Scratch.AUTH + "}");

        CloudConfig config = scratch.loader()
                .set("domain_name", "Corp", "--os-domain-name")
                .set("project_name", "other", "--os-project-name")
                .load();

        assertThat(config.problem().orElse(""))
                .contains("a token is for one thing", "--os-project-name sets", "--os-domain-name sets");
    }

    @Test
    void aTokenGivenForTheCallTakesThePlaceOfTheFilesPassword() {
        scratch.cloud("auth_type: v3password, auth: {" + Scratch.AUTH + "}");

        CloudConfig config = scratch.loader().set("token", "t", "--os-token").load();

        assertThat(config.find("auth_type")).contains("token");
        assertThat(config.find("auth.password")).isEmpty();
        assertThat(config.warnings()).anyMatch(warning -> warning.contains("auth.password has no effect"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "image_region_name: R1                | region_name | R2       | region_name",
                "image_interface: admin               | interface   | internal | interface",
                "image_endpoint_type: admin           | interface   | internal | interface",
                "image_interface: admin               | endpoint_type | internal | interface",
                "http_timeout: 60                     | api_timeout | 5        | api_timeout",
                "api_timeout: 60, image_timeout: 70   | api_timeout | 5        | api_timeout",
                "image_endpoint_override: 'https://i' | image_endpoint | https://j | image_endpoint_override",
            })
    void whatIsGivenForTheCallWinsOverMoreSpecialKeysOfTheFile(String cloud, String key, String value, String shown) {
        scratch.cloud(cloud + ", auth: {" + Scratch.AUTH + "}");

        assertThat(value(scratch.loader().set(key, value, "--given").load(), shown))
                .isEqualTo(new ConfigValue(shown, value, false, "--given"));
    }

    @ParameterizedTest
    @CsvSource({"image_region_name, region_name, R2", "image_interface, interface, internal"})
    void theMoreSpecialKeyWinsWhereBothAreGiven(String special, String general, String value) {
        scratch.cloud("auth: {" + Scratch.AUTH + "}");

        assertThat(scratch.loader()
                        .set(special, value)
                        .set(general, "public")
                        .load()
                        .find(general))
                .contains(value);
    }

    @Test
    void aRegionThatIsGivenKeepsItsOwnRegionOfImages() {
        scratch.cloud("image_region_name: R1, regions: [R2, {name: R3, values: {image_region_name: I3}}], auth: {"
                + Scratch.AUTH + "}");

        assertThat(scratch.loader().set("region_name", "R2").load().find("region_name"))
                .contains("R2");
        assertThat(scratch.loader().set("region_name", "R3").load().find("region_name"))
                .contains("I3");
    }

    @Test
    void aTimeoutWithoutAValueIsNone() {
        scratch.cloud("api_timeout: 60, http_timeout: , auth: {" + Scratch.AUTH + "}");

        assertThat(scratch.load().find("api_timeout")).contains("60");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "auth_type: v3applicationcredential, auth: {application_credential_id: i, application_credential_secret: s",
                "auth_type: token, auth: {token: t",
                "auth: {token: t",
                "image_endpoint_override: 'https://i.example', auth: {token: t",
                "auth_type: rackspace_apikey, auth: {username: u, api_key: k",
            })
    void aUserAndAPasswordThatAreGivenTakeThePlaceOfTheFilesCredentials(String cloud) {
        scratch.cloud(cloud + ", auth_url: 'https://k.example/v3'}");

        CloudConfig config = scratch.loader()
                .set("username", "bob", "--os-username")
                .set("password", "p", "--os-password")
                .load();

        assertThat(value(config, "auth_type"))
                .isEqualTo(new ConfigValue("auth_type", "password", false, "--os-password"));
        assertThat(config.find("auth.username")).contains("bob");
        assertThat(config.values())
                .extracting(ConfigValue::key)
                .doesNotContain("auth.token", "auth.application_credential_id", "auth.api_key");
        assertThat(config.warnings()).anyMatch(warning -> warning.contains("has no effect: auth_type password"));
        assertThat(config.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"v3password, password", "v2password, password", "v3token, token", "admin_token, token"})
    void aSecretThatIsGivenLeavesAnAuthTypeThatTakesIt(String type, String secret) {
        scratch.cloud("auth_type: " + type + ", auth: {auth_url: 'https://k.example/v3', username: u, " + secret
                + ": old, endpoint: 'https://i.example'}");

        CloudConfig config = scratch.loader().set(secret, "new").load();

        assertThat(config.find("auth_type")).contains(type);
        assertThat(config.reveal("auth." + secret)).isEqualTo("new");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "auth_type: token, auth: {token: t | username | auth_type token takes no username (auth_type: FILE:2)",
                "auth: {token: t | user_name | auth_type token takes no username",
                "auth: {token: t | user_id | auth_type token takes no user_id",
                "auth: {token: t | endpoint | auth_type token takes no endpoint",
                "auth: {username: u, password: p | application_credential_id | auth_type password takes no application_cred",
                "auth_type: v2password, auth: {username: u, password: p | system_scope | auth_type v2password takes no system",
                "auth_type: v2password, auth: {username: u, password: p | domain_id | auth_type v2password takes no domain_id",
                "auth: {application_credential_id: i, application_credential_secret: s | user_id | the application credential "
                        + "that FILE:2 names by id has its own user",
            })
    void whatIsGivenForTheCallIsNeverDroppedWithoutAWord(String cloud, String key, String problem) {
        scratch.cloud(cloud + ", auth_url: 'https://k.example/v3'}");

        assertThatThrownBy(() -> scratch.loader().set(key, "x", "--given").load())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--given has no effect: ")
                .hasMessageContaining(
                        problem.replace("FILE", scratch.path("cwd/clouds.yaml").toString()));
    }

    @Test
    void twoProofsThatAreGivenContradictEachOther() {
        scratch.cloud("auth_type: v3password, auth: {" + Scratch.AUTH + "}");
        CloudConfigLoader both =
                scratch.loader().set("password", "p", "--os-password").set("token", "t", "--os-token");

        assertThatThrownBy(both::load)
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("--os-token has no effect: auth_type v3password takes no token");
    }

    @Test
    void aDomainThatNothingIsNamedInIsWarnedOf() {
        scratch.cloud("auth: {auth_url: 'https://k.example/v3', token: t}");

        assertThat(scratch.loader().set("user_domain_name", "d").load().warnings())
                .anyMatch(warning -> warning.contains("user_domain_name has no effect: auth_type token takes no"));
    }

    @Test
    void aSecretThatOthersCanReadIsWarnedOfAndNothingElseIs() throws IOException {
        assumeTrue(
                Files.getFileStore(directory).supportsFileAttributeView("posix"),
                "files have no POSIX permissions here");
        scratch.cloud("auth: {" + Scratch.AUTH + "}");
        Path file = scratch.path("cwd/clouds.yaml");

        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        assertThat(scratch.load().warnings()).isEmpty();
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        assertThat(scratch.load().warnings())
                .singleElement()
                .asString()
                .contains(file.toString(), "clouds.a.auth.password", "chmod 600")
                .doesNotContain(CANARY);
        scratch.cloud("auth: {auth_url: 'https://k.example/v3', username: u}");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertThat(scratch.load().warnings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "auth: {password: 0123}                   | auth.password is read as another number than is written there",
                "auth: {password: x, password: y}         | auth.password stands there twice",
                "username: beside, auth: {username: u}    | clouds.a.username has no effect",
                "auth_plugin: v3token                     | clouds.a.auth_plugin has no effect",
                "endpoint_override: 'https://i'           | clouds.a.endpoint_override has no effect",
                "cloud: ''                                | ",
                "key: /k                                  | clouds.a.key has no effect without cert",
                "verify: no, cacert: /c                   | clouds.a.cacert has no effect",
                "identity_api_version: 2, auth: {username: u, user_domain_name: d} | clouds.a.auth.user_domain_name has no effect",
                "auth_type: v3token, auth: {token: t, username: u} | clouds.a.auth.username has no effect",
            })
    void whatHasNoEffectIsWarnedOf(String cloud, String warning) {
        scratch.cloud(cloud);

        if (warning == null) {
            assertThat(scratch.load().warnings()).isEmpty();
        } else {
            assertThat(scratch.load().warnings()).anyMatch(said -> said.contains(warning));
        }
    }

    @Test
    void aFileThatAVariableNamesAndThatIsNotThereIsWarnedOf() {
        scratch.cloud("auth: {" + Scratch.AUTH + "}").variable("OS_CLIENT_CONFIG_FILE", "elsewhere.yaml");

        assertThat(scratch.load().warnings())
                .anyMatch(said -> said.contains("OS_CLIENT_CONFIG_FILE names ")
                        && said.contains("elsewhere.yaml, which is not there")
                        && said.contains(scratch.path("cwd/clouds.yaml") + " is read in its place"));
    }

    @ParameterizedTest
    @CsvSource({
        "cwd/clouds.yaml, home/.config/openstack/clouds.yaml",
        "cwd/clouds.yml, cwd/clouds.json",
        "home/.config/openstack/clouds.json, etc/xdg/openstack/clouds.yaml",
        "etc/xdg/openstack/clouds.yaml, etc/openstack/clouds.yaml",
        "etc/openstack/clouds.yml, etc/openstack/clouds.json",
    })
    void theFirstFileOfTheSearchPathIsRead(String first, String second) {
        scratch.file(first, "{\"clouds\": {\"first\": {}}}").file(second, "{\"clouds\": {\"second\": {}}}");

        assertThat(scratch.load().find("cloud")).contains("first");
    }

    @Test
    void aTransportIsMadeOfIt() throws IOException {
        try (InMemoryImageServer server =
                InMemoryImageServer.builder().seed(Seed.docs()).start()) {
            scratch.file("cwd/clouds.yaml", """
                            clouds:
                              producer:
                                profile: served
                                auth: {username: producer, project_name: producer, user_domain_name: Default, project_domain_name: Default}
                            """)
                    .file("cwd/clouds-public.yaml", """
                            public-clouds:
                              served:
                                auth: {auth_url: "%s"}
                                regions: [%s]
                            """.formatted(
                                    server.authUrl(), server.seed().region()))
                    .file("cwd/secure.yaml", "clouds: {producer: {auth: {password: producer-password}}}");

            scratch.hide("cwd/secure.yaml");
            try (FeignTransport transport = scratch.load().transport().build()) {
                assertThat(ImageClient.of(transport).images().list().stream()).isNotEmpty();
            }
            CloudConfig token = CloudConfig.loader(Map.of(), directory.resolve("none"), directory.resolve("none"))
                    .set("token", server.token("producer").reveal())
                    .set("image_endpoint_override", server.imageEndpoint().toString())
                    .load();
            try (FeignTransport transport = token.transport().build()) {
                assertThat(ImageClient.of(transport).images().list().stream()).isNotEmpty();
            }
        }
    }
}
