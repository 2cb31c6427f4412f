package org.glance4j.feign;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.glance4j.feign.keystone.Credentials;
import org.jspecify.annotations.Nullable;

/** Finds out which credentials a builder's settings are, and refuses settings that lack something or contradict each other. */
final class CredentialChoice {
    private final CredentialSettings set;

    private CredentialChoice(CredentialSettings set) {
        this.set = set;
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
                throw FeignTransportBuilder.configuration(
                        "auth type " + type.word() + " takes " + proof.setting() + " and no " + given.setting());
            }
        }
        return isV2(type) ? new V2Choice(set).choose(proof) : new V3Choice(set).choose(proof);
    }

    private AuthType type() {
        List<Proof> given = secrets(set);
        if (given.size() > 1) {
            throw FeignTransportBuilder.configuration("set either "
                    + given.stream().map(Proof::setting).collect(Collectors.joining(" or ")) + ", not "
                    + (given.size() == 2 ? "both" : "all"));
        }
        if (given.isEmpty()) {
            if (set.applicationCredentialId != null || set.applicationCredentialName != null) {
                return AuthType.V3_APPLICATION_CREDENTIAL;
            }
            if (set.username == null && set.userId == null) {
                throw FeignTransportBuilder.configuration(
                        "there are no credentials: set user, password and project, or token, or an application"
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
}
