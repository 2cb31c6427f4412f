package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Takes out of a cloud's settings what a connection to the Image service is made of, and refuses what it cannot do where leaving that
 * out would mean another user, project or place.
 */
final class Effective {
    private static final Set<String> INTERFACES = Set.of("public", "internal", "admin");
    private static final List<String> FILES = List.of("cacert", "cert", "key");
    private static final String VERIFY = "verify";
    private static final String INSECURE = "insecure";
    private static final String YES = "true";
    private static final Set<String> WORDS = Set.of(YES, "false");
    private static final String DEFAULT_DOMAIN = "default";

    /** What other clients act upon and this one cannot: a connection without it would be another one. */
    private static final Map<String, String> BEYOND = Map.of(
            "trust_id", "acting on behalf of another user",
            "passcode", "one-time passwords",
            "service_provider", "federation",
            "remote_project_id", "federation",
            "remote_project_name", "federation",
            "image_service_name", "choosing a service by its name");

    private final Draft draft;
    private final Map<String, Node> settings;
    private final Map<String, Node> auth;
    private final Surroundings around;
    private final Consumer<String> warnings;
    private final Values values;

    private Effective(Draft draft, Surroundings around, Consumer<String> warnings) {
        this.draft = draft;
        this.settings = draft.values();
        this.auth = draft.auth();
        this.around = around;
        this.warnings = warnings;
        this.values = new Values(warnings);
    }

    static Values of(Draft draft, Optional<Node.Text> cloud, Surroundings around, Consumer<String> warnings) {
        Effective effective = new Effective(draft, around, warnings);
        cloud.ifPresent(name -> effective.values.put("cloud", name));
        effective.values.take("profile", draft.values().get("profile"));
        effective.refuseWhatIsBeyond();
        effective.place();
        effective.security();
        effective.credentials();
        return effective.values;
    }

    /** The keys that are refused. */
    static Set<String> beyond() {
        return BEYOND.keySet();
    }

    private void refuseWhatIsBeyond() {
        BEYOND.forEach((key, what) -> Stream.of(settings, auth)
                .map(map -> map.get(key))
                .filter(value -> value instanceof Node.Text text && !text.text().isEmpty())
                .findFirst()
                .ifPresent(value -> {
                    throw at(value.source(), "sets " + key + ": " + what + " is not supported");
                }));
    }

    // ---- where the Image service is

    private void place() {
        values.take("region_name", draft.special(Regions.OF_IMAGES, "region_name"));
        Node.Text word = Draft.requireText(
                draft.first("image_interface", "interface"), "one of " + String.join(", ", INTERFACES));
        String visibleOn = word.text().replaceFirst("URL$", "");
        if (!INTERFACES.contains(visibleOn)) {
            throw at(word.source(), "must be public, internal or admin");
        }
        values.put("interface", new Node.Text(visibleOn, Node.Reading.TEXT, visibleOn, word.source()));
        values.take("image_endpoint_override", draft.first("image_endpoint_override", "image_endpoint"));
        Node unprefixed = settings.get("endpoint_override");
        if (unprefixed != null) {
            warnings.accept(unprefixed.source() + " has no effect: the Image service's is image_endpoint_override");
        }
        requireWord("image_service_type", "image");
        requireWord("image_api_version", "2");
        values.take("api_timeout", settings.get("api_timeout"));
    }

    private void requireWord(String key, String beginning) {
        if (settings.get(key) instanceof Node.Text text
                && !text.text().isEmpty()
                && !text.text().startsWith(beginning)) {
            throw at(text.source(), "must be " + beginning + ", which is what this client speaks");
        }
    }

    // ---- whom to trust there

    private void security() {
        boolean verify = flag(VERIFY, true);
        boolean insecure = flag(INSECURE, false);
        boolean verified = verify && !insecure;
        Node decides = settings.get(insecure ? INSECURE : VERIFY);
        values.put(VERIFY, Node.Text.of(String.valueOf(verified), decides == null ? Source.DEFAULT : decides.source()));
        FILES.forEach(this::file);
        if (values.has("cacert") && !verified) {
            warnings.accept(values.source("cacert") + " has no effect: certificates are not verified");
        }
        if (values.has("key") && !values.has("cert")) {
            warnings.accept(values.source("key") + " has no effect without cert");
        }
    }

    private void file(String key) {
        values.take(key, settings.get(key));
        values.find(key).ifPresent(name -> {
            Source source = values.source(key);
            try {
                values.put(key, Node.Text.of(around.file(name).toString(), source));
            } catch (InvalidPathException e) {
                throw at(source, "sets " + key + " to what cannot be a file's name");
            }
        });
    }

