package org.glance4j.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.junit.jupiter.api.Test;

class MemberJsonTest {
    /** {@code api-ref/source/v2/samples/image-member-details-response.json}. */
    private static final String DETAILS = """
            {
                "status": "pending",
                "created_at": "2013-11-26T07:21:21Z",
                "updated_at": "2013-11-26T07:21:21Z",
                "image_id": "0ae74cc5-5147-4239-9ce2-b0c580f7067e",
                "member_id": "8989447062e04a818baf9e073fd04fa7",
                "schema": "/v2/schemas/member"
            }
            """;

    private static byte[] bytes(String json) {
        return json.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theApiReferenceSampleDecodesToEveryFieldAndBack() throws IOException {
        Member member = MemberJson.read(bytes(DETAILS));
        assertThat(member)
                .isEqualTo(new Member(
                        ImageId.of("0ae74cc5-5147-4239-9ce2-b0c580f7067e"),
                        ProjectId.of("8989447062e04a818baf9e073fd04fa7"),
                        "pending",
                        Instant.parse("2013-11-26T07:21:21Z"),
                        Instant.parse("2013-11-26T07:21:21Z")));
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(MemberJson.write(member))).isEqualTo(mapper.readTree(DETAILS));
    }

    @Test
    void anUnknownStatusIsKeptAndUnknownFieldsAreNoError() {
        Member member = MemberJson.read(
                bytes(DETAILS.replace("pending", "dreaming").replaceFirst("\\{", "{\"x\": {\"y\": []},")));
        assertThat(member.status()).isEqualTo(MemberStatus.UNRECOGNIZED);
        assertThat(member.statusWord()).isEqualTo("dreaming");
    }

    @Test
    void everyFieldOfAMemberIsRequired() {
        for (String field : List.of("status", "created_at", "updated_at", "image_id", "member_id")) {
            assertThatThrownBy(() -> MemberJson.read(bytes(DETAILS.replace('"' + field + '"', "\"else\""))))
                    .isInstanceOf(WireFormatException.class)
                    .hasMessage("the field " + field + " is missing");
        }
    }

    @Test
    void aListIsReadInItsOrder() throws IOException {
        byte[] list = bytes("{\"members\": [" + DETAILS + ", " + DETAILS.replace("8989", "0000")
                + "], \"schema\": \"/v2/schemas/members\"}");
        List<Member> members = MemberJson.readList(new ByteArrayInputStream(list));
        assertThat(members)
                .extracting(member -> member.memberId().value())
                .containsExactly("8989447062e04a818baf9e073fd04fa7", "0000447062e04a818baf9e073fd04fa7");
        ObjectMapper mapper = new ObjectMapper();
        assertThat(mapper.readTree(MemberJson.writeList(members))).isEqualTo(mapper.readTree(list));
    }

    @Test
    void aListWithoutMembersIsRefusedAndAnEmptyOneIsNot() {
        for (String bad :
                List.of("{}", "[]", "{\"members\": null}", "{\"members\": [null]}", "{\"members\": [" + DETAILS)) {
            assertThatThrownBy(() -> MemberJson.readList(bytes(bad))).as(bad).isInstanceOf(WireFormatException.class);
        }
        assertThat(MemberJson.readList(bytes("{\"members\": []}"))).isEmpty();
    }

    @Test
    void requestsHoldOneKey() {
        assertThat(MemberRequestJson.writeAdd(ProjectId.of("a\"b"))).asString().isEqualTo("{\"member\":\"a\\\"b\"}");
        assertThat(MemberRequestJson.writeStatus(MemberStatus.ACCEPTED))
                .asString()
                .isEqualTo("{\"status\":\"accepted\"}");
        assertThatThrownBy(() -> MemberRequestJson.writeStatus(MemberStatus.UNRECOGNIZED))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void requestsAreReadAndOtherKeysLeftAside() {
        assertThat(MemberRequestJson.readAdd(bytes("{\"x\": [1], \"member\": \"p\"}")))
                .isEqualTo(ProjectId.of("p"));
        assertThat(MemberRequestJson.readStatus(bytes("{\"status\": \"Accepted\"}")))
                .isEqualTo("Accepted");
        for (String bad : List.of("", "[]", "{}", "7", "{\"status\": null}", "{\"status\": 7}", "{\"status\"")) {
            assertThatThrownBy(() -> MemberRequestJson.readStatus(bytes(bad)))
                    .as(bad)
                    .isInstanceOf(WireFormatException.class);
        }
    }
}
