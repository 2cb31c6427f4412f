package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.transport.ImageData;
import org.junit.jupiter.api.Test;

/** Imports that the port cannot say, the order of checks, and what the wire says of imports. */
abstract class ImportWireContract extends ResourceContract {
    private static final String WEB = "{\"method\":{\"name\":\"web-download\",\"uri\":\"ftp://127.0.0.1/x\"}";

    private static String importOf(ImageId image) {
        return path(image) + "/import";
    }

    private void says(int status, String text, Party party, WireRequest request) {
        WireAnswer answer = send(party, request.header("Accept", "text/plain"));
        assertThat(answer.status()).as("%s: %s", request, answer).isEqualTo(status);
        assertThat(answer.text()).contains(text);
    }

    @Test
    final void stagingTakesOneMediaTypeAndAnswersNothing() {
        Image image = create(builder -> builder);
        WireRequest stage = WireRequest.of("PUT", path(image.id()) + "/stage");
        says(415, "application/json", Party.BYSTANDER, stage.body("application/json", "{}"));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
        WireAnswer answer = send(Party.OWNER, stage.body("application/octet-stream", "data"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    final void bodyIsLookedAtBeforeTheImage() {
        ImageId image = unknownImage();
        WireRequest nothing = WireRequest.of("POST", importOf(image));
        says(400, "Body expected in request.", Party.OWNER, nothing);
        says(400, "Malformed JSON", Party.OWNER, post(importOf(image), "x"));
        says(400, "requires a 'method' field", Party.OWNER, post(importOf(image), "{}"));
        says(400, "requires a 'name' field", Party.OWNER, post(importOf(image), "{\"method\":{}}"));
        says(
                400,
                "Unknown import method name 'None'.",
                Party.OWNER,
                post(importOf(image), "{\"method\":{\"name\":null}}"));
        says(
                400,
                "Unknown import method name 'osmosis'.",
                Party.OWNER,
                post(importOf(image), "{\"method\":{\"name\":\"osmosis\"},\"all_stores\":1}"));
        says(
                400,
                "'all_stores_must_succeed' must be boolean value only",
                Party.OWNER,
                post(importOf(image), WEB + ",\"all_stores_must_succeed\":\"x\",\"all_stores\":1}"));
        says(
                400,
                "'all_stores' must be boolean value only",
                Party.OWNER,
                post(importOf(image), WEB + ",\"all_stores\":1}"));
        says(404, "No image found with ID " + image, Party.OWNER, post(importOf(image), WEB + "}"));
    }

    @Test
    final void statusIsLookedAtBeforeTheRightAndTheRightBeforeTheStores() {
        ImageId image = withData(new byte[1]);
        String community = "[{\"op\":\"replace\",\"path\":\"/visibility\",\"value\":\"community\"}]";
        answers(200, Party.OWNER, patch(image, community));
        says(
                409,
                "Image with status active cannot be target for import",
                Party.BYSTANDER,
                post(importOf(image), WEB + ",\"stores\":[\"no\"]}"));
        says(
                403,
                "You are not authorized to complete copy_image action.",
                Party.OWNER,
                post(importOf(image), "{\"method\":{\"name\":\"copy-image\"},\"stores\":[\"no\"]}"));
        ImageId queued = shared();
        answers(200, Party.OWNER, patch(queued, community));
        String refusal =
                isLegacy() ? "You do not own this image" : "You are not authorized to complete modify_image action.";
        says(403, refusal, Party.BYSTANDER, post(importOf(queued), WEB + ",\"stores\":[\"no\"]}"));
        says(
                409,
                "Only images with status active can be targeted for copying",
                Party.BYSTANDER,
                post(importOf(queued), "{\"method\":{\"name\":\"copy-image\"}}"));
    }

    @Test
    final void storesAreNamedInOneWayAndLookedAtBeforeTheAddress() {
        ImageId image = shared();
        String all = "All_stores parameter can't be used with x-image-meta-store header or stores parameter";
        says(
                409,
                "Store for identifier no not found",
                Party.OWNER,
                post(importOf(image), WEB + ",\"stores\":[\"no\"]}"));
        says(400, all, Party.OWNER, post(importOf(image), WEB + ",\"stores\":[\"fast\"],\"all_stores\":true}"));
        says(
                400,
                all,
                Party.OWNER,
                post(importOf(image), WEB + ",\"all_stores\":true}").header("X-Image-Meta-Store", "fast"));
        says(
                400,
                "Stores parameter and x-image-meta-store header can't be both specified",
                Party.OWNER,
                post(importOf(image), WEB + ",\"stores\":[\"slow\"]}").header("X-Image-Meta-Store", "no"));
        says(
                409,
                "Store for identifier no not found",
                Party.OWNER,
                post(importOf(image), WEB + "}").header("X-Image-Meta-Store", "no"));
        String filtered = "URI for web-download does not pass filtering: ";
        says(400, filtered + "ftp://127.0.0.1/x", Party.OWNER, post(importOf(image), WEB + "}"));
        says(400, filtered + "None", Party.OWNER, post(importOf(image), "{\"method\":{\"name\":\"web-download\"}}"));
        assertThat(owner().images().get(image).status()).isEqualTo(ImageStatus.QUEUED);
    }

    @Test
    final void importIsAcceptedWithNothingAndItsTaskNamesTheRequest() {
        ImageId image = shared();
        owner().imports().stage(image, ImageData.of(new byte[10]));
        WireAnswer accepted = send(
                Party.OWNER,
                post(importOf(image), "{\"method\":{\"name\":\"glance-direct\"},\"stores\":[\"slow\"],\"more\":[1]}"));
        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.body()).isEmpty();
        ended(image);
        WireAnswer tasks = send(Party.OWNER, get(path(image) + "/tasks"));
        assertThat(tasks.status()).isEqualTo(200);
        assertThat(tasks.text().replace(" ", ""))
                .contains("\"request_id\":\""
                        + accepted.header("x-openstack-request-id").orElse("none") + '"')
                .contains("\"more\":[1]")
                .contains("\"deleted\":false")
                .contains("\"deleted_at\":null")
                .contains("\"message\":\"Copied0MiB\"")
                .doesNotContain("\"self\"");
        assertThat(tasks.text()).containsPattern("\"created_at\": ?\"[-0-9]{10}T[:0-9]{8}(\\.[0-9]{6})?\"");
    }

    @Test
    final void whatTheServiceNotesOfAnImportIsNotForOthersToChange() {
        ImageId image = shared();
        owner().imports().stage(image, ImageData.of(new byte[10]));
        owner().imports().importImage(image, ImageImport.glanceDirect());
        awaited(image, now -> now.status() == ImageStatus.ACTIVE);
        says(
                403,
                "Attribute 'os_glance_failed_import' is reserved.",
                Party.OWNER,
                patch(image, "[{\"op\":\"replace\",\"path\":\"/os_glance_failed_import\",\"value\":\"x\"}]"));
    }

    @Test
    final void routesTakeTheirMethodsAlone() {
        ImageId image = shared();
        answers(405, Party.OWNER, get(path(image) + "/stage"));
        answers(405, Party.OWNER, get(importOf(image)));
        answers(405, Party.OWNER, get("/v2/stores/fast/" + image));
        answers(405, Party.OWNER, post("/v2/info/import", "{}"));
        answers(400, Party.OWNER, get(path(image) + "/tasks").body("application/json", "{}"));
        answers(400, Party.OWNER, get("/v2/info/stores").body("application/json", "{}"));
        answers(401, null, get("/v2/info/import"));
    }
}
