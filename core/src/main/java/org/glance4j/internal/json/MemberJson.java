package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.ImageId;
import org.glance4j.model.Member;
import org.glance4j.model.ProjectId;

/** Members, lists of them, and the bodies that make and change them. Source: Image API v2, image sharing. */
public final class MemberJson {
    private static final String MEMBERS = "members";

    private MemberJson() {}

    /**
     * Returns the member in a document.
     *
     * @param document the document; not closed
     * @return the member
     * @throws IOException if the stream fails
     * @throws WireFormatException if the document is not a member
     */
    public static Member read(InputStream document) throws IOException {
        return Json.read(document, MemberJson::member);
    }

    /**
     * Returns the member in a document.
     *
     * @param document the document
     * @return the member
     * @throws WireFormatException if the document is not a member
     */
    public static Member read(byte[] document) {
        return Json.read(document, MemberJson::member);
    }

    /**
     * Returns the members in a document.
     *
     * @param document the document; not closed
     * @return the members in the order of the answer
     * @throws IOException if the stream fails
     * @throws WireFormatException if the document is not a list of members
     */
    public static List<Member> readList(InputStream document) throws IOException {
        return Json.read(document, MemberJson::members);
    }

    /**
     * Returns the members in a document.
     *
     * @param document the document
     * @return the members in the order of the answer
     * @throws WireFormatException if the document is not a list of members
     */
    public static List<Member> readList(byte[] document) {
        return Json.read(document, MemberJson::members);
    }

    private static List<Member> members(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "list of members");
        List<Member> members = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(MEMBERS)) {
                if (members != null) {
                    throw Once.twice("the field " + field);
                }
                Fields.expect(parser, JsonToken.START_ARRAY, field);
                members = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    members.add(member(parser));
                }
            } else {
                parser.skipChildren();
            }
        }
        return List.copyOf(Json.required(members, MEMBERS));
    }

    private static Member member(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "member");
        String imageId = null;
        String memberId = null;
        String status = null;
        Instant createdAt = null;
        Instant updatedAt = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "image_id" -> imageId = Fields.id(parser, once.check(1, field));
                case "member_id" -> memberId = Fields.id(parser, once.check(2, field));
                case "status" -> status = Fields.text(parser, once.check(3, field));
                case "created_at" -> createdAt = Fields.time(parser, once.check(4, field));
                case "updated_at" -> updatedAt = Fields.time(parser, once.check(5, field));
                default -> parser.skipChildren();
            }
        }
        return new Member(
                ImageId.of(Json.required(imageId, "image_id")),
                ProjectId.of(Json.required(memberId, "member_id")),
                Json.required(status, "status"),
                Json.required(createdAt, "created_at"),
                Json.required(updatedAt, "updated_at"));
    }

    /**
     * Returns a member as the service writes it.
     *
     * @param member the member
     * @return the document
     */
    public static byte[] write(Member member) {
        return Json.write(generator -> write(generator, member));
    }

    /**
     * Returns a list of members as the service writes it.
     *
     * @param members the members
     * @return the document
     */
    public static byte[] writeList(List<Member> members) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(MEMBERS);
            for (Member member : members) {
                write(generator, member);
            }
            generator.writeEndArray();
            generator.writeStringField("schema", "/v2/schemas/members");
            generator.writeEndObject();
        });
    }

    private static void write(JsonGenerator generator, Member member) throws IOException {
        generator.writeStartObject();
        generator.writeStringField("member_id", member.memberId().value());
        generator.writeStringField("image_id", member.imageId().value());
        generator.writeStringField("status", member.statusWord());
        generator.writeStringField("created_at", WireTime.write(member.createdAt()));
        generator.writeStringField("updated_at", WireTime.write(member.updatedAt()));
        generator.writeStringField("schema", "/v2/schemas/member");
        generator.writeEndObject();
    }
}
