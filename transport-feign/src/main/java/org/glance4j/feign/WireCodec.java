package org.glance4j.feign;

import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.function.Function;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.internal.json.ImagePatchJson;
import org.glance4j.internal.json.ImagesPage;
import org.glance4j.internal.json.ImportJson;
import org.glance4j.internal.json.MemberJson;
import org.glance4j.internal.json.MemberRequestJson;
import org.glance4j.internal.json.NewImageJson;
import org.glance4j.internal.json.SchemaJson;
import org.glance4j.internal.json.StoreJson;
import org.glance4j.internal.json.TaskJson;
import org.glance4j.internal.json.UsageJson;
import org.glance4j.internal.json.VersionsJson;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Image;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Schema;
import org.glance4j.model.Store;
import org.glance4j.model.Task;

/** Reads and writes the wire form of the model for Feign, on bytes. Safe for use by several threads. */
final class WireCodec implements Encoder, Decoder {

    @Override
    public void encode(Object body, Type type, RequestTemplate template) {
        template.body(bytes(body), null);
    }

    private static byte[] bytes(Object body) {
        if (body instanceof NewImage image) {
            return NewImageJson.write(image);
        }
        if (body instanceof ImagePatch patch) {
            return ImagePatchJson.write(patch);
        }
        if (body instanceof ImageImport wanted) {
            return ImportJson.write(wanted);
        }
        if (body instanceof ProjectId member) {
            return MemberRequestJson.writeAdd(member);
        }
        if (body instanceof MemberStatus status) {
            return MemberRequestJson.writeStatus(status);
        }
        throw new IllegalArgumentException("no wire form for " + body.getClass());
    }

    @Override
    public Object decode(Response response, Type type) {
        return reader(type).apply(((JsonBody) response.body()).bytes());
    }

    private static Function<byte[], Object> reader(Type type) {
        if (type == Image.class) {
            return ImageJson::read;
        }
        if (type == Member.class) {
            return MemberJson::read;
        }
        if (type == ImagesPage.class) {
            return ImageJson::readPage;
        }
        if (type == ApiVersions.class) {
            return VersionsJson::read;
        }
        if (type == Schema.class) {
            return SchemaJson::read;
        }
        if (type == UsageAnswer.class) {
            return document -> new UsageAnswer(UsageJson.read(document));
        }
        return listReader(type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : type);
    }

    private static Function<byte[], Object> listReader(Type element) {
        if (element == Task.class) {
            return TaskJson::readList;
        }
        if (element == Store.class) {
            return StoreJson::readList;
        }
        // The only other list is that of members.
        return element == ImportMethod.class ? ImportJson::readMethods : MemberJson::readList;
    }
}
