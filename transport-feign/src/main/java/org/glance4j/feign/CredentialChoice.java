package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.keystone.Credentials;
import org.glance4j.feign.keystone.Named;
import org.glance4j.feign.keystone.V2Credentials;
import org.glance4j.feign.keystone.V3Credentials;
import org.jspecify.annotations.Nullable;

/** Finds out which credentials a builder's settings are, and refuses settings that lack something or contradict each other. */
final class CredentialChoice {
    private final CredentialSettings set;
    private final List<String> missing = new ArrayList<>();

    private CredentialChoice(CredentialSettings set) {
        this.set = set;
    }

    /** The secrets by which one proves who one is. */
    private enum Proof {
        PASSWORD("password"),
        TOKEN("token"),
        APPLICATION_CREDENTIAL("applicationCredentialSecret"),
        API_KEY("apiKey");

        private final String setting;

        Proof(String setting) {
            this.setting = setting;
        }

        static Proof of(AuthType type) {
            return switch (type) {
                case PASSWORD, V2_PASSWORD, V3_PASSWORD -> PASSWORD;
                case TOKEN, V2_TOKEN, V3_TOKEN -> TOKEN;
                case V3_APPLICATION_CREDENTIAL -> APPLICATION_CREDENTIAL;
                case RACKSPACE_API_KEY -> API_KEY;
            };
        }
    }

    /** Returns whether any of the settings is one of credentials. */
    static boolean isMade(CredentialSettings set) {
        return set.authType != null || !secrets(set).isEmpty();
    }

    /** Returns the credentials. */
    static Credentials of(CredentialSettings set) {
        return new CredentialChoice(set).choose();
    }

    private static List<Proof> secrets(CredentialSettings set) {
        Map<Proof, Object> secrets = new EnumMap<>(Proof.class);
        put(secrets, Proof.PASSWORD, set.password);
        put(secrets, Proof.TOKEN, set.token);
        put(secrets, Proof.APPLICATION_CREDENTIAL, set.applicationCredentialSecret);
        put(secrets, Proof.API_KEY, set.apiKey);
        return List.copyOf(secrets.keySet());
    }

    private static void put(Map<Proof, Object> secrets, Proof proof, @Nullable Object secret) {
        if (secret != null) {
            secrets.put(proof, secret);
        }
    }

    private Credentials choose() {
        AuthType type = set.authType != null ? set.authType : type();
        Proof proof = Proof.of(type);
        for (Proof given : secrets(set)) {
            if (given != proof) {
                throw refused("auth type " + type.word() + " takes " + proof.setting + " and no " + given.setting);
            }
        }
        return isV2(type) ? v2(proof) : v3(proof);
    }

    private AuthType type() {
        List<Proof> given = secrets(set);
        if (given.size() > 1) {
            throw refused("set either "
                    + given.stream().map(proof -> proof.setting).collect(Collectors.joining(" or ")) + ", not "
                    + (given.size() == 2 ? "both" : "all"));
        }
        if (given.isEmpty()) {
            if (set.applicationCredentialId != null || set.applicationCredentialName != null) {
                return AuthType.V3_APPLICATION_CREDENTIAL;
            }
            if (set.username == null && set.userId == null) {
                throw refused("there are no credentials: set user, password and project, or token, or an application"
                        + " credential, or apiKey, or tokenSource");
            }
            return AuthType.PASSWORD;
        }
        return switch (given.get(0)) {
            case PASSWORD -> AuthType.PASSWORD;
            case TOKEN -> AuthType.TOKEN;
            case APPLICATION_CREDENTIAL -> AuthType.V3_APPLICATION_CREDENTIAL;
            case API_KEY -> AuthType.RACKSPACE_API_KEY;
        };
    }

    private boolean isV2(AuthType type) {
        return switch (type) {
            case V2_PASSWORD, V2_TOKEN, RACKSPACE_API_KEY -> true;
            case PASSWORD, TOKEN -> namesV2(set.authUrl);
            case V3_PASSWORD, V3_TOKEN, V3_APPLICATION_CREDENTIAL -> false;
        };
    }

    private static boolean namesV2(@Nullable URI authUrl) {
        return authUrl != null
                && authUrl.getPath() != null
                && authUrl.getPath().replaceFirst("/+$", "").endsWith("/v2.0");
    }

    // ---- Identity v2.0

    private Credentials v2(Proof proof) {
        noDomain("userDomain", set.userDomainId, set.userDomainName);
        noDomain("projectDomain", set.projectDomainId, set.projectDomainName);
        if (isAnySet(set.domainId, set.domainName, set.systemScope)) {
            throw refused("Identity v2.0 has neither domains nor a system: set a project instead of "
                    + settings(
                            List.of("domainId", "domainName", "systemScope"),
                            set.domainId,
                            set.domainName,
                            set.systemScope));
        }
        V2Credentials.Proof who = v2Proof(proof);
        return new V2Credentials(who, set.projectId, set.projectName);
    }

