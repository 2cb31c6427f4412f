package org.glance4j.inmemory.http;

import java.math.BigInteger;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.glance4j.model.SortDirection;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.NamespaceSortKey;

/**
 * What the query of a list in the metadata catalog asks for; what is not known is passed over. Where Glance 25.1.0 fails on a
 * parameter, an answer that says why serves the caller better. Source: the deserializers of {@code glance/api/v2/metadef_*.py}, 25.1.0.
 */
final class MetadefQuery {
    private final Map<String, String> parameters = new LinkedHashMap<>();

    MetadefQuery(List<RequestTarget.Parameter> parameters) {
        // Of a parameter that is repeated the last one counts.
        parameters.forEach(parameter -> this.parameters.put(parameter.name(), parameter.value()));
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(parameters.get(name)).filter(value -> !value.isEmpty());
    }

    /** Returns whether a condition is one that no namespace can meet: a word of no characters. */
    boolean matchesNothing() {
        return "".equals(parameters.get("visibility")) || "".equals(parameters.get("resource_types"));
    }

    NamespaceQuery namespaces() {
        int limit = parameters.containsKey("limit") ? limit() : 25;
        SortDirection direction = isAscending() ? SortDirection.ASCENDING : SortDirection.DESCENDING;
        String word = parameters.getOrDefault("sort_key", NamespaceSortKey.CREATED_AT.word());
        NamespaceSortKey key = NamespaceSortKey.find(word.equals("id") ? NamespaceSortKey.CREATED_AT.word() : word)
                .orElseThrow(
                        () -> RefusedRequest.badRequest("This service does not sort namespaces by '" + word + "'."));
        return new NamespaceQuery(
                value("visibility").orElse(null),
                value("resource_types").map(types -> List.of(types.split(","))).orElse(List.of()),
                limit,
                value("marker").map(NamespaceName::of).orElse(null),
                key,
                direction);
    }

    /** Refuses what is wrong with the query of a list of objects, which changes nothing of the list. */
    void checkObjects() {
        isAscending();
        if (parameters.containsKey("limit") && limit() == 0) {
            throw RefusedRequest.badRequest("limit param must be positive");
        }
    }

    /** Refuses what is wrong with the query of a list of tags. */
    void checkTags() {
        isAscending();
        value("limit").ifPresent(limit -> limit());
        String key = parameters.getOrDefault("sort_key", "created_at");
        if (!List.of("created_at", "id", "name").contains(key)) {
            throw RefusedRequest.badRequest("This service does not sort tags by '" + key + "'.");
        }
    }

    /** Returns the part of the tags, which come newest first, that is asked for. */
    List<MetadefTag> tags(List<MetadefTag> newestFirst) {
        List<MetadefTag> ordered = new ArrayList<>(newestFirst);
        if ("name".equals(parameters.get("sort_key"))) {
            ordered.sort(Comparator.comparing(MetadefTag::name).reversed());
        }
        if (isAscending()) {
            Collections.reverse(ordered);
        }
        int from = 0;
        if (value("marker").isPresent()) {
            String marker = parameters.get("marker");
            from = ordered.stream().map(MetadefTag::name).toList().indexOf(marker) + 1;
            if (from == 0) {
                throw new RefusedRequest(404, "Could not find metadata tag " + marker);
            }
        }
        int to = value("limit").isPresent() ? (int) Math.min(ordered.size(), (long) from + limit()) : ordered.size();
        return ordered.subList(from, to);
    }

    /** Returns the link to a page: the query with a marker of its own. */
    String link(String path, Optional<NamespaceName> marker) {
        Map<String, String> query = new LinkedHashMap<>(parameters);
        query.remove("marker");
        marker.ifPresent(name -> query.put("marker", name.value()));
        String text = query.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
        return text.isEmpty() ? path : path + "?" + text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%7E", "~")
                .replace("*", "%2A");
    }

    private boolean isAscending() {
        String direction = parameters.getOrDefault("sort_dir", "desc");
        if (!direction.equals("asc") && !direction.equals("desc")) {
            throw RefusedRequest.badRequest("Invalid sort direction: " + direction);
        }
        return direction.equals("asc");
    }

    private int limit() {
        String text = parameters.getOrDefault("limit", "").strip();
        if (!text.matches("[+-]?[0-9]+")) {
            throw RefusedRequest.badRequest("limit param must be an integer");
        }
        BigInteger limit = new BigInteger(text.replaceFirst("^\\+", ""));
        if (limit.signum() < 0) {
            throw RefusedRequest.badRequest("limit param must be positive");
        }
        return limit.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }
}
