package org.glance4j.feign;

import feign.RequestTemplate;
import feign.Response;
import feign.codec.Decoder;
import feign.codec.Encoder;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Map;
import java.util.function.Function;
import org.glance4j.internal.json.CacheJson;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.internal.json.ImagePatchJson;
import org.glance4j.internal.json.ImagesPage;
import org.glance4j.internal.json.ImportJson;
import org.glance4j.internal.json.LocationJson;
import org.glance4j.internal.json.MemberJson;
import org.glance4j.internal.json.MemberRequestJson;
import org.glance4j.internal.json.MetadefJson;
import org.glance4j.internal.json.MetadefWriter;
import org.glance4j.internal.json.NamespacesPage;
import org.glance4j.internal.json.NewImageJson;
import org.glance4j.internal.json.SchemaJson;
import org.glance4j.internal.json.StoreJson;
import org.glance4j.internal.json.TaskJson;
import org.glance4j.internal.json.TasksPage;
import org.glance4j.internal.json.TasksPageJson;
import org.glance4j.internal.json.UsageJson;
import org.glance4j.internal.json.VersionsJson;
import org.glance4j.model.ApiVersions;
import org.glance4j.model.Image;
import org.glance4j.model.ImageCacheState;
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
import org.glance4j.model.TaskInput;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.ResourceType;
import org.glance4j.model.metadef.ResourceTypeAssociation;

/** Reads and writes the wire form of the model for Feign, on bytes. Safe for use by several threads. */
final class WireCodec implements Encoder, Decoder {
    private static final Map<Type, Function<byte[], Object>> READERS = Map.ofEntries(
            Map.entry(Image.class, ImageJson::read),
            Map.entry(ImagesPage.class, ImageJson::readPage),
            Map.entry(Member.class, MemberJson::read),
            Map.entry(ApiVersions.class, VersionsJson::read),
            Map.entry(Schema.class, SchemaJson::read),
            Map.entry(UsageAnswer.class, document -> new UsageAnswer(UsageJson.read(document))),
            Map.entry(Task.class, TaskJson::read),
            Map.entry(TasksPage.class, TasksPageJson::read),
            Map.entry(ImageCacheState.class, CacheJson::read),
            Map.entry(LocationsAnswer.class, document -> new LocationsAnswer(LocationJson.readList(document))),
            Map.entry(Namespace.class, MetadefJson::readNamespace),
            Map.entry(NamespacesPage.class, MetadefJson::readNamespaces),
            Map.entry(MetadefObject.class, MetadefJson::readObject),
            Map.entry(MetadefProperty.class, MetadefJson::readProperty),
            Map.entry(MetadefTag.class, MetadefJson::readTag),
            Map.entry(ResourceTypeAssociation.class, MetadefJson::readAssociation));
    private static final Map<Type, Function<byte[], Object>> LIST_READERS = Map.of(
            Member.class, MemberJson::readList,
            Task.class, TaskJson::readList,
            Store.class, StoreJson::readList,
            ImportMethod.class, ImportJson::readMethods,
            MetadefObject.class, MetadefJson::readObjects,
            MetadefProperty.class, MetadefJson::readProperties,
            MetadefTag.class, MetadefJson::readTags,
            ResourceType.class, MetadefJson::readResourceTypes,
            ResourceTypeAssociation.class, MetadefJson::readAssociations);

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
        if (body instanceof TaskInput input) {
            return TasksPageJson.writeNew(input);
        }
        if (body instanceof NewLocation location) {
            return LocationJson.writeNew(location.url(), location.hash());
        }
        return metadef(body);
    }

    private static byte[] metadef(Object body) {
        if (body instanceof Namespace namespace) {
            return MetadefWriter.newNamespace(namespace);
        }
        if (body instanceof MetadefObject object) {
            return MetadefWriter.newObject(object);
        }
        if (body instanceof MetadefProperty property) {
            return MetadefWriter.property(property);
        }
        if (body instanceof MetadefTag tag) {
            return MetadefWriter.tag(tag);
        }
        if (body instanceof MetadefTags many) {
            return MetadefWriter.tags(many.tags());
        }
        if (body instanceof ResourceTypeAssociation association) {
            return MetadefWriter.newAssociation(association);
        }
        throw new IllegalArgumentException("no wire form for " + body.getClass());
    }

    @Override
    public Object decode(Response response, Type type) {
        return reader(type).apply(((JsonBody) response.body()).bytes());
    }

    private static Function<byte[], Object> reader(Type type) {
        // Of a list the type of its elements tells which one it is.
        Type element = type instanceof ParameterizedType list ? list.getActualTypeArguments()[0] : null;
        Function<byte[], Object> reader = element == null ? READERS.get(type) : LIST_READERS.get(element);
        if (reader == null) {
            throw new IllegalArgumentException("no wire form for " + type);
        }
        return reader;
    }
}
