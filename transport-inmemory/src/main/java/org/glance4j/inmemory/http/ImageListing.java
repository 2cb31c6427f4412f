package org.glance4j.inmemory.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glance4j.auth.Caller;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.internal.json.ImageJson;
import org.glance4j.model.Image;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Page;
import org.jspecify.annotations.Nullable;

/** Answers listings: one page, with its links. Source: {@code glance/api/v2/images.py} (index), 25.1.0. */
final class ImageListing {
    private static final int DEFAULT_LIMIT = 25;
    private static final int HIGHEST_LIMIT = 1000;

    private final ImageEngine engine;

    ImageListing(ImageEngine engine) {
        this.engine = engine;
    }

    byte[] page(Caller caller, List<RequestTarget.Parameter> parameters) {
        ListParameters list = ListParameters.read(parameters);
        int limit = Math.min(list.limit().orElse(DEFAULT_LIMIT), HIGHEST_LIMIT);
        List<Image> images;
        if (list.matchesNothing()) {
            // The engine still has its say on the marker.
            engine.list(caller, list.query().toBuilder().limit(0).build());
            images = List.of();
        } else if (list.order().isDefault()) {
            images = engine.list(caller, list.query().toBuilder().limit(limit).build())
                    .items();
        } else {
            images = sorted(caller, list, limit);
        }
        Optional<String> next = images.isEmpty() || images.size() < limit
                ? Optional.empty()
                : Optional.of(
                        link(parameters, images.get(images.size() - 1).id().value()));
        return ImageJson.writePage(images, link(parameters, null), next.orElse(null));
    }

    /** The engine lists newest first; any other order is made here, over all that the query finds. */
    private List<Image> sorted(Caller caller, ListParameters list, int limit) {
        List<Image> images = new ArrayList<>();
        ImageQuery marker = list.query();
        ImageQuery all = new ImageQuery(
                marker.visibilityWord(),
                marker.memberStatusWord(),
                marker.owner(),
                marker.name(),
                marker.status(),
                marker.hidden(),
                HIGHEST_LIMIT,
                null,
                marker.tags());
        Optional<ImageQuery> next = Optional.of(all);
        while (next.isPresent()) {
            Page<Image> page = engine.list(caller, next.get());
            images.addAll(page.items());
            next = page.next();
        }
        images.sort(list.order().comparator());
        if (marker.marker() != null) {
            // The marker's own place counts, whether or not it is among what the query finds.
            engine.list(caller, marker.toBuilder().limit(0).build());
            Image last = engine.get(caller, marker.marker());
            images.removeIf(image -> list.order().comparator().compare(image, last) <= 0);
        }
        return images.subList(0, Math.min(limit, images.size()));
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
