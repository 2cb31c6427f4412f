package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.MemberJson;
import org.glance4j.model.ProjectId;

/** The members of images. Source: {@code glance/api/v2/image_members.py}, 25.1.0. */
final class MemberEndpoints {
    private final ImageEngine engine;

    MemberEndpoints(ImageEngine engine) {
        this.engine = engine;
    }

    WireResponse list(Exchange exchange) {
        return WireResponse.json(200, MemberJson.writeList(engine.listMembers(exchange.caller(), exchange.imageId())));
    }

    WireResponse get(Exchange exchange) {
        return WireResponse.json(
                200, MemberJson.write(engine.getMember(exchange.caller(), exchange.imageId(), memberId(exchange))));
    }

    WireResponse add(Exchange exchange) throws IOException {
        JsonNode body = RequestBody.read(exchange.request());
        if (!body.isObject()) {
            throw RefusedRequest.badRequest("Expected a member in the form: {\"member\": \"image_id\"}");
        }
        JsonNode member = body.get("member");
        if (member == null) {
            throw RefusedRequest.badRequest("Member to be added not specified");
        }
        if (isEmpty(member)) {
            throw RefusedRequest.badRequest("Member can't be empty");
        }
        if (!member.isTextual() && !member.isNumber()) {
            // Upstream fails on these; an answer that says why serves the caller better.
            throw RefusedRequest.badRequest("Member must be a string");
        }
        byte[] added = MemberJson.write(
                engine.addMember(exchange.caller(), exchange.imageId(), ProjectId.of(member.asText())));
        return WireResponse.json(200, member.isNumber() ? withId(added, member) : added);
    }

    /** A number is answered as it came, and is a text from then on. */
    private static byte[] withId(byte[] written, JsonNode memberId) throws IOException {
        JsonNode row = JsonText.parse(written);
        return JsonText.write(((ObjectNode) row).set("member_id", memberId));
    }

    /** Returns whether Python holds the value for false. */
    private static boolean isEmpty(JsonNode value) {
        return value.isNull()
                || (value.isTextual() && value.textValue().isEmpty())
                || (value.isNumber() && value.doubleValue() == 0)
                || (value.isBoolean() && !value.booleanValue())
                || (value.isContainerNode() && value.isEmpty());
    }

    WireResponse update(Exchange exchange) throws IOException {
        JsonNode body = RequestBody.read(exchange.request());
        if (!body.isObject()) {
            throw RefusedRequest.badRequest("Expected a status in the form: {\"status\": \"status\"}");
        }
        JsonNode status = body.get("status");
        if (status == null) {
            throw RefusedRequest.badRequest("Status not specified");
        }
        // What is no string is no status either, which is for the engine to say in its place in the order of checks.
        String word = status.isTextual() ? status.textValue() : status.toString();
        return WireResponse.json(
                200,
                MemberJson.write(engine.updateMember(exchange.caller(), exchange.imageId(), memberId(exchange), word)));
    }

    WireResponse remove(Exchange exchange) {
        engine.removeMember(exchange.caller(), exchange.imageId(), memberId(exchange));
        return WireResponse.bare(204);
    }

    private static ProjectId memberId(Exchange exchange) {
        return ProjectId.of(exchange.variables().get(1));
    }
}
