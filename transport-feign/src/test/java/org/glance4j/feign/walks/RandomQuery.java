package org.glance4j.feign.walks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.glance4j.model.ImageId;

/**
 * A listing's query as nobody would write it: up to four parameters, good and bad, in any order, some of them twice. None sorts by
 * size, which Glance on SQLite cannot do among images without one.
 */
final class RandomQuery {
    private static final List<String> NUMBERS = List.of("0", "3", "7", "64", "-1", " 3", "1_0", "x", "", "2.5", "gt:1");
    private static final List<String> TIMES = List.of(
            "gt:2020-01-01",
            "lt:2020",
            "2026",
            "x",
            "foo:2020",
            "gte:2999-01-01T00:00:00Z",
            "neq:2999-01-01",
            "lte:2999-01-01T00:00:00+01:00",
            "eq:x",
            "");
    private static final Map<String, List<String>> VALUES = Map.ofEntries(
            Map.entry(
                    "name",
                    List.of(
                            "a",
                            "b",
                            "a,b",
                            "eq:a:b",
                            "in:a,b",
                            "in:\"a,b\",b",
                            "in:",
                            "in:\"a",
                            "like:a",
                            "in:a\"b\"",
                            "",
                            "é",
                            "\"q\"",
                            "2026-01-01T00:00:00Z",
                            "in:2026-01-01T00:00:00Z",
                            "in:in:x,a")),
            Map.entry("status", List.of("queued", "in:queued,active", "nonsense", "eq:active", "x:y", "deleted")),
            Map.entry("disk_format", List.of("raw", "in:raw,iso", "x:y", "eq:iso")),
            Map.entry("container_format", List.of("bare", "in:bare,ovf", "")),
            Map.entry("size", NUMBERS),
            Map.entry("size_min", NUMBERS),
            Map.entry("size_max", NUMBERS),
            Map.entry("virtual_size_min", NUMBERS),
            Map.entry("min_ram", NUMBERS),
            Map.entry("min_ram_min", NUMBERS),
            Map.entry("min_disk_max", NUMBERS),
            Map.entry("created_at", TIMES),
            Map.entry("updated_at", TIMES),
            Map.entry("os_hidden", List.of("true", "false", "TRUE", "x", "")),
            Map.entry("protected", List.of("true", "false", "True", "x")),
            Map.entry("tag", List.of("x", "y", "z w", " x ", "none")),
            Map.entry("os_distro", List.of("v", "", "in:v,w")),
            Map.entry("k", List.of("v", "1", "w")),
            Map.entry("visibility", List.of("shared", "private", "community", "public", "all", "x", "")),
            Map.entry("member_status", List.of("accepted", "pending", "rejected", "all", "x", "")),
            Map.entry("limit", List.of("0", "1", "3", "1000", "5000", "-1", "x", "")),
            Map.entry(
                    "sort",
                    List.of(
                            "name",
                            "name:asc",
                            "name:asc,created_at:desc",
                            "id:asc",
                            "disk_format:desc,id",
                            "x",
                            " name : asc ,id",
                            "name:x",
                            "",
                            "updated_at:asc",
                            "container_format:asc,name:asc")),
            Map.entry("sort_key", List.of("name", "id", "x", "", "created_at", "disk_format", " status ")),
            Map.entry("sort_dir", List.of("asc", "desc", "x", "")),
            Map.entry("deleted", List.of("true")),
            Map.entry("changes-since", List.of("x")),
            Map.entry("os_hash_algo", List.of("sha512", "md5")),
            Map.entry("save", List.of("x")));
    private static final List<String> NAMES = VALUES.keySet().stream().sorted().toList();
    private static final int MOST = 4;

    private final Random random;
    private final String mark;
    private final List<ImageId> images;

    RandomQuery(Random random, String mark, List<ImageId> images) {
        this.random = random;
        this.mark = mark;
        this.images = images;
    }

    /** Returns a path with a query, which asks for images with the mark and whatever else. */
    String next() {
        List<String[]> parameters = new ArrayList<>();
        parameters.add(new String[] {"tag", mark});
        for (int count = 1 + random.nextInt(MOST); count > 0; count--) {
            int at = random.nextInt(NAMES.size() + 2);
            if (at < NAMES.size()) {
                String name = NAMES.get(at);
                parameters.add(random.nextInt(parameters.size() + 1), new String[] {name, one(VALUES.get(name))});
            } else if (at == NAMES.size()) {
                parameters.add(new String[] {"marker", random.nextInt(8) == 0 ? "x" : image()});
            } else {
                parameters.add(new String[] {"id", random.nextBoolean() ? image() : "in:" + image() + "," + image()});
            }
        }
        return parameters.stream()
                .map(parameter -> URLEncoder.encode(parameter[0], UTF_8) + "=" + URLEncoder.encode(parameter[1], UTF_8))
                .collect(Collectors.joining("&", "/v2/images?", ""));
    }

    private String image() {
        return one(images).value();
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