    private V2Credentials.Proof v2Proof(Proof proof) {
        return switch (proof) {
            case PASSWORD -> {
                need("username or userId", set.username, set.userId);
                need("password", set.password);
                refuseMissing();
                yield new V2Credentials.Password(
                        new Named(set.userId, set.username, null, null), requireNonNull(set.password));
            }
            case TOKEN -> {
                need("token", set.token);
                refuseMissing();
                yield new V2Credentials.Token(requireNonNull(set.token));
            }
            case API_KEY -> {
                need("username", set.username);
                need("apiKey", set.apiKey);
                refuseMissing();
                yield new V2Credentials.ApiKey(requireNonNull(set.username), requireNonNull(set.apiKey));
            }
            case APPLICATION_CREDENTIAL -> throw new IllegalStateException("Identity v2.0 has no such credential");
        };
    }

    /** Identity v2.0 knows one domain, and it has these names in Identity v3. */
    private static void noDomain(String setting, @Nullable String id, @Nullable String name) {
        if ((id != null && !id.equals("default")) || (name != null && !name.equals("Default"))) {
            throw refused("Identity v2.0 has no domains: leave out " + setting + (id != null ? "Id" : "Name"));
        }
    }

    // ---- Identity v3

    private Credentials v3(Proof proof) {
        return switch (proof) {
            case PASSWORD -> {
                Named user = user();
                need("password", set.password);
                V3Credentials.Scope scope = scope();
                refuseMissing();
                yield new V3Credentials(new V3Credentials.Password(user, requireNonNull(set.password)), scope);
            }
            case TOKEN -> {
                need("token", set.token);
                V3Credentials.Scope scope = scope();
                refuseMissing();
                yield new V3Credentials(new V3Credentials.Token(requireNonNull(set.token)), scope);
            }
            case APPLICATION_CREDENTIAL -> applicationCredential();
            case API_KEY -> throw new IllegalStateException("Identity v3 has no such key");
        };
    }

    private Credentials applicationCredential() {
        if (isAnySet(set.projectId, set.projectName, set.domainId, set.domainName, set.systemScope)) {
            throw refused("an application credential has its own project: leave out "
                    + settings(
                            List.of("projectId", "projectName", "domainId", "domainName", "systemScope"),
                            set.projectId,
                            set.projectName,
                            set.domainId,
                            set.domainName,
                            set.systemScope));
        }
        need(
                "applicationCredentialId or applicationCredentialName",
                set.applicationCredentialId,
                set.applicationCredentialName);
        need("applicationCredentialSecret", set.applicationCredentialSecret);
        Named user = null;
        if (set.applicationCredentialId == null) {
            user = user();
        } else if (isAnySet(set.userId, set.username)) {
            throw refused("an application credential with an id has its own user: leave out "
                    + settings(List.of("userId", "username"), set.userId, set.username));
        }
        refuseMissing();
        return new V3Credentials(
                new V3Credentials.ApplicationCredential(
                        set.applicationCredentialId,
                        set.applicationCredentialName,
                        user,
                        requireNonNull(set.applicationCredentialSecret)),
                new V3Credentials.Unsaid());
    }

    private Named user() {
        need("username or userId", set.username, set.userId);
        if (set.userId == null && set.username != null) {
            need("userDomainName or userDomainId", set.userDomainName, set.userDomainId);
        }
        return new Named(set.userId, set.username, set.userDomainId, set.userDomainName);
    }

    private V3Credentials.Scope scope() {
        boolean project = isAnySet(set.projectId, set.projectName);
        boolean domain = isAnySet(set.domainId, set.domainName);
        boolean system = set.systemScope != null;
        if (Stream.of(project, domain, system).filter(wanted -> wanted).count() > 1) {
            throw refused("a token is for one thing: set either a project, or a domain, or systemScope");
        }
        if (domain) {
            return new V3Credentials.Domain(new Named(set.domainId, set.domainName, null, null));
        }
        if (system) {
            if (!"all".equals(set.systemScope)) {
                throw refused("systemScope must be all");
            }
            return new V3Credentials.TheSystem();
        }
        if (!project) {
            return new V3Credentials.Unsaid();
        }
        if (set.projectId == null) {
            need("projectDomainName or projectDomainId", set.projectDomainName, set.projectDomainId);
        }
        return new V3Credentials.Project(
                new Named(set.projectId, set.projectName, set.projectDomainId, set.projectDomainName));
    }

    // ---- what all have in common

    private void need(String setting, @Nullable Object... oneOf) {
        if (!isAnySet(oneOf)) {
            missing.add(setting);
        }
    }

    private void refuseMissing() {
        if (!missing.isEmpty()) {
            throw refused(String.join(", ", missing) + (missing.size() == 1 ? " is missing" : " are missing"));
        }
    }

    private static boolean isAnySet(@Nullable Object... values) {
        return Stream.of(values).anyMatch(value -> value != null);
    }

    /** Returns the names of the settings that have a value. */
    private static String settings(List<String> names, @Nullable Object... values) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            if (values[i] != null) {
                found.add(names.get(i));
            }
        }
        return String.join(" and ", found);
    }

    private static ConfigurationException refused(String problem) {
        return FeignTransportBuilder.configuration(problem);
    }
}
