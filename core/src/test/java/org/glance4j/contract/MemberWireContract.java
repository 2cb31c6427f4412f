package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;

/** What the wire says of members, and the order in which the service checks a request. */
abstract class MemberWireContract extends ResourceContract {
    private static final String ACCEPTED = "{\"status\": \"accepted\"}";
    private static final String UNKNOWN = "{\"status\": \"maybe\"}";

    private String consumerBody() {
        return "{\"member\": \"" + consumerId() + "\"}";
    }

    @Test
    final void memberHasSixKeys() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        WireAnswer answer = send(Party.CONSUMER, put(member(image, consumerId()), ACCEPTED));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("content-type").orElse("")).startsWith("application/json");
        assertThat(answer.json().fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("created_at", "image_id", "member_id", "schema", "status", "updated_at");
        assertThat(send(Party.OWNER, get(member(image, consumerId()))).json()).isEqualTo(answer.json());
    }

    @Test
    final void listHasMembersAndSchemaAndKnowsNoPages() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        owner().members().add(image, someProject());
        JsonNode list =
                send(Party.OWNER, get(members(image) + "?limit=1&marker=x")).json();
        assertThat(list.fieldNames()).toIterable().containsExactlyInAnyOrder("members", "schema");
        assertThat(list.get("members")).hasSize(2);
        assertThat(list.get("schema").asText()).isEqualTo("/v2/schemas/members");
    }

    @Test
    final void removalAnswersWithNothing() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        WireAnswer answer = send(Party.OWNER, WireRequest.of("DELETE", member(image, consumerId())));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    final void tokenIsLookedAtFirst() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        answers(401, null, WireRequest.of("POST", members(image)));
        answers(401, null, WireRequest.of("PUT", member(image, consumerId())));
        answers(401, null, WireRequest.of("DELETE", member(image, consumerId())));
        answers(401, null, get(members(image)));
        answers(401, null, get(member(image, consumerId())).header("X-Auth-Token", "made-up"));
    }

    @Test
    final void bodyIsLookedAtBeforeTheImage() {
        ImageId hidden = shared();
        ImageId none = unknownImage();
        for (ImageId image : List.of(hidden, none)) {
            answers(400, Party.BYSTANDER, WireRequest.of("POST", members(image)));
            answers(400, Party.BYSTANDER, post(members(image), "{}"));
            answers(400, Party.BYSTANDER, WireRequest.of("PUT", member(image, consumerId())));
            answers(400, Party.BYSTANDER, put(member(image, consumerId()), "{}"));
            answers(400, Party.OWNER, put(member(image, consumerId()), "[]"));
            answers(
                    400,
                    Party.BYSTANDER,
                    WireRequest.of("DELETE", member(image, consumerId())).json("{}"));
            answers(400, Party.BYSTANDER, get(members(image)).json("{}"));
            answers(400, Party.BYSTANDER, get(member(image, consumerId())).json("{}"));
        }
    }

    @Test
    final void imageIsLookedAtBeforeItsVisibilityAndTheStatus() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        answers(404, Party.BYSTANDER, put(member(image, consumerId()), UNKNOWN));
        answers(404, Party.BYSTANDER, post(members(image), consumerBody()));
        changeVisibility(owner(), image, Visibility.PRIVATE);
        answers(404, Party.CONSUMER, put(member(image, consumerId()), UNKNOWN));
        answers(404, Party.CONSUMER, post(members(image), consumerBody()));
        answers(404, Party.CONSUMER, WireRequest.of("DELETE", member(image, consumerId())));
        answers(404, Party.CONSUMER, get(members(image)));
    }

    @Test
    final void visibilityIsLookedAtBeforeRightRowAndStatus() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        changeVisibility(owner(), image, Visibility.COMMUNITY);
        for (Party party : List.of(Party.OWNER, Party.CONSUMER, Party.BYSTANDER, Party.ADMIN)) {
            answers(403, party, post(members(image), consumerBody()));
            answers(403, party, put(member(image, consumerId()), UNKNOWN));
            answers(403, party, put(member(image, someProject()), ACCEPTED));
            answers(403, party, WireRequest.of("DELETE", member(image, consumerId())));
            answers(403, party, WireRequest.of("DELETE", member(image, someProject())));
            answers(403, party, get(members(image)));
            answers(404, party, get(member(image, consumerId())));
        }
    }

    @Test
    final void rightIsLookedAtBeforeQuotaDuplicateAndStatus() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        answers(403, Party.CONSUMER, post(members(image), consumerBody()));
        answers(403, Party.OWNER, put(member(image, consumerId()), UNKNOWN));
        answers(409, Party.ADMIN, post(members(image), consumerBody()));
        assertThat(row(image).status()).isEqualTo(MemberStatus.PENDING);
    }

    @Test
    final void rightAndRowAreLookedAtInTheProfilesOrder() {
        ImageId image = sharedWithConsumer(MemberStatus.PENDING);
        int refusal = isLegacy() ? 403 : 404;
        answers(refusal, Party.OWNER, put(member(image, someProject()), UNKNOWN));
        answers(refusal, Party.CONSUMER, WireRequest.of("DELETE", member(image, someProject())));
        answers(404, Party.ADMIN, put(member(image, someProject()), UNKNOWN));
        answers(400, Party.ADMIN, put(member(image, consumerId()), UNKNOWN));
    }

    @Test
    final void memberIsAddressedByItsExactBytes() {
        ImageId image = shared();
        answers(200, Party.OWNER, post(members(image), "{\"member\": \"a%2Fb c\"}"));
        answers(200, Party.OWNER, get(members(image) + "/a%252Fb%20c"));
        answers(404, Party.OWNER, get(members(image) + "/a%2Fb%20c"));
        answers(404, Party.OWNER, get(members(image) + "/"));
    }
}
