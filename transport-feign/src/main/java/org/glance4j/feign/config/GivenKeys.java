package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The keys that a value can be given for with a call. In a file an unknown key is another program's; here it is a mistake. */
final class GivenKeys {
    static final String CLOUD = "cloud";

    private static final String WITH_AUTH = Draft.AUTH + ".";
    private static final Map<String, String> OLDER_NAMES = Map.of(
            "user_name", "username", "tenant_id", "project_id", "tenant_name", "project_name", "auth_token", "token");
    private static final Set<String> CONNECTION = Set.of(
            CLOUD,
            "profile",
            "auth_type",
            "identity_api_version",
            "default_domain",
            "region_name",
            "image_region_name",
            "interface",
            "image_interface",
            "endpoint_type",
            "image_endpoint_type",
            "image_endpoint_override",
            "image_endpoint",
            "image_service_type",
            "image_api_version",
            "verify",
            "insecure",
            "cacert",
            "cert",
            "key",
            "api_timeout");

    private GivenKeys() {}

    /** Returns a key as it stands in a file, without {@code auth} before it, and of two names the one of today. */
    static String normal(String key, Source source) {
        String normal = Draft.normal(key);
        boolean isCredential = normal.startsWith(WITH_AUTH);
        String bare = isCredential ? normal.substring(WITH_AUTH.length()) : normal;
        if (isCredential(bare) || (!isCredential && CONNECTION.contains(bare))) {
            return OLDER_NAMES.getOrDefault(bare, bare);
        }
        throw at(
                source,
                "gives a value for \"" + key + "\", which is no key that a connection has; there are: "
                        + words(CONNECTION) + ", " + words(Credential.allKeys()));
    }

    /** What cannot be done is refused later, where it can be said why. */
    private static boolean isCredential(String key) {
        return Stream.of(Credential.allKeys(), OLDER_NAMES.keySet(), Effective.beyond())
                .anyMatch(keys -> keys.contains(key));
    }

    private static String words(Collection<String> keys) {
        return new TreeSet<>(keys).stream().collect(Collectors.joining(", "));
    }
}
