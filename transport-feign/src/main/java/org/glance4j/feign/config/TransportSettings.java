package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.glance4j.auth.Secret;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.feign.ProxySettings;
import org.glance4j.feign.http.Origin;

/** Puts values where the transport's builder has them. */
record TransportSettings(Values values, ProxySettings proxies, String advice) {
    private static final String AUTH = "auth.";
    private static final List<String> SCOPE =
            List.of("auth.project_id", "auth.project_name", "auth.domain_id", "auth.domain_name", "auth.system_scope");

    /** What Identity v2.0 cannot be told, each with the word that means in Identity v3 what v2.0 does anyway. */
    private static final Map<String, String> ONLY_IN_VERSION_3 = new TreeMap<>(Map.of(
            "auth.user_domain_id", "default",
            "auth.user_domain_name", "Default",
            "auth.project_domain_id", "default",
            "auth.project_domain_name", "Default",
            "auth.domain_id", "",
            "auth.domain_name", "",
            "auth.system_scope", ""));

    private static final int MILLIS = 1000;
    private static final double LONGEST_SECONDS = 1e9;

    FeignTransportBuilder builder() {
        Credential type = values.find("auth_type").flatMap(Credential::of).orElse(Credential.PASSWORD);
        requireComplete(type);
        requireScope(type);
        FeignTransportBuilder transport = FeignTransport.builder();
        set("region_name", transport::region);
        set("interface", transport::endpointInterface);
        url("image_endpoint_override", Origin::ofImageService).ifPresent(transport::endpoint);
        set("api_timeout", text -> transport.responseTimeout(seconds(text)));
        transport.proxy(proxies);
        security(transport);
        if (type == Credential.ADMIN_TOKEN) {
            url(AUTH + "endpoint", Origin::ofImageService)
                    .filter(url -> !values.has("image_endpoint_override"))
                    .ifPresent(transport::endpoint);
            return transport.tokenSource(new GivenToken(secret("token"), values.find("auth.project_id")));
        }
        url(AUTH + Credential.AUTH_URL, Origin::ofIdentityService).ifPresent(transport::authUrl);
        type.authType().ifPresent(transport::authType);
        if (type == Credential.V3_APPLICATION_CREDENTIAL) {
            applicationCredential(transport);
        } else {
            user(transport);
            scope(transport);
        }
        return transport;
    }

    private void security(FeignTransportBuilder transport) {
        boolean verify = values.find("verify").map(Boolean::valueOf).orElse(true);
        transport.verify(verify);
        if (verify) {
            file("cacert", transport::cacert);
        }
        if (values.has("cert")) {
            file("cert", transport::cert);
            file("key", transport::key);
        }
    }

    /** Whether it holds what it should is found when the transport is built, whether it is there while its place is known. */
    private void file(String key, Consumer<Path> target) {
        values.find(key).map(Path::of).ifPresent(file -> {
            if (!Files.exists(file)) {
                throw at(values.source(key), "names " + file + " as " + key + ", and there is no such file");
            }
            target.accept(file);
        });
    }

    /** An application credential has its project, and one with an id its user as well: what a file says of them adds nothing. */
    private void applicationCredential(FeignTransportBuilder transport) {
        for (String key : SCOPE) {
            if (values.has(key)) {
                throw at(
                        values.source(key),
                        "cannot stand beside an application credential, which has its own project: take " + key
                                + " out");
            }
        }
        transport.applicationCredentialSecret(secret("application_credential_secret"));
        if (values.has("auth.application_credential_id")) {
            set("auth.application_credential_id", transport::applicationCredentialId);
            return;
        }
        set("auth.application_credential_name", transport::applicationCredentialName);
        user(transport);
    }

    private void user(FeignTransportBuilder transport) {
        if (values.has("auth.user_id")) {
            set("auth.user_id", transport::userId);
        } else {
            set("auth.username", transport::username);
            either("auth.user_domain_id", transport::userDomainId, "auth.user_domain_name", transport::userDomainName);
        }
        ifSecret("password", transport::password);
        ifSecret("token", transport::token);
        ifSecret("api_key", transport::apiKey);
    }

