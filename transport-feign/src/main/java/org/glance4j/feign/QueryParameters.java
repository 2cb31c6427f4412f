package org.glance4j.feign;

import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.FilterWords;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NumberRange;
import org.glance4j.model.SortPair;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.TimeCondition;
import org.jspecify.annotations.Nullable;

/** The parameters of an image listing, percent-encoded. Source: Image API v2, list images; {@code images.py}, 25.1.0. */
final class QueryParameters {
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();

    private QueryParameters() {}

    static Map<String, List<String>> of(ImageQuery query) {
        QueryParameters written = new QueryParameters();
        written.put("visibility", query.visibilityWord());
        written.put("member_status", query.memberStatusWord());
        written.put("owner", query.owner());
        written.putWords("id", query.ids());
        written.putWords("name", query.names());
        written.putWords(
                "status", query.statuses().stream().map(ImageStatus::word).toList());
        written.putWords("disk_format", query.diskFormats());
        written.putWords("container_format", query.containerFormats());
        written.put("protected", query.isProtected());
        written.put("os_hidden", query.hidden());
        written.putRange("size", query.sizeBytes());
        written.putRange("virtual_size", query.virtualSizeBytes());
        written.putRange("min_disk", query.minDiskGb());
        written.putRange("min_ram", query.minRamMb());
        written.put("checksum", query.checksum());
        written.put("os_hash_algo", query.hashAlgorithm());
        written.put("os_hash_value", query.hashValue());
        written.putTime("created_at", query.createdAt());
        written.putTime("updated_at", query.updatedAt());
        written.putAll("tag", query.tags());
        query.properties().forEach(written::put);
        written.putSort(query.sort());
        written.put("limit", query.limit());
        written.put("marker", query.marker());
        return written.parameters;
    }

    static Map<String, List<String>> of(TaskQuery query) {
        QueryParameters written = new QueryParameters();
        written.put("status", query.status() == null ? null : query.status().word());
        written.put("type", query.typeWord());
        written.put("owner", query.owner());
        written.put("limit", query.limit());
        written.put("marker", query.marker());
        written.put("sort_key", query.sortKey() == null ? null : query.sortKey().word());
        written.put(
                "sort_dir",
                query.sortDirection() == null ? null : query.sortDirection().word());
        return written.parameters;
    }

    private void put(String name, @Nullable Object value) {
        if (value != null) {
            putAll(name, List.of(value));
        }
    }

    private void putAll(String name, Collection<?> values) {
        if (!values.isEmpty()) {
            parameters.put(
                    PathSegments.encode(name),
                    values.stream()
                            .map(value -> PathSegments.encode(value.toString()))
                            .toList());
        }
    }

    private void putWords(String name, Collection<?> words) {
        if (!words.isEmpty()) {
            put(name, FilterWords.of(words.stream().map(Object::toString).toList()));
        }
    }

    private void putRange(String name, @Nullable NumberRange range) {
        if (range != null && range.least() != null && Objects.equals(range.least(), range.most())) {
            put(name, range.least());
        } else if (range != null) {
            put(name + "_min", range.least());
            put(name + "_max", range.most());
        }
    }

    private void putTime(String name, @Nullable TimeCondition condition) {
        if (condition != null) {
            put(name, condition.comparison().word() + ":" + DateTimeFormatter.ISO_INSTANT.format(condition.time()));
        }
    }

    private void putSort(List<SortPair> pairs) {
        if (!pairs.isEmpty()) {
            put("sort", pairs.stream().map(SortPair::toString).collect(Collectors.joining(",")));
        }
    }
}
