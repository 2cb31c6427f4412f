package org.glance4j.feign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.glance4j.auth.Secret;
import org.glance4j.contract.Statement;
import org.glance4j.contract.StatementRecord;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.StubServer.Received;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.model.ImageQuery;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** S-118: which of a catalog's endpoints is taken, in the shapes of Identity v3, of v2.0 and of Rackspace. */
class CatalogTest {
    @RegisterExtension
    static final StatementRecord STATEMENTS = new StatementRecord("http");

    private String catalog = "";
    private StubServer server;

    @BeforeEach
    void start() throws IOException {
        server = new StubServer(request -> {
            if (request.is("POST", "/identity/v3/auth/tokens")) {
                return Reply.json(201, """
                        {"token":{"project":{"id":"p"},"catalog":[%s]}}""".formatted(catalog), "X-Subject-Token: t");
            }
            if (request.is("POST", "/identity/v2.0/tokens")) {
                return Reply.json(200, """
                        {"access":{"token":{"id":"t","tenant":{"id":"p"}},"user":{"RAX-AUTH:defaultRegion":"ORD"},\
                        "serviceCatalog":[%s]}}""".formatted(catalog));
            }
            return Reply.json(200, "{\"images\":[]}");
        });
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    private FeignTransportBuilder v3() {
        return FeignTransport.builder()
                .authUrl(server.url().resolve("/identity/v3"))
                .userId("u")
                .password(Secret.of(Stubs.PASSWORD))
                .projectId("p");
    }

    private FeignTransportBuilder v2() {
        return FeignTransport.builder()
                .authUrl(server.url().resolve("/identity/v2.0"))
                .username("u")
                .apiKey(Secret.of(Stubs.PASSWORD));
    }

    private static String service(String type, String name, String... endpoints) {
        return "{\"type\":\"" + type + "\",\"name\":\"" + name + "\",\"endpoints\":[" + String.join(",", endpoints)
                + "]}";
    }

    private String at(String visibleOn, String region, String path) {
        return "{\"interface\":\"" + visibleOn + "\",\"region\":\"" + region + "\",\"url\":\"" + server.url() + path
                + "\"}";
    }

    private String rackspace(String region, String path) {
        return "{\"region\":\"" + region + "\",\"tenantId\":\"5\",\"publicURL\":\"" + server.url() + path
                + "\",\"internalURL\":\"" + server.url() + "/snet" + path + "\"}";
    }

    private String reached(FeignTransportBuilder builder) {
        try (FeignTransport transport = builder.build()) {
            assertThat(transport.images().list(ImageQuery.defaults()).items()).isEmpty();
        }
        Received last = server.received().get(server.received().size() - 1);
        return last.target();
    }

    private AbstractThrowableAssert<?, ? extends Throwable> refused(FeignTransportBuilder builder) {
        try (FeignTransport transport = builder.build()) {
            return assertThatThrownBy(() -> transport.images().list(ImageQuery.defaults()))
                    .isInstanceOf(ConfigurationException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "public, one, /public-one/v2/images",
        "internal, one, /internal-one/v2/images",
        "admin, two, /admin-two/v2/images",
        "internalURL, two, /internal-two/v2/images"
    })
    @Statement("S-118")
    void interfaceAndRegionChoose(String visibleOn, String region, String target) {
        catalog = service("compute", "nova", at("public", "one", "/nova")) + ","
                + service(
                        "image",
                        "glance",
                        at("public", "one", "/public-one"),
                        at("internal", "one", "/internal-one/v2/"),
                        at("admin", "one", "/admin-one"),
                        at("public", "two", "/public-two"),
                        at("internal", "two", "/internal-two/"),
                        at("admin", "two", "/admin-two/v2.9"));
        assertThat(reached(v3().endpointInterface(visibleOn).region(region))).isEqualTo(target);
    }

    @Test
    @Statement("S-118")
    void theOnlyCandidateNeedsNoRegionAndOneThatIsListedTwiceIsOne() {
        catalog = service("image", "glance", at("public", "one", "/i"), at("public", "two", "/i"));
        assertThat(reached(v3())).isEqualTo("/i/v2/images");
    }

    @Test
    @Statement("S-118")
    void noneIsAConfigurationErrorThatListsWhatThereIs() {
        catalog = service("image", "glance", at("internal", "one", "/i"), at("admin", "", "/a"));
        refused(v3())
                .hasMessageContaining(
                        "no public endpoint of type image; it has internal in one: " + server.url() + "/i")
                .hasMessageContaining("admin in no region: " + server.url() + "/a");
        catalog = service("compute", "nova", at("public", "one", "/nova"));
        refused(v3().region("one"))
                .hasMessageContaining(
                        "no public endpoint of type image in region one; it has none of type image at all");
    }

    @Test
    @Statement("S-118")
    void severalAreAConfigurationErrorThatListsThem() {
        catalog = service("image", "glance", at("public", "one", "/1"), at("public", "two", "/2"));
        refused(v3())
                .hasMessageContaining("choose a region")
                .hasMessageContaining("public in one: " + server.url() + "/1")
                .hasMessageContaining("public in two: " + server.url() + "/2");
        catalog = service("image", "glance", at("public", "one", "/1")) + ","
                + service("image", "other", at("public", "one", "/2"));
        refused(v3().region("one")).hasMessageContaining("set the endpoint itself");
    }

    @Test
    @Statement("S-118")
    void rackspacesOwnRegionCountsWhereNoneIsChosen() {
        catalog = service("image", "cloudImages", rackspace("DFW", "/dfw/v2"), rackspace("ORD", "/ord/v2"));
        assertThat(reached(v2())).isEqualTo("/ord/v2/images");
        assertThat(reached(v2().region("DFW"))).isEqualTo("/dfw/v2/images");
        assertThat(reached(v2().region("DFW").endpointInterface("internal"))).isEqualTo("/snet/dfw/v2/images");
        refused(v2().region("dfw")).hasMessageContaining("public in DFW: ");
    }

    @Test
    @Statement("S-118")
    void aRegionOfOnesOwnThatHasNoEndpointChoosesNone() {
        catalog = service("image", "cloudImages", rackspace("DFW", "/dfw/v2"), rackspace("IAD", "/iad/v2"));
        refused(v2()).hasMessageContaining("choose a region");
    }

    @ParameterizedTest
    @CsvSource({"cloudImages, ''", "rax:images, cloudImages"})
    @Statement("S-118")
    void rackspacesServiceIsFoundByTypeOrName(String type, String name) {
        catalog = service(type, name, rackspace("ORD", "/ord"));
        assertThat(reached(v2())).isEqualTo("/ord/v2/images");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://user:5ecret-passw0rd@host/image",
                "http://host/image?key=5ecret-passw0rd",
                "http://ho st:5ecret-passw0rd@x/",
                "//user:5ecret-passw0rd@host/",
                "ftp://user:5ecret-passw0rd@host/"
            })
    void anEndpointThatCannotBeUsedIsShownWithoutItsSecret(String url) {
        catalog = service("image", "glance", "{\"interface\":\"public\",\"region\":\"one\",\"url\":\"" + url + "\"}");
        refused(v3())
                .hasMessageContaining("public in one: ")
                .hasMessageNotContaining(Stubs.PASSWORD)
                .hasMessageContaining("set the endpoint itself");
        refused(v3().region("two")).hasMessageContaining("public in one: ").hasMessageNotContaining(Stubs.PASSWORD);
    }

    @Test
    void anInterfaceIsOneOfThree() {
        assertThatThrownBy(() -> v3().endpointInterface("private").build())
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("endpointInterface must be public, internal or admin, not private");
    }

    @Test
    void aCatalogOfAnotherShapeHoldsNothing() {
        catalog = "1,\"x\",null,[],{},{\"type\":\"image\"},{\"type\":\"image\",\"endpoints\":{\"a\":1}},"
                + "{\"type\":\"image\",\"endpoints\":[1,null,{\"publicURL\":5}]}";
        refused(v3()).hasMessageContaining("no public endpoint");
        refused(v2()).hasMessageContaining("no public endpoint");
    }
}
