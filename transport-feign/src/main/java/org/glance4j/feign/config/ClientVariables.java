package org.glance4j.feign.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The variables that the {@code openstack} client takes for its options where these are not given, over whatever cloud is chosen, and
 * the Image service's endpoint, which it has no option for. Source: osc-lib, {@code shell.py} and {@code api/auth.py}.
 */
final class ClientVariables {
    private static final List<String> KEYS = List.of(
            "region_name",
            "interface",
            "cacert",
            "cert",
            "key",
            "default_domain",
            "identity_api_version",
            "image_api_version",
            "image_endpoint_override",
            "service_provider",
            "remote_project_id",
            "remote_project_name",
            "auth_type",
            "auth_url",
            "system_scope",
            "domain_id",
            "domain_name",
            "project_id",
            "project_name",
            "project_domain_id",
            "project_domain_name",
            "trust_id",
            "username",
            "user_id",
            "user_domain_id",
            "user_domain_name",
            "password",
            "passcode",
            "application_credential_id",
            "application_credential_name",
            "application_credential_secret",
            "default_domain_id",
            "default_domain_name",
            "endpoint",
            "token");

    /** Names of another time, which stand for the project where that has none. */
    private static final Map<String, String> OLDER =
            Map.of("project_id", "OS_TENANT_ID", "project_name", "OS_TENANT_NAME");

    private ClientVariables() {}

    static Node.Section of(Surroundings around) {
        Map<String, Node> values = new LinkedHashMap<>();
        for (String key : KEYS) {
            String variable = EnvironmentCloud.PREFIX + key.toUpperCase(Locale.ROOT);
            String found = around.variable(variable).isEmpty() && OLDER.containsKey(key) ? OLDER.get(key) : variable;
            around.variable(found).ifPresent(value -> values.put(key, Node.Text.of(value, Source.variable(found))));
        }
        return new Node.Section(values, Source.variable(EnvironmentCloud.PREFIX + "*"));
    }
}
