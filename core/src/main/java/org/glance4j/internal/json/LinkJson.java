package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.glance4j.model.Link;

/** Lists of links. */
final class LinkJson {
    private LinkJson() {}

    static List<Link> read(JsonParser parser, String field) throws IOException {
        Fields.expect(parser, JsonToken.START_ARRAY, field);
        List<Link> links = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            links.add(link(parser));
        }
        return links;
    }

    private static Link link(JsonParser parser) throws IOException {
        Fields.expect(parser, JsonToken.START_OBJECT, "link");
        String rel = null;
        String href = null;
        Once once = new Once();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "rel" -> rel = Fields.text(parser, once.check(1, field));
                case "href" -> href = Fields.text(parser, once.check(2, field));
                default -> parser.skipChildren();
            }
        }
        return new Link(Json.required(rel, "rel"), Json.required(href, "href"));
    }

    static void write(JsonGenerator generator, List<Link> links) throws IOException {
        generator.writeArrayFieldStart("links");
        for (Link link : links) {
            generator.writeStartObject();
            generator.writeStringField("rel", link.rel());
            generator.writeStringField("href", link.href());
            generator.writeEndObject();
        }
        generator.writeEndArray();
    }
}
