package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.model.Image;
import org.glance4j.model.Page;
import org.jspecify.annotations.Nullable;

/** Answers listings: one page, with its links. Source: {@code glance/api/v2/images.py} (index), 25.1.0. */
final class ImageListing {
    private final ImageEngine engine;

    ImageListing(ImageEngine engine) {
        this.engine = engine;
    }

    byte[] page(Caller caller, List<RequestTarget.Parameter> parameters) {
        ListParameters list = ListParameters.read(parameters);
        int limit = requireNonNull(list.query().limit());
        // Where nothing can match, the engine still has its say on the marker.
        Page<Image> page = engine.list(
                caller,
                list.matchesNothing() ? list.query().toBuilder().limit(0).build() : list.query());
        List<Image> images = page.items();
        Optional<String> next = images.isEmpty() || images.size() < limit
                ? Optional.empty()
                : Optional.of(
                        link(parameters, images.get(images.size() - 1).id().value()));
        return ImageJson.writePage(images, link(parameters, null), next.orElse(null));
    }

    /** Returns a link that repeats the query. A parameter given twice is kept once, its last value, as Glance does. */
    private static String link(List<RequestTarget.Parameter> parameters, @Nullable String marker) {
        Map<String, String> kept = new LinkedHashMap<>();
        parameters.forEach(parameter -> kept.put(parameter.name(), parameter.value()));
        kept.remove("marker");
        if (marker != null) {
            kept.put("marker", marker);
        }
        String query = kept.entrySet().stream()
                .map(parameter -> encode(parameter.getKey()) + "=" + encode(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/v2/images" : "/v2/images?" + query;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
