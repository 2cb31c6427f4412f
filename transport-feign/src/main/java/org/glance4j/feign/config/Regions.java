package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The regions that a cloud is known to have, and what each of them sets. Source: openstacksdk, {@code OpenStackConfig._get_region}.
 *
 * @param known the regions; none where the cloud names none
 */
record Regions(List<Region> known) {
    /** The key of another region for images alone. */
    static final String OF_IMAGES = "image_region_name";

    private static final String LIST = "regions";
    private static final String NAME = "region_name";

    /** A region with settings of its own. */
    record Region(Node.Text name, Node.Section values) {}

    /** The regions of a cloud; the profile counts if the cloud itself names none. */
    static Regions of(Node.Section cloud, Node.@Nullable Section profile) {
        for (Node.Section layer : profile == null ? List.of(cloud) : List.of(cloud, profile)) {
            Node list = get(layer, LIST);
            if (list != null) {
                return new Regions(listed(list));
            }
            Node name = get(layer, NAME);
            if (name != null && !(name instanceof Node.Nothing)) {
                return new Regions(named(name));
            }
        }
        return new Regions(List.of());
    }

    private static @Nullable Node get(Node.Section layer, String key) {
        Node found = null;
        for (Map.Entry<String, Node> entry : layer.entries().entrySet()) {
            if (Draft.normal(entry.getKey()).equals(key)) {
                found = entry.getValue();
            }
        }
        return found;
    }

    private static List<Region> listed(Node list) {
        if (!(list instanceof Node.Items items)) {
            throw at(list.source(), "holds " + list.kind() + ", where a list of regions belongs: - name");
        }
        List<Region> regions = new ArrayList<>();
        for (Node item : items.items()) {
            regions.add(region(item));
        }
        return regions;
    }

    private static Region region(Node item) {
        if (item instanceof Node.Text text) {
            return new Region(text, new Node.Section(Map.of(), text.source()));
        }
        Map<String, Node> entries = item.section().entries();
        Node values = entries.getOrDefault("values", new Node.Section(Map.of(), item.source()));
        if (!(entries.get("name") instanceof Node.Text name)
                || entries.size() > (entries.containsKey("values") ? 2 : 1)) {
            throw at(item.source(), "is no region: it has a name, may have values, and nothing else");
        }
        return new Region(name, values.section());
    }

    private static List<Region> named(Node name) {
        if (name instanceof Node.Items) {
            return listed(name);
        }
        if (!(name instanceof Node.Text text)) {
            throw at(name.source(), "holds " + name.kind() + ", where a region's name belongs: put it in quotes");
        }
        List<Region> regions = new ArrayList<>();
        for (String part : text.text().split(",", -1)) {
            regions.add(region(Node.Text.of(part, text.source())));
        }
        return regions;
    }

    /** The region that was asked for, or else the first one; empty where no region is known and none was asked for. */
    Optional<Region> choose(Node.@Nullable Text asked, String cloud) {
        if (asked == null || asked.text().isEmpty()) {
            return known.stream().findFirst();
        }
        if (known.isEmpty()) {
            return Optional.of(region(asked));
        }
        return Optional.of(known.stream()
                .filter(region -> region.name().text().equals(asked.text()))
                .findFirst()
                .orElseThrow(() -> at(
                        asked.source(),
                        "asks for region \"" + asked.text() + "\", which cloud \"" + cloud + "\" does not have; it has "
                                + known.stream()
                                        .map(region -> "\"" + region.name().text() + "\"")
                                        .collect(Collectors.joining(", ")))));
    }
}
