package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The settings of one cloud while they are put together: layers are laid over each other, the section {@code auth} key by key and all
 * else as a whole. Source: openstacksdk, {@code OpenStackConfig.get_one}.
 */
final class Draft {
    static final String AUTH = "auth";

    private static final List<String> PROJECT = List.of("project_id", "project_name", "tenant_id", "tenant_name");

    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> auth = new LinkedHashMap<>();

    Map<String, Node> values() {
        return values;
    }

    Map<String, Node> auth() {
        return auth;
    }

    /** Lays a section on top, keys without a value as well. */
    void lay(Node.Section layer) {
        layer.entries().forEach((key, value) -> {
            if (key.equals(AUTH)) {
                value.section().entries().forEach((inner, credential) -> auth.put(normal(inner), credential));
            } else {
                values.put(normal(key), value);
            }
        });
    }

    /** Lays a section on top, but for keys without a value. */
    void layGiven(Node.Section layer) {
        Map<String, Node> given = new LinkedHashMap<>(layer.entries());
        given.values().removeIf(Node.Nothing.class::isInstance);
        lay(new Node.Section(given, layer.source()));
    }

    static String normal(String key) {
        return key.replace('-', '_');
    }

    /** The value of the more special of two keys, or else of the other; but what only the other was given for this very call wins. */
    @Nullable
    Node first(String key, String otherwise) {
        Node general = values.get(otherwise);
        Node special = special(key, otherwise);
        return isThere(general) ? stronger(general, special) : special;
    }

    /** The value of the more special of two keys, or else of the other. */
    @Nullable
    Node special(String key, String otherwise) {
        Node special = values.get(key);
        return isThere(special) ? special : values.get(otherwise);
    }

    /** A value that has to be there, as a text. */
    static Node.Text requireText(@Nullable Node value, String wanted) {
        if (value instanceof Node.Text text) {
            return text;
        }
        Node found = value == null ? new Node.Nothing(Source.DEFAULT) : value;
        throw at(found.source(), "holds " + found.kind() + ", where a text belongs: " + wanted);
    }

    /** Moves the last of several aliases into {@code auth}; of one name, what stands in {@code auth} already wins. */
    void move(String target, String... aliases) {
        Node winner = null;
        for (String alias : aliases) {
            Node outer = values.remove(alias);
            Node inner = auth.remove(alias);
            winner = stronger(stronger(winner, outer), inner);
        }
        if (winner != null && isThere(winner)) {
            auth.put(target, winner);
        }
    }

    /** The later one, unless only the earlier one was given for this very call; a key without a value is none. */
    static @Nullable Node stronger(@Nullable Node earlier, @Nullable Node later) {
        if (later == null || later instanceof Node.Nothing) {
            return earlier;
        }
        boolean stays = earlier != null
                && earlier.source().isExplicit()
                && !later.source().isExplicit();
        return stays ? earlier : later;
    }

    /**
     * Makes a domain that stands by itself the user's and the project's, where there is a project: without one it is what the token
     * is for, as is one that was given for this very call.
     */
    void spreadDomain() {
        if (PROJECT.stream().noneMatch(this::has)) {
            return;
        }
        for (String kind : List.of("id", "name")) {
            String key = "domain_" + kind;
            Node domain = stronger(values.get(key), auth.get(key));
            if (domain == null || !isThere(domain) || domain.source().isExplicit()) {
                continue;
            }
            values.remove(key);
            auth.remove(key);
            for (String owner : List.of("user_domain_" + kind, "project_domain_" + kind)) {
                if (!has(owner)) {
                    auth.put(owner, domain);
                }
            }
        }
    }

    private boolean has(String key) {
        return isThere(values.get(key)) || isThere(auth.get(key));
    }

    static boolean isThere(@Nullable Node value) {
        return value != null
                && !(value instanceof Node.Nothing)
                && !(value instanceof Node.Text text && text.text().isEmpty());
    }

    /** Takes out what was not given for this very call. */
    void dropWeaker(Set<String> keys) {
        values.entrySet().removeIf(entry -> isWeaker(entry, keys));
        auth.entrySet().removeIf(entry -> isWeaker(entry, keys));
    }

    private static boolean isWeaker(Map.Entry<String, Node> entry, Set<String> keys) {
        return keys.contains(entry.getKey()) && !entry.getValue().source().isExplicit();
    }
}
