package org.glance4j.inmemory.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.model.SortDirection;
import org.glance4j.model.SortKey;
import org.glance4j.model.SortPair;

/**
 * The order of a listing, in either of the two forms that a query can give it. Source: {@code glance/api/v2/images.py}
 * (_get_sorting_params), 25.1.0.
 */
final class SortParameters {
    private SortParameters() {}

    /** Takes the order out of the parameters; none for the default. */
    static List<SortPair> take(QueryText query) {
        if (!query.has("sort")) {
            return taken(query.takeAll("sort_key"), query.takeAll("sort_dir"));
        }
        if (query.has("sort_key") || query.has("sort_dir")) {
            throw RefusedRequest.badRequest("Old and new sorting syntax cannot be combined");
        }
        List<SortPair> pairs = new ArrayList<>();
        String joined = query.takeFirst("sort").orElseThrow();
        for (String part : joined.strip().split(",", -1)) {
            int colon = part.indexOf(':');
            SortKey key = key((colon < 0 ? part : part.substring(0, colon)).strip());
            String direction = colon < 0 ? "" : part.substring(colon + 1);
            pairs.add(new SortPair(key, direction.isEmpty() ? SortDirection.DESCENDING : direction(direction.strip())));
        }
        return pairs;
    }

    private static List<SortPair> taken(List<String> keyWords, List<String> directionWords) {
        List<SortKey> keys = new ArrayList<>();
        keyWords.forEach(word -> keys.add(key(word.strip())));
        List<SortDirection> directions = new ArrayList<>();
        directionWords.forEach(word -> directions.add(direction(word.strip())));
        if (directions.size() > 1 && directions.size() != keys.size()) {
            throw RefusedRequest.badRequest("Number of sort dirs does not match the number of sort keys");
        }
        if (keys.isEmpty() && directions.isEmpty()) {
            return List.of();
        }
        return directions.size() > 1 ? pairs(keys, directions) : inOneDirection(keys, directions);
    }

    private static List<SortPair> pairs(List<SortKey> keys, List<SortDirection> directions) {
        List<SortPair> pairs = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            pairs.add(new SortPair(keys.get(i), directions.get(i)));
        }
        return pairs;
    }

    /** One direction counts for all keys, those that the service adds to break ties too. */
    private static List<SortPair> inOneDirection(List<SortKey> given, List<SortDirection> directions) {
        SortDirection direction = directions.isEmpty() ? SortDirection.DESCENDING : directions.get(0);
        List<SortKey> keys = new ArrayList<>(given);
        Stream.of(SortKey.CREATED_AT, SortKey.ID)
                .filter(key -> !keys.contains(key))
                .forEach(keys::add);
        return pairs(keys, Collections.nCopies(keys.size(), direction));
    }

    private static SortKey key(String word) {
        Optional<SortKey> key = SortKey.find(word);
        return key.orElseThrow(() -> RefusedRequest.badRequest("Invalid sort key: " + word
                + ". It must be one of the following: "
                + Stream.of(SortKey.values()).map(SortKey::word).collect(Collectors.joining(", ")) + "."));
    }

    private static SortDirection direction(String word) {
        return SortDirection.find(word).orElseThrow(() -> RefusedRequest.badRequest("Invalid sort direction: " + word));
    }
}
