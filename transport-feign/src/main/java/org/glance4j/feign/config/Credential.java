package org.glance4j.feign.config;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.feign.AuthType;

/** The ways to prove who one is, each with the keys of {@code auth} that it takes. Source: keystoneauth's plugins. */
enum Credential {
    PASSWORD("password", Keys.USER, Keys.SCOPE, Set.of("password"), Keys.GENERIC),
    TOKEN("token", Keys.SCOPE, Set.of("token"), Keys.GENERIC),
    V3_PASSWORD("v3password", Keys.USER, Keys.SCOPE, Set.of("password")),
    V3_TOKEN("v3token", Keys.SCOPE, Set.of("token")),
    V3_APPLICATION_CREDENTIAL(
            "v3applicationcredential",
            Keys.USER,
            Keys.SCOPE,
            Set.of("application_credential_id", "application_credential_name", "application_credential_secret")),
    V2_PASSWORD("v2password", Set.of("username", "user_id", "password"), Keys.TENANT),
    V2_TOKEN("v2token", Set.of("token"), Keys.TENANT),
    RACKSPACE_API_KEY("rackspace_apikey", Set.of("username", "api_key"), Keys.TENANT),
    /** A token that is used as it is, at an endpoint that is given: there is no identity service. */
    ADMIN_TOKEN("admin_token", Set.of("token", "endpoint"), Keys.TENANT);

    static final String AUTH_URL = "auth_url";

    private final String word;

    @SuppressWarnings("ImmutableEnumChecker") // it cannot be changed from outside, and nothing changes it within
    private final Set<String> keys;

    @SafeVarargs
    @SuppressWarnings("varargs")
    Credential(String word, Set<String>... keys) {
        this.word = word;
        Set<String> all = new LinkedHashSet<>();
        all.add(AUTH_URL);
        Arrays.stream(keys).forEach(set -> set.stream().sorted().forEach(all::add));
        this.keys = Collections.unmodifiableSet(all);
    }

    /** Sets of keys that go together. */
    private static final class Keys {
        private static final Set<String> USER = Set.of("username", "user_id", "user_domain_id", "user_domain_name");
        private static final Set<String> TENANT = Set.of("project_id", "project_name");
        private static final Set<String> SCOPE = Set.of(
                "project_id",
                "project_name",
                "project_domain_id",
                "project_domain_name",
                "domain_id",
                "domain_name",
                "system_scope");
        private static final Set<String> GENERIC = Set.of("default_domain_id", "default_domain_name");
    }

    static Optional<Credential> of(String word) {
        String same = word.equals("token_endpoint") ? ADMIN_TOKEN.word : word;
        return Arrays.stream(values()).filter(type -> type.word.equals(same)).findFirst();
    }

    static String words() {
        return Arrays.stream(values()).map(Credential::word).collect(Collectors.joining(", "));
    }

    /** The keys that any of them takes. */
    static Set<String> allKeys() {
        return Arrays.stream(values()).flatMap(type -> type.keys.stream()).collect(Collectors.toSet());
    }

    String word() {
        return word;
    }

    /** The keys that it takes, in the order in which they are shown. */
    Set<String> keys() {
        return keys;
    }

    /** The keys of which one at least has to be there, for each thing that is needed. */
    Stream<List<String>> needed() {
        Stream<List<String>> own = switch (this) {
            case PASSWORD, V3_PASSWORD, V2_PASSWORD -> Stream.of(List.of("username", "user_id"), List.of(secret()));
            case TOKEN, V3_TOKEN, V2_TOKEN, ADMIN_TOKEN -> Stream.of(List.of(secret()));
            case V3_APPLICATION_CREDENTIAL ->
                Stream.of(List.of("application_credential_id", "application_credential_name"), List.of(secret()));
            case RACKSPACE_API_KEY -> Stream.of(List.of("username"), List.of(secret()));
        };
        return this == ADMIN_TOKEN ? own : Stream.concat(Stream.of(List.of(AUTH_URL)), own);
    }

    /** The key of what proves it. */
    String secret() {
        return switch (this) {
            case PASSWORD, V3_PASSWORD, V2_PASSWORD -> "password";
            case TOKEN, V3_TOKEN, V2_TOKEN, ADMIN_TOKEN -> "token";
            case V3_APPLICATION_CREDENTIAL -> "application_credential_secret";
            case RACKSPACE_API_KEY -> "api_key";
        };
    }

    /** Whether users and projects stand in domains. */
    boolean hasDomains() {
        return keys.containsAll(Keys.SCOPE);
    }

    /** What the transport calls it; empty for a token that no identity service is asked about. */
    Optional<AuthType> authType() {
        return AuthType.of(word);
    }

    /** The same of Identity v2.0. */
    Credential ofVersion2() {
        return switch (this) {
            case PASSWORD -> V2_PASSWORD;
            case TOKEN -> V2_TOKEN;
            default -> this;
        };
    }
}
