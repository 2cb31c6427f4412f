package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** The bodies of the requests that add a member and that set its status: objects of one key. */
public final class MemberRequestJson {
    private static final String MEMBER = "member";
    private static final String STATUS = "status";

    private MemberRequestJson() {}

    /**
     * Returns the body that adds a member.
     *
     * @param memberId the project
     * @return the document
     */
    public static byte[] writeAdd(ProjectId memberId) {
        return write(MEMBER, memberId.value());
    }

    /**
     * Returns the body that sets a member's status.
     *
     * @param status the status
     * @return the document
     * @throws IllegalArgumentException for {@link MemberStatus#UNRECOGNIZED}
     */
    public static byte[] writeStatus(MemberStatus status) {
        return write(STATUS, status.word());
    }

    private static byte[] write(String key, String value) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeStringField(key, value);
            generator.writeEndObject();
        });
    }

    /**
     * Returns the project that a body asks to add.
     *
     * @param document the document
     * @return the project
     * @throws WireFormatException if there is none in it
     */
    public static ProjectId readAdd(byte[] document) {
        return ProjectId.of(read(document, MEMBER));
    }

    /**
     * Returns the status that a body asks for, whatever word it is.
     *
     * @param document the document
     * @return the word
     * @throws WireFormatException if there is none in it
     */
    public static String readStatus(byte[] document) {
        return read(document, STATUS);
    }

    private static String read(byte[] document, String key) {
        return Json.read(document, parser -> Json.required(find(parser, key), key));
    }

    private static @Nullable String find(JsonParser parser, String key) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "request");
        String value = null;
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            if (field.equals(key)) {
                value = Fields.text(parser, field);
            } else {
                parser.skipChildren();
            }
        }
        return value;
    }
}
