package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageData;

/** Reads a seed's images: the body that creates one, and beside it data and members. */
final class SeedImageReader {
    private SeedImageReader() {}

    static Seed.Image read(JsonNode image, String where, UnaryOperator<String> projectId) {
        if (!image.isObject()) {
            throw SeedReader.problem(where, "is no JSON object");
        }
        ObjectNode body = image.deepCopy();
        JsonNode data = body.remove("data");
        body.remove("members");
        body.put("owner", projectId.apply(SeedReader.required(image, "owner", where)));
        NewImage created;
        try {
            created = CreateBody.read(body);
        } catch (RefusedRequest refused) {
            throw new IllegalArgumentException(
                    where + ": " + refused.text().lines().findFirst().orElse(""), refused);
        }
        List<Seed.Member> members = new ArrayList<>();
        for (JsonNode member : SeedReader.list(image, "members")) {
            members.add(member(member, where + ".members[" + members.size() + "]", projectId));
        }
        return new Seed.Image(created, data == null ? null : data(data, where + ".data"), members);
    }

    private static Seed.Member member(JsonNode member, String where, UnaryOperator<String> projectId) {
        SeedReader.known(member, where, Set.of("project", "status"));
        String word = SeedReader.text(member, "status", where).orElse(MemberStatus.PENDING.word());
        MemberStatus status = MemberStatus.of(word);
        if (status == MemberStatus.UNRECOGNIZED) {
            throw SeedReader.problem(where, "status is one of pending, accepted, rejected, not " + word);
        }
        String project = projectId.apply(SeedReader.required(member, "project", where));
        return new Seed.Member(ProjectId.of(project), status);
    }

    private static ImageData data(JsonNode data, String where) {
        SeedReader.known(data, where, Set.of("text", "base64", "zeros"));
        if (data.size() != 1) {
            throw SeedReader.problem(where, "is one of text, base64, zeros");
        }
        if (data.has("zeros")) {
            JsonNode zeros = data.path("zeros");
            if (!zeros.isIntegralNumber() || !zeros.canConvertToLong() || zeros.longValue() < 0) {
                throw SeedReader.problem(where, "zeros is a number of bytes");
            }
            return new Zeros(zeros.longValue());
        }
        if (data.has("text")) {
            return ImageData.of(SeedReader.required(data, "text", where).getBytes(StandardCharsets.UTF_8));
        }
        try {
            return ImageData.of(Base64.getMimeDecoder().decode(SeedReader.required(data, "base64", where)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(where + ": base64 cannot be decoded", e);
        }
    }
}
