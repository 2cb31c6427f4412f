package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.glance4j.auth.Caller;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.inmemory.http.TestCloud.Reply;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.MetadefOperations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions that the catalog cannot keep. */
class MetadefBodiesTest {
    private static final String NAMESPACES = "/v2/metadefs/namespaces";

    private final TestCloud cloud = new TestCloud(Seed.standard());

    @AfterEach
    void close() {
        cloud.close();
    }

    private Reply property(String body) {
        assertThat(cloud.as("admin", "POST", NAMESPACES, "{\"namespace\":\"N\"}")
                        .status())
                .isEqualTo(201);
        return cloud.as("admin", "POST", NAMESPACES + "/N/properties", body);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"minimum\":1e400", "\"maximum\":-1e400", "\"maxLength\":1e400"})
    void aBoundThatIsNoFiniteNumberIsRefused(String bound) {
        Reply reply = property("{\"name\":\"p\",\"title\":\"t\",\"type\":\"integer\"," + bound + "}");
        assertThat(reply.status()).isEqualTo(400);
        assertThat(cloud.as("admin", "GET", NAMESPACES + "/N/properties/p", "").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.NaN})
    void thePortRefusesSuchABoundToo(double bound) {
        MetadefOperations catalog = cloud.server()
                .service()
                .as(Caller.admin(ProjectId.of("admins")))
                .metadefs();
        NamespaceName namespace = NamespaceName.of("N");
        catalog.namespaces().create(Namespace.named("N").build());
        MetadefProperty property = new MetadefProperty("p", Map.of("type", "integer", "title", "t", "minimum", bound));
        assertThatThrownBy(() -> catalog.properties().create(namespace, property))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void aLargeBoundIsKept() {
        assertThat(property("{\"name\":\"p\",\"title\":\"t\",\"type\":\"integer\",\"minimum\":1e30}")
                        .status())
                .isEqualTo(201);
    }
}
