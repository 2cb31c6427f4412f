package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.internal.json.ErrorText;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.junit.jupiter.api.Test;

/** The three forms of a refusal, and what the service says of paths and methods that it does not have. */
abstract class ErrorFormContract extends ResourceContract {

    private WireAnswer asked(WireRequest request, String accept) {
        return send(Party.OWNER, request.header("Accept", accept));
    }

    private void hasThreeForms(WireRequest request, int status) {
        WireAnswer json = asked(request, "application/json");
        WireAnswer html = asked(request, "*/*");
        WireAnswer plain = asked(request, "text/plain");
        assertThat(json.header("content-type").orElse("")).startsWith("application/json");
        assertThat(html.header("content-type").orElse("")).startsWith("text/html");
        assertThat(plain.header("content-type").orElse("")).startsWith("text/plain");
        assertThat(plain.text()).startsWith(status + " ");
        JsonNode body = json.json();
        assertThat(body.get("code").asText()).startsWith(status + " ");
        assertThat(body.fieldNames()).toIterable().containsExactlyInAnyOrder("message", "code", "title");
        List<String> texts = new ArrayList<>();
        for (WireAnswer answer : List.of(json, html, plain)) {
            assertThat(answer.status()).isEqualTo(status);
            texts.add(String.valueOf(ErrorText.read(answer.body())));
        }
        assertThat(texts.get(0)).isNotBlank().doesNotContain("<");
        assertThat(texts).containsOnly(texts.get(0));
    }

    @Test
    @Statement("S-113")
    final void refusalSaysTheSameInJsonHtmlAndPlainText() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        hasThreeForms(get(path(unknownImage())), 404);
        hasThreeForms(put(member(image, consumerId()), "{\"status\": \"accepted\"}"), 403);
        hasThreeForms(post(members(image), "{\"member\": \"" + consumerId() + "\"}"), 409);
        hasThreeForms(post(members(image), "{}"), 400);
    }

    @Test
    final void unauthorizedTellsWhereToGetAToken() {
        WireAnswer answer = target().exchange(null, get("/v2/images"));
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.header("www-authenticate").orElse("")).startsWith("Keystone uri=");
        assertThat(ErrorText.read(answer.body())).isNotBlank();
    }

    @Test
    final void whatIsNotThereIsNotFoundOrNotAllowed() {
        ImageId image = shared();
        answers(404, Party.OWNER, get("/v2/nonsense"));
        answers(404, Party.OWNER, get(path(image) + "/nonsense"));
        answers(404, Party.OWNER, get("/v2/images/"));
        for (Map.Entry<String, String> wrong : Map.of(
                        "PUT", "/v2/images", "POST", path(image), "PATCH", members(image), "DELETE", members(image))
                .entrySet()) {
            WireAnswer answer = send(Party.OWNER, WireRequest.of(wrong.getKey(), wrong.getValue()));
            assertThat(answer.status()).as(wrong.toString()).isEqualTo(405);
            assertThat(answer.header("allow")).as(wrong.toString()).isPresent();
        }
    }

    @Statement("S-116")
    @Test
    final void rootListsTheVersionsOfTheApiToAnybody() {
        WireAnswer answer = target().exchange(null, get("/"));
        assertThat(answer.status()).isEqualTo(300);
        JsonNode versions = answer.json().path("versions");
        assertThat(versions.findValuesAsText("id")).contains("v2.15").allMatch(id -> id.startsWith("v2."));
        assertThat(versions.findValuesAsText("status")).containsOnlyOnce("CURRENT");
        assertThat(target().exchange(null, get("/versions")).status()).isEqualTo(200);
    }

    @Test
    final void bodyWhereNoneIsTakenIsBadRequest() {
        ImageId image = shared();
        answers(400, Party.OWNER, get(path(image)).json("{}"));
        answers(400, Party.OWNER, WireRequest.of("DELETE", path(image)).json("{}"));
        answers(400, Party.OWNER, put(path(image) + "/tags/x", "{}"));
        answers(400, Party.OWNER, post(path(image) + "/actions/deactivate", "{}"));
        assertThat(owner().images().get(image).tags()).isEmpty();
    }
}
