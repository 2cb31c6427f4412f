package org.glance4j.feign.config;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the settings of one cloud, which may be spelled in the ways of fifteen years, to one form. Source: openstacksdk,
 * {@code OpenStackConfig.magic_fixes}, and osc-lib, {@code OSC_Config.auth_config_hook}.
 */
final class Adjustments {
    private static final Set<String> WITH_DEFAULT_DOMAIN = Set.of("password", "v3password", "v3totp");
    private static final List<String> DOMAINS =
            List.of("project_domain_id", "project_domain_name", "user_domain_id", "user_domain_name");

    private final Draft draft;
    private final Map<String, Node> values;
    private final Map<String, Node> auth;
    private final Consumer<String> warnings;
    private final Braces braces;

    private Adjustments(Draft draft, Consumer<String> warnings) {
        this.draft = draft;
        this.values = draft.values();
        this.auth = draft.auth();
        this.warnings = warnings;
        this.braces = new Braces(values);
    }

    static void apply(Draft draft, Consumer<String> warnings) {
        Adjustments adjustments = new Adjustments(draft, warnings);
        adjustments.timeouts();
        adjustments.interfaces();
        adjustments.credentials();
        draft.spreadDomain();
        adjustments.authUrl();
        adjustments.identityVersion();
        adjustments.braces();
    }

    /** Older clients had a timeout for each service; the last one holds for all. */
    private void timeouts() {
        List<String> others = values.keySet().stream()
                .filter(key -> key.endsWith("timeout") && !key.equals("timeout") && !key.equals("api_timeout"))
                .toList();
        for (String key : others) {
            lay("api_timeout", values.remove(key));
        }
    }

    private void interfaces() {
        for (String key : List.copyOf(values.keySet())) {
            if (key.endsWith("endpoint_type")) {
                lay(key.replace("endpoint_type", "interface"), values.remove(key));
            }
        }
    }

    /** Lays a value that was spelled otherwise over one of today's spelling. */
    private void lay(String key, @Nullable Node older) {
        Node stronger = Draft.stronger(values.get(key), older);
        if (stronger != null) {
            values.put(key, stronger);
        }
    }

    private void credentials() {
        Node plugin = values.remove("auth_plugin");
        if (plugin != null) {
            warnings.accept(plugin.source() + " has no effect: write auth_type in its place");
        }
        Node passcode = values.remove("passcode");
        if (passcode != null) {
            auth.put("passcode", passcode);
        }
        draft.move("domain_id", "domain_id");
        draft.move("domain_name", "domain_name");
        for (String key : DOMAINS) {
            draft.move(key, key);
        }
        draft.move("token", "auth_token", "token");
        if (word("auth_type").equals("v2password")) {
            draft.move("project_id", "project_id", "tenant_id");
            draft.move("project_name", "project_name", "tenant_name");
        } else {
            draft.move("project_id", "tenant_id", "project_id");
            draft.move("project_name", "tenant_name", "project_name");
        }
    }

    private void authUrl() {
        expand(auth, "auth_url");
    }

    private void identityVersion() {
        String version = word("identity_api_version");
        String type = word("auth_type");
        if (version.startsWith("2") && type.endsWith("password")) {
            for (String key : DOMAINS) {
                Node dropped = auth.remove(key);
                if (dropped != null) {
                    warnings.accept(dropped.source() + " has no effect: identity_api_version 2 knows no domains");
                }
            }
        }
        Node domain = values.get("default_domain");
        if (version.equals("3") && WITH_DEFAULT_DOMAIN.contains(type) && domain instanceof Node.Text) {
            for (String owner : List.of("project_domain_", "user_domain_")) {
                if (!auth.containsKey(owner + "id") && !auth.containsKey(owner + "name")) {
                    auth.put(owner + "id", domain);
                }
            }
        }
    }

    private void braces() {
        for (String key : List.copyOf(values.keySet())) {
            if (!Secrets.isSecret(key)) {
                expand(values, key);
            }
        }
    }

    private void expand(Map<String, Node> within, String key) {
        if (within.get(key) instanceof Node.Text text) {
            within.put(key, braces.expand(text));
        }
    }

    /** A value that is one word; empty if it is none. */
    private String word(String key) {
        @Nullable Node value = values.get(key);
        return value instanceof Node.Text text ? text.text().toLowerCase(Locale.ROOT) : "";
    }
}
