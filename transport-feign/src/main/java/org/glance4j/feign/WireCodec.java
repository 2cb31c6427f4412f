package org.glance4j.feign;

import java.lang.reflect.Type;
import java.util.function.Function;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.internal.json.ImagePatchJson;
import org.glance4j.internal.json.ImagesPage;
import org.glance4j.internal.json.MemberJson;
import org.glance4j.internal.json.MemberRequestJson;
import org.glance4j.internal.json.NewImageJson;
import org.glance4j.model.Image;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;

/** The wire form of what the interfaces take and return. */
final class WireCodec {
    private WireCodec() {}

    static byte[] write(Object body) {
        if (body instanceof NewImage image) {
            return NewImageJson.write(image);
        }
        if (body instanceof ImagePatch patch) {
            return ImagePatchJson.write(patch);
        }
        if (body instanceof ProjectId member) {
            return MemberRequestJson.writeAdd(member);
        }
        if (body instanceof MemberStatus status) {
            return MemberRequestJson.writeStatus(status);
        }
        throw new IllegalArgumentException("no wire form for " + body.getClass());
    }

    static Object read(byte[] json, Type type) {
        return reader(type).apply(json);
    }

    private static Function<byte[], Object> reader(Type type) {
        if (type == Image.class) {
            return ImageJson::read;
        }
        if (type == Member.class) {
            return MemberJson::read;
        }
        // The only other answers are a page of images and the list of members.
        return type == ImagesPage.class ? ImageJson::readPage : MemberJson::readList;
    }
}
