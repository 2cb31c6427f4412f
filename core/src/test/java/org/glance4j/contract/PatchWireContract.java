package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.junit.jupiter.api.Test;

/** Patches that the port cannot say. */
abstract class PatchWireContract extends ResourceContract {
    private static final String RENAME = "[{\"op\": \"replace\", \"path\": \"/name\", \"value\": \"x\"}]";

    private void changesNothing(int status, Image image, WireRequest request) {
        answers(status, Party.OWNER, request);
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    @Statement("S-087")
    final void malformedPointerIsBadRequest() {
        Image image = create(builder -> builder);
        for (String pointer : List.of("", "name", "/x/", "/~2", "/a~", "/name/x", "/tags/-", "/a//b")) {
            String body = "[{\"op\": \"add\", \"path\": \"" + pointer + "\", \"value\": \"x\"}]";
            changesNothing(400, image, patch(image.id(), body));
        }
    }

    @Test
    final void propertyMayHaveAnEmptyName() {
        Image image = create(builder -> builder);
        answers(200, Party.OWNER, patch(image.id(), "[{\"op\": \"add\", \"path\": \"/\", \"value\": \"x\"}]"));
        assertThat(owner().images().get(image.id()).properties()).containsExactly(Map.entry("", "x"));
        answers(200, Party.OWNER, patch(image.id(), "[{\"op\": \"remove\", \"path\": \"/\"}]"));
        assertThat(owner().images().get(image.id()).properties()).isEmpty();
    }

    @Test
    @Statement("S-088")
    final void otherMediaTypesAreNotTaken() {
        Image image = create(builder -> builder);
        for (String type : List.of("application/json", "application/json-patch+json", "text/plain")) {
            WireRequest request = WireRequest.of("PATCH", path(image.id())).body(type, RENAME);
            WireAnswer answer = send(Party.OWNER, request);
            assertThat(answer.status()).as(type).isEqualTo(415);
            assertThat(answer.header("accept-patch").orElse(""))
                    .contains("application/openstack-images-v2.1-json-patch")
                    .contains("application/openstack-images-v2.0-json-patch");
        }
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    final void parametersOfTheMediaTypeAreTolerated() {
        Image image = create(builder -> builder);
        String type = "application/openstack-images-v2.1-json-patch; charset=UTF-8";
        answers(200, Party.OWNER, WireRequest.of("PATCH", path(image.id())).body(type, RENAME));
        assertThat(owner().images().get(image.id()).name()).isEqualTo("x");
    }

    @Test
    final void bodiesThatAreNoPatchAreBadRequest() {
        Image image = create(builder -> builder);
        changesNothing(400, image, patch(image.id(), "{}"));
        changesNothing(400, image, patch(image.id(), "[7]"));
        changesNothing(400, image, patch(image.id(), "["));
        changesNothing(400, image, patch(image.id(), "[{\"path\": \"/name\", \"value\": \"x\"}]"));
        changesNothing(400, image, patch(image.id(), "[{\"op\": \"replace\", \"value\": \"x\"}]"));
        changesNothing(400, image, patch(image.id(), "[{\"op\": \"replace\", \"path\": \"/name\"}]"));
        for (String op : List.of("test", "move", "copy", "")) {
            String body = "[{\"op\": \"" + op + "\", \"path\": \"/name\", \"value\": \"x\"}]";
            changesNothing(400, image, patch(image.id(), body));
        }
    }

    @Test
    @Statement("S-079")
    final void customPropertyThatIsNoStringIsBadRequest() {
        Image image = create(builder -> builder);
        for (String value : List.of("7", "1.5", "true", "null", "[]", "{}")) {
            String body = "[{\"op\": \"add\", \"path\": \"/p\", \"value\": " + value + "}]";
            changesNothing(400, image, patch(image.id(), body));
        }
    }

    @Test
    final void valuesThatBreakTheSchemaAreBadRequest() {
        Image image = create(builder -> builder);
        for (String change : List.of(
                "\"path\": \"/visibility\", \"value\": \"secret\"",
                "\"path\": \"/min_disk\", \"value\": -1",
                "\"path\": \"/min_ram\", \"value\": \"big\"",
                "\"path\": \"/protected\", \"value\": \"yes\"",
                "\"path\": \"/tags\", \"value\": \"a\"",
                "\"path\": \"/disk_format\", \"value\": \"floppy\"",
                "\"path\": \"/name\", \"value\": 7")) {
            changesNothing(400, image, patch(image.id(), "[{\"op\": \"replace\", " + change + "}]"));
        }
    }

    @Test
    final void mediaTypeThenBodyThenFieldAreLookedAtBeforeTheImage() {
        ImageId unknown = unknownImage();
        answers(401, null, WireRequest.of("PATCH", path(unknown)).json(RENAME));
        answers(415, Party.OWNER, WireRequest.of("PATCH", path(unknown)).json(RENAME));
        answers(400, Party.OWNER, patch(unknown, "{}"));
        answers(400, Party.OWNER, patch(unknown, "[{\"op\": \"add\", \"path\": \"name\", \"value\": \"x\"}]"));
        answers(403, Party.OWNER, patch(unknown, "[{\"op\": \"replace\", \"path\": \"/status\", \"value\": \"x\"}]"));
        answers(403, Party.OWNER, patch(unknown, "[{\"op\": \"add\", \"path\": \"/os_glance_x\", \"value\": \"x\"}]"));
        answers(404, Party.OWNER, patch(unknown, RENAME));
    }

    @Test
    final void olderMediaTypeDoesNotAddWhatIsThere() {
        Image image = create(builder -> builder.property("p", "1"));
        String type = "application/openstack-images-v2.0-json-patch";
        WireRequest request = WireRequest.of("PATCH", path(image.id()));
        changesNothing(409, image, request.body(type, "[{\"add\": \"/p\", \"value\": \"2\"}]"));
        answers(200, Party.OWNER, request.body(type, "[{\"replace\": \"/p\", \"value\": \"2\"}]"));
        assertThat(owner().images().get(image.id()).properties()).containsEntry("p", "2");
        answers(200, Party.OWNER, request.body(type, "[{\"remove\": \"/p\"}]"));
        assertThat(owner().images().get(image.id()).properties()).isEmpty();
    }
}
