package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.CachedImage;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;

/** What is in the cache. Source: Image API v2, query cache status; {@code glance/api/v2/cached_images.py}, 25.1.0. */
public final class CacheJson {
    private static final String CACHED = "cached_images";
    private static final String QUEUED = "queued_images";
    private static final String IMAGE = "image_id";
    private static final String ACCESSED = "last_accessed";
    private static final String MODIFIED = "last_modified";

    private CacheJson() {}

    /**
     * Returns the state in a document.
     *
     * @param document the document
     * @return the state
     * @throws WireFormatException if the document is not the state of a cache
     */
    public static ImageCacheState read(byte[] document) {
        return Json.read(document, CacheJson::state);
    }

    private static ImageCacheState state(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "state of a cache");
        List<CachedImage> cached = null;
        List<ImageId> queued = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case CACHED -> cached = cached(parser, once.check(1, field));
                case QUEUED -> queued = queued(parser, once.check(2, field));
                default -> parser.skipChildren();
            }
        }
        return new ImageCacheState(Json.required(cached, CACHED), Json.required(queued, QUEUED));
    }

    private static List<CachedImage> cached(JsonParser parser, String field) throws IOException {
        Fields.expect(parser, JsonToken.START_ARRAY, field);
        List<CachedImage> images = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            images.add(image(parser));
        }
        return images;
    }

    private static CachedImage image(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "cached image");
        String id = null;
        Long size = null;
        Long hits = null;
        Instant accessed = null;
        Instant modified = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case IMAGE -> id = Fields.id(parser, once.check(1, field));
                case "size" -> size = Fields.integer(parser, once.check(2, field));
                case "hits" -> hits = Fields.integer(parser, once.check(3, field));
                case ACCESSED -> accessed = seconds(parser, once.check(4, field));
                case MODIFIED -> modified = seconds(parser, once.check(5, field));
                default -> parser.skipChildren();
            }
        }
        return new CachedImage(
                ImageId.of(Json.required(id, IMAGE)),
                Json.required(size, "size"),
                hits == null ? 0 : hits,
                accessed,
                modified);
    }

    /** Reads a time in seconds since 1970, with a fraction. */
    private static @Nullable Instant seconds(JsonParser parser, String field) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NULL) {
            return null;
        }
        return Fields.seconds(parser, field);
    }

    private static List<ImageId> queued(JsonParser parser, String field) throws IOException {
        Fields.expect(parser, JsonToken.START_ARRAY, field);
        List<ImageId> ids = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            ids.add(ImageId.of(Json.required(Fields.id(parser, field), field)));
        }
        return ids;
    }

    /**
     * Returns the state of a cache as the service writes it.
     *
     * @param state the state
     * @return the document
     */
    public static byte[] write(ImageCacheState state) {
        return Json.write(generator -> {
            generator.writeStartObject();
            generator.writeArrayFieldStart(CACHED);
            for (CachedImage image : state.cached()) {
                generator.writeStartObject();
                generator.writeStringField(IMAGE, image.imageId().value());
                generator.writeNumberField("hits", image.hits());
                time(generator, ACCESSED, image.lastAccessed());
                time(generator, MODIFIED, image.lastModified());
                generator.writeNumberField("size", image.sizeBytes());
                generator.writeEndObject();
            }
            generator.writeEndArray();
            generator.writeArrayFieldStart(QUEUED);
            for (ImageId id : state.queued()) {
                generator.writeString(id.value());
            }
            generator.writeEndArray();
            generator.writeEndObject();
        });
    }

    private static void time(JsonGenerator generator, String field, @Nullable Instant time) throws IOException {
        if (time != null) {
            generator.writeNumberField(
                    field, BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9)));
        }
    }
}
