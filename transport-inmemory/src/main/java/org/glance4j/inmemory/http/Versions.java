package org.glance4j.inmemory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.VersionsJson;

/**
 * The versions document, which is also the answer to every path outside a known version. Source: {@code
 * glance/api/middleware/version_negotiation.py} and {@code glance/api/versions.py}, 25.1.0.
 */
final class Versions {
    private final ImageEngine engine;

    Versions(ImageEngine engine) {
        this.engine = engine;
    }

    /** Returns the path with {@code v2} for any known minor version; empty where it is outside the known versions. */
    Optional<List<String>> path(RequestTarget target) {
        List<String> path = new ArrayList<>(target.segments());
        String version = path.get(0);
        if (path.size() == 1 || !(version.equals("v2") || isListed(version))) {
            return Optional.empty();
        }
        path.set(0, "v2");
        return Optional.of(path);
    }

    private boolean isListed(String version) {
        return engine.versions("").versions().stream()
                .anyMatch(each -> each.id().equals(version));
    }

    WireResponse answer(RequestTarget target, String base) {
        if (target.segments().equals(List.of("v2"))) {
            return WireResponse.of(302, "text/plain; charset=utf8", new byte[0]).with("Location", base + "/v2/");
        }
        int status = target.segments().equals(List.of("versions")) ? 200 : 300;
        return WireResponse.json(status, VersionsJson.write(engine.versions(base)));
    }
}
