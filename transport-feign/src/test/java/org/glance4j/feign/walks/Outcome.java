package org.glance4j.feign.walks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.glance4j.error.ImageServiceException;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.internal.json.MemberJson;
import org.glance4j.internal.json.MetadefWriter;
import org.glance4j.model.Image;
import org.glance4j.model.Member;
import org.glance4j.model.Page;
import org.glance4j.model.Task;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;

/**
 * What came of a step, without what differs from one service to the next: times, and the ids of requests.
 *
 * @param what the result or the kind of refusal, with its status
 * @param text what the service said of a refusal; empty for a result
 */
record Outcome(String what, String text) {
    private static final int AROUND = 80;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Outcome of(ImageServiceException refused) {
        String text = refused.failure().serviceText();
        return new Outcome(
                refused.getClass().getSimpleName() + " " + refused.failure().status(), text == null ? "" : text);
    }

    static Outcome of(@Nullable Object result) throws IOException {
        return new Outcome(shown(result), "");
    }

    private static String shown(@Nullable Object result) throws IOException {
        if (result == null) {
            return "done";
        }
        if (result instanceof Image image) {
            return timeless(ImageJson.write(image)).toString();
        }
        if (result instanceof Member member) {
            return timeless(MemberJson.write(member)).toString();
        }
        if (result instanceof Namespace namespace) {
            return withoutTimes(MAPPER.readTree(MetadefWriter.namespace(namespace)))
                    .toString();
        }
        if (result instanceof MetadefObject object) {
            return withoutTimes(MAPPER.readTree(MetadefWriter.newObject(object)))
                    .toString();
        }
        if (result instanceof MetadefProperty property) {
            return MAPPER.readTree(MetadefWriter.property(property)).toString();
        }
        if (result instanceof MetadefTag tag) {
            return "tag " + tag.name();
        }
        if (result instanceof ResourceTypeAssociation association) {
            return "for " + association.name() + " " + association.prefix() + " " + association.propertiesTarget();
        }
        if (result instanceof Task task) {
            return task.typeWord() + " " + task.statusWord() + " " + task.message();
        }
        if (result instanceof Page<?> page) {
            return shown(page.items()) + (page.next().isPresent() ? " and more" : "");
        }
        if (result instanceof List<?> list) {
            List<String> items = new ArrayList<>();
            for (Object item : list) {
                items.add(shown(item));
            }
            return items.toString();
        }
        if (result instanceof ImageDownload download) {
            try (download) {
                String data = new String(download.stream().readAllBytes(), StandardCharsets.ISO_8859_1);
                return "data " + data + ", " + download.sizeBytes() + ", " + download.checksum();
            }
        }
        throw new IllegalArgumentException("no outcome of a step: " + result.getClass());
    }

    private static JsonNode withoutTimes(JsonNode tree) {
        tree.findParents("created_at")
                .forEach(parent -> ((ObjectNode) parent).remove(List.of("created_at", "updated_at")));
        return tree;
    }

    private static JsonNode timeless(byte[] written) throws IOException {
        ObjectNode tree = (ObjectNode) MAPPER.readTree(written);
        tree.remove(List.of("created_at", "updated_at", "os_glance_import_task"));
        if (tree.get("tags") instanceof ArrayNode tags) {
            TreeSet<String> sorted = new TreeSet<>();
            tags.forEach(tag -> sorted.add(tag.textValue()));
            tags.removeAll();
            sorted.forEach(tags::add);
        }
        ObjectNode ordered = MAPPER.createObjectNode();
        TreeSet<String> names = new TreeSet<>();
        tree.fieldNames().forEachRemaining(names::add);
        names.forEach(name -> ordered.set(name, tree.get(name)));
        return ordered;
    }

    /** Says what stands where another outcome is different, with a little around it. */
    String unlike(Outcome other) {
        String mine = toString();
        String others = other.toString();
        int same = 0;
        while (same < Math.min(mine.length(), others.length()) && mine.charAt(same) == others.charAt(same)) {
            same++;
        }
        int from = Math.max(0, same - AROUND);
        int to = Math.min(mine.length(), same + 2 * AROUND);
        return (from > 0 ? "…" : "") + mine.substring(from, to) + (to < mine.length() ? "…" : "");
    }

    /** Says both. */
    @Override
    public String toString() {
        return text.isEmpty() ? what : what + " «" + text + "»";
    }
}
