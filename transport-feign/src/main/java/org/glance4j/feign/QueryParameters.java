package org.glance4j.feign;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.model.ImageQuery;
import org.jspecify.annotations.Nullable;

/** The parameters of an image listing, percent-encoded. Source: Image API v2, list images; {@code images.py}, 25.1.0. */
final class QueryParameters {
    /** A value with a colon is taken for an operator and its argument, unless this one stands in front. */
    private static final String EQUAL = "eq:";

    private QueryParameters() {}

    static Map<String, List<String>> of(ImageQuery query) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        put(parameters, "visibility", query.visibilityWord());
        put(parameters, "member_status", query.memberStatusWord());
        put(parameters, "owner", query.owner());
        put(parameters, "name", query.name() == null ? null : exactly(query.name()));
        put(parameters, "status", query.status() == null ? null : query.status().word());
        put(parameters, "os_hidden", query.hidden());
        put(parameters, "limit", query.limit());
        put(parameters, "marker", query.marker());
        if (!query.tags().isEmpty()) {
            parameters.put(
                    "tag", query.tags().stream().map(PathSegments::encode).toList());
        }
        return parameters;
    }

    private static String exactly(String name) {
        return name.indexOf(':') < 0 ? name : EQUAL + name;
    }

    private static void put(Map<String, List<String>> parameters, String name, @Nullable Object value) {
        if (value != null) {
            parameters.put(name, List.of(PathSegments.encode(value.toString())));
        }
    }
}
