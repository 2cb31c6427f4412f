package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.glance4j.internal.json.SchemaJson;
import org.glance4j.model.ApiVersion;
import org.glance4j.model.ApiVersionStatus;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Schema;
import org.glance4j.model.SchemaName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the service says of itself: versions, usage, schemas. */
abstract class ServiceContract extends ResourceContract {

    @Test
    @Statement("S-116")
    final void versionsAreListedNewestFirstWithOneThatIsCurrent() {
        ApiVersions versions = bystander().service().versions();
        assertThat(versions.highestMinor().orElseThrow()).isGreaterThanOrEqualTo(15);
        for (int minor = 0; minor <= 7; minor++) {
            assertThat(versions.lists(minor)).as("2.%s", minor).isTrue();
        }
        assertThat(versions.versions())
                .filteredOn(version -> version.status() == ApiVersionStatus.CURRENT)
                .containsExactly(versions.versions().get(0));
        assertThat(versions.versions()).extracting(ApiVersion::minor).doesNotHaveDuplicates();
        assertThat(versions.versions()).allSatisfy(version -> {
            assertThat(version.id()).startsWith("v2.");
            assertThat(version.links()).singleElement().satisfies(link -> {
                assertThat(link.rel()).isEqualTo("self");
                assertThat(link.href()).endsWith("/v2/");
            });
        });
        assertThat(reader().service().versions()).isEqualTo(versions);
    }

    @Test
    final void everyListedVersionIsThereUnderItsOwnName() {
        for (ApiVersion version : owner().service().versions().versions()) {
            answers(200, Party.OWNER, get("/" + version.id() + "/images?limit=1"));
        }
        assertThat(target().exchange(Party.OWNER, get("/v2.99/images")).status())
                .isEqualTo(300);
    }

    @Test
    final void usageIsSaidToWhoeverAsks() {
        // A site without limits of this kind names none.
        assertThat(owner().service().usage()).isEqualTo(reader().service().usage());
        assertThat(send(Party.OWNER, get("/v2/info/usage")).json().path("usage").isObject())
                .isTrue();
        answers(401, null, get("/v2/info/usage"));
        answers(404, Party.OWNER, WireRequest.of("PUT", "/v2/info/usage"));
    }

    @ParameterizedTest
    @EnumSource(SchemaName.class)
    final void everySchemaIsThereForAnybodyWithAToken(SchemaName name) {
        Schema schema = reader().schemas().get(name);
        WireAnswer answer = send(Party.BYSTANDER, get("/v2/schemas/" + name.path()));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(SchemaJson.read(answer.body())).isEqualTo(schema);
        if (!name.path().contains("/")) {
            assertThat(schema.name()).isEqualTo(name.path());
        }
        assertThat(schema.properties()).isNotEmpty();
        if (name != SchemaName.TASK && name != SchemaName.TASKS) {
            // Glance 25.1.0 fails on a body for these two.
            answers(400, Party.OWNER, get("/v2/schemas/" + name.path()).json("{}"));
        }
    }

    @Test
    final void schemasOfSingleResourcesNameTheirFields() {
        Schema image = owner().schemas().get(SchemaName.IMAGE);
        assertThat(image.properties()).containsKeys("id", "name", "visibility", "os_hidden", "os_hash_algo", "tags");
        assertThat(image.additionalProperties()).isNotNull();
        assertThat(image.links()).extracting("rel").containsExactlyInAnyOrder("self", "enclosure", "describedby");
        Schema member = owner().schemas().get(SchemaName.MEMBER);
        assertThat(member.properties())
                .containsOnlyKeys("member_id", "image_id", "created_at", "updated_at", "status", "schema");
        assertThat(member.additionalProperties()).isNull();
        assertThat(owner().schemas().get(SchemaName.TASK).properties())
                .containsKeys("id", "type", "status", "input", "result", "owner", "message", "expires_at", "image_id");
    }

    @Test
    final void schemasOfListsHoldThatOfTheirItemAndDescribeLinks() {
        assertThat(owner().schemas().get(SchemaName.IMAGES).properties())
                .containsOnlyKeys("images", "first", "next", "schema");
        assertThat(owner().schemas().get(SchemaName.MEMBERS).properties()).containsOnlyKeys("members", "schema");
        assertThat(owner().schemas().get(SchemaName.TASKS).properties()).containsOnlyKeys("tasks", "schema");
        JsonNode item = send(Party.OWNER, get("/v2/schemas/tasks")).json().at("/properties/tasks/items");
        assertThat(item.path("name").asText()).isEqualTo("task");
        assertThat(item.path("properties").has("status")).isTrue();
        assertThat(item.path("properties").has("input")).isFalse();
    }

    @Test
    final void whatIsNoSchemaIsNotFound() {
        answers(404, Party.OWNER, get("/v2/schemas/nonsense"));
        answers(404, Party.OWNER, get("/v2/schemas"));
        answers(405, Party.OWNER, WireRequest.of("DELETE", "/v2/schemas/image"));
    }
}
