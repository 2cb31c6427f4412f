package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.Image;
import org.jspecify.annotations.Nullable;

/** Images and pages of images. Source: Image API v2; {@code glance/api/v2/images.py} (ResponseSerializer), 25.1.0. */
public final class ImageJson {
    private static final String IMAGES = "images";
    private static final String IMAGES_SCHEMA = "/v2/schemas/images";

    private ImageJson() {}

    /**
     * Returns the image in a document.
     *
     * @param document the document; not closed
     * @return the image
     * @throws IOException if the stream fails
     * @throws WireFormatException if the document is not an image
     */
    public static Image read(InputStream document) throws IOException {
        return Json.read(document, ImageReader::read);
    }

    /**
     * Returns the image in a document.
     *
     * @param document the document
     * @return the image
     * @throws WireFormatException if the document is not an image
     */
    public static Image read(byte[] document) {
        return Json.read(document, ImageReader::read);
    }

    /**
     * Returns the page in a document.
     *
     * @param document the document; not closed
     * @return the page
     * @throws IOException if the stream fails
     * @throws WireFormatException if the document is not a page of images
     */
    public static ImagesPage readPage(InputStream document) throws IOException {
        return Json.read(document, ImageJson::page);
    }

    /**
     * Returns the page in a document.
     *
     * @param document the document
     * @return the page
     * @throws WireFormatException if the document is not a page of images
     */
    public static ImagesPage readPage(byte[] document) {
        return Json.read(document, ImageJson::page);
    }

    private static ImagesPage page(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "images page");
        List<Image> images = null;
        String next = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case IMAGES -> images = images(parser, once.check(1, field));
                case "next" -> next = Fields.text(parser, once.check(2, field));
                default -> parser.skipChildren();
            }
        }
        return new ImagesPage(Json.required(images, IMAGES), next);
    }

    private static List<Image> images(JsonParser parser, String field) throws IOException {
        Fields.expect(parser, JsonToken.START_ARRAY, field);
        List<Image> images = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            images.add(ImageReader.read(parser));
        }
        return images;
    }

    /**
     * Returns an image as the service writes it, links included.
     *
     * @param image the image
     * @return the document
     */
    public static byte[] write(Image image) {
        return Json.write(generator -> ImageWriter.write(generator, image));
    }

    /**
     * Returns a page as the service writes it.
     *
     * @param images the page's images
     * @param first the link to the first page
     * @param next the link to the following page; null where there is none
     * @return the document
     */
    public static byte[] writePage(List<Image> images, String first, @Nullable String next) {
        return Json.write(generator -> writePage(generator, images, first, next));
    }

    private static void writePage(JsonGenerator generator, List<Image> images, String first, @Nullable String next)
            throws IOException {
        generator.writeStartObject();
        generator.writeArrayFieldStart(IMAGES);
        for (Image image : images) {
            ImageWriter.write(generator, image);
        }
        generator.writeEndArray();
        generator.writeStringField("first", first);
        if (next != null) {
            generator.writeStringField("next", next);
        }
        generator.writeStringField("schema", IMAGES_SCHEMA);
        generator.writeEndObject();
    }
}