    /** A file says yes or no; variables and options can only say it in words. */
    private boolean flag(String key, boolean otherwise) {
        Node value = settings.get(key);
        if (value == null || value instanceof Node.Nothing) {
            return otherwise;
        }
        if (value instanceof Node.Flag flag) {
            return flag.isSet();
        }
        if (value instanceof Node.Text text && text.reading() == Node.Reading.TEXT) {
            String word = text.text().toLowerCase(Locale.ROOT);
            if (word.isEmpty()) {
                return otherwise;
            }
            // Any other word: of insecure it is no yes, and of verify nobody knows.
            if (key.equals(INSECURE) || (value.source().isExplicit() && WORDS.contains(word))) {
                return word.equals(YES);
            }
        }
        throw at(value.source(), mustBeFlag(key, value.source()));
    }

    private static String mustBeFlag(String key, Source source) {
        if (!key.equals(VERIFY)) {
            return "must be true or false";
        }
        return (source.isExplicit() ? "must be true or false" : "must be true or false without quotes")
                + "; a bundle of certificates is named by cacert, and the variable that switches verification off is "
                + "OS_INSECURE";
    }

    // ---- who asks

    private void credentials() {
        Credential type = CredentialType.choose(draft, values);
        for (String key : type.keys()) {
            values.take("auth." + key, credential(key));
        }
        auth.forEach((key, value) -> {
            if (!type.keys().contains(key) && !key.equals("user_name") && !(value instanceof Node.Nothing)) {
                passOver(type, key, value);
            }
        });
        for (String key : new TreeSet<>(Credential.allKeys())) {
            Node value = settings.get(key);
            if (value != null && value.source().isExplicit() && !type.keys().contains(key)) {
                passOver(type, key, value);
            }
        }
        refuseUserBesideItsCredential(type);
        if (type.hasDomains() && !values.isVersion2Url()) {
            domain("user_domain", "auth.username", "auth.user_id");
            domain("project_domain", "auth.project_name", "auth.project_id");
        }
    }

    /** What stands in a file beside the credentials that hold is warned of; who gives it for the call wants it to count. */
    private void passOver(Credential type, String key, Node value) {
        if (!Credential.allKeys().contains(key)) {
            throw at(
                    value.source(),
                    "sets " + key + ", which is no key of auth; with auth_type " + type.word() + " there are: "
                            + String.join(", ", type.keys()));
        }
        String problem = "has no effect: auth_type " + type.word() + " takes no " + key;
        if (value.source().isExplicit() && !key.contains("_domain_")) {
            throw at(
                    value.source(),
                    problem + " (auth_type: " + values.source("auth_type").place()
                            + "); leave it out, or give an auth_type that takes it");
        }
        warnings.accept(value.source() + " " + problem);
    }

    private void refuseUserBesideItsCredential(Credential type) {
        if (type != Credential.V3_APPLICATION_CREDENTIAL || !values.has("auth.application_credential_id")) {
            return;
        }
        for (String key : List.of("auth.username", "auth.user_id")) {
            if (values.source(key).isExplicit()) {
                throw at(
                        values.source(key),
                        "has no effect: the application credential that "
                                + values.source("auth.application_credential_id")
                                        .place()
                                + " names by id has its own user; leave it out, or give a password as well");
            }
        }
    }

    /** What is given for the call first; then what stands in {@code auth}, and last what stands beside it. */
    private @Nullable Node credential(String key) {
        Node outer = draft.first(key, key.equals("username") ? "user_name" : key);
        Node inner = auth.containsKey(key) || !key.equals("username") ? auth.get(key) : auth.get("user_name");
        if (outer == null || outer instanceof Node.Nothing) {
            return inner;
        }
        if (inner != null && !(inner instanceof Node.Nothing) && !outer.source().isAboveFiles()) {
            warnings.accept(outer.source() + " has no effect: " + inner.source() + " holds");
            return inner;
        }
        return outer;
    }

    /** A name means nothing outside its domain; where none is said it is the one that every cloud begins with. */
    private void domain(String domain, String name, String id) {
        String key = "auth." + domain + "_id";
        if (!values.has(name) || values.has(id) || values.has(key) || values.has("auth." + domain + "_name")) {
            return;
        }
        if (values.has("auth.default_domain_id")) {
            values.put(key, Node.Text.of(found("auth.default_domain_id"), values.source("auth.default_domain_id")));
        } else if (values.has("auth.default_domain_name")) {
            values.put(
                    "auth." + domain + "_name",
                    Node.Text.of(found("auth.default_domain_name"), values.source("auth.default_domain_name")));
        } else if (settings.get("default_domain") instanceof Node.Text given
                && !given.text().isEmpty()) {
            values.put(key, given);
        } else {
            values.put(key, Node.Text.of(DEFAULT_DOMAIN, Source.DEFAULT));
        }
    }

    private String found(String key) {
        return values.find(key).orElse("");
    }
}