    private void scope(FeignTransportBuilder transport) {
        if (values.has("auth.project_id")) {
            set("auth.project_id", transport::projectId);
        } else if (values.has("auth.project_name")) {
            set("auth.project_name", transport::projectName);
            either(
                    "auth.project_domain_id",
                    transport::projectDomainId,
                    "auth.project_domain_name",
                    transport::projectDomainName);
        }
        either("auth.domain_id", transport::domainId, "auth.domain_name", transport::domainName);
        set("auth.system_scope", transport::systemScope);
        List<String> scopes = SCOPE.stream()
                .filter(values::has)
                .filter(Predicate.not("auth.project_name"::equals).or(key -> !values.has("auth.project_id")))
                .toList();
        if (scopes.size() > 1) {
            throw Problems.of("a token is for one thing, but "
                    + scopes.stream()
                            .map(key -> values.source(key) + " sets " + key)
                            .collect(Collectors.joining(", and "))
                    + ": leave one of them");
        }
    }

    /** What Identity v2.0 does not have, and what no system is called. */
    private void requireScope(Credential type) {
        values.find("auth.system_scope").filter(Predicate.not("all"::equals)).ifPresent(other -> {
            throw at(values.source("auth.system_scope"), "must be all, the one system that there is");
        });
        boolean isVersion2 = (type == Credential.PASSWORD || type == Credential.TOKEN) && values.isVersion2Url();
        if (!isVersion2) {
            return;
        }
        ONLY_IN_VERSION_3.forEach((key, same) -> values.find(key)
                .filter(Predicate.not(same::equals))
                .ifPresent(other -> {
                    throw at(
                            values.source(key),
                            "sets " + key + ", and Identity v2.0, which auth_url names ("
                                    + values.source(AUTH + Credential.AUTH_URL).place()
                                    + "), has neither domains nor a system: leave it out, or take the URL of Identity v3");
                }));
    }

    /** Says at once all that is missing. */
    private void requireComplete(Credential type) {
        List<String> missing = type.needed()
                .filter(keys -> keys.stream().noneMatch(key -> values.has(AUTH + key)))
                .map(keys -> keys.stream().map(TransportSettings::named).collect(Collectors.joining(" or ")))
                .collect(Collectors.toList());
        if (type == Credential.ADMIN_TOKEN && !values.has("image_endpoint_override") && !values.has("auth.endpoint")) {
            missing.add("image_endpoint_override");
        }
        boolean isByName =
                type == Credential.V3_APPLICATION_CREDENTIAL && !values.has("auth.application_credential_id");
        if (isByName && !values.has("auth.username") && !values.has("auth.user_id")) {
            missing.add(named("username") + " or " + named("user_id"));
        }
        if (missing.isEmpty()) {
            return;
        }
        String problem = String.join(", ", missing) + (missing.size() == 1 ? " is missing" : " are missing");
        String cloud = values.find("cloud")
                .map(name ->
                        "for cloud \"" + name + "\" (" + values.source("cloud").place() + ") " + problem)
                .orElse(problem);
        throw Problems.of(cloud + advice);
    }

    private static String named(String key) {
        return AUTH + key + " (OS_" + key.toUpperCase(Locale.ROOT) + ")";
    }

    private void set(String key, Consumer<String> target) {
        values.find(key).ifPresent(target);
    }

    /** An id says it better than a name. */
    private void either(String id, Consumer<String> byId, String name, Consumer<String> byName) {
        if (values.has(id)) {
            set(id, byId);
        } else {
            set(name, byName);
        }
    }

    private Secret secret(String key) {
        return Secret.of(values.find(AUTH + key).orElse(""));
    }

    private void ifSecret(String key, Consumer<Secret> target) {
        values.find(AUTH + key).map(Secret::of).ifPresent(target);
    }

    /** A URL that the transport will take: whether it does is asked here, where the place can be named that it comes from. */
    private Optional<URI> url(String key, Function<URI, Origin> use) {
        return values.find(key).map(text -> {
            try {
                URI url = new URI(text);
                Origin unused = use.apply(url);
                return url;
            } catch (URISyntaxException e) {
                // The exception quotes the text, in which a password may stand.
                throw at(values.source(key), "sets " + key + " to what is no URL");
            } catch (IllegalArgumentException e) {
                throw at(values.source(key), "sets " + key + " to a URL that " + e.getMessage());
            }
        });
    }

    private Duration seconds(String text) {
        double seconds;
        try {
            seconds = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw at(values.source("api_timeout"), "must be a number of seconds");
        }
        if (!(seconds > 0) || seconds > LONGEST_SECONDS) {
            throw at(values.source("api_timeout"), "must be a number of seconds above 0");
        }
        return Duration.ofMillis(Math.max(1, Math.round(seconds * MILLIS)));
    }
}
