package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The versions document, which is also the answer to every path outside a known version. Source: {@code
 * glance/api/middleware/version_negotiation.py} and {@code glance/api/versions.py}, 25.1.0.
 */
final class Versions {
    /** The newest minor version, and those below it that a site without several stores or a cache offers. */
    private static final List<Integer> MINORS = List.of(15, 9, 7, 6, 5, 4, 3, 2, 1, 0);

    private Versions() {}

    /** Returns the path with {@code v2} for any known minor version; empty where it is outside the known versions. */
    static Optional<List<String>> path(RequestTarget target) {
        List<String> path = new ArrayList<>(target.segments());
        String version = path.get(0);
        if (path.size() == 1 || !(version.equals("v2") || MINORS.stream().anyMatch(m -> version.equals("v2." + m)))) {
            return Optional.empty();
        }
        path.set(0, "v2");
        return Optional.of(path);
    }

    static WireResponse answer(RequestTarget target, String base) {
        if (target.segments().equals(List.of("v2"))) {
            return WireResponse.of(302, "text/plain; charset=utf8", new byte[0]).with("Location", base + "/v2/");
        }
        int status = target.segments().equals(List.of("versions")) ? 200 : 300;
        ArrayNode versions = JsonNodeFactory.instance.arrayNode();
        for (int minor : MINORS) {
            ObjectNode version = versions.addObject();
            version.put("id", "v2." + minor);
            version.put("status", minor == MINORS.get(0) ? "CURRENT" : "SUPPORTED");
            version.putArray("links").addObject().put("rel", "self").put("href", base + "/v2/");
        }
        return WireResponse.json(
                status, JsonText.write(JsonNodeFactory.instance.objectNode().set("versions", versions)));
    }
}
