package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Chooses what to prove with who asks: as it is asked for with the call; or else as the secret says that is given for the call; or else
 * as a file or a variable says; or else as the only secret that is there.
 */
final class CredentialType {
    private final Draft draft;

    private CredentialType(Draft draft) {
        this.draft = draft;
    }

    /** Returns the type that holds, which is put to the values. */
    static Credential choose(Draft draft, Values values) {
        CredentialType choice = new CredentialType(draft);
        Node.Text word = Draft.requireText(draft.values().get("auth_type"), "one of " + Credential.words());
        boolean stated = word.source().kind() != Source.Kind.DEFAULT;
        List<Credential> shown = choice.shown(!stated);
        Credential type;
        Source source;
        if (!word.source().isExplicit() && shown.size() == 1 && !(stated && takes(word, shown.get(0)))) {
            type = shown.get(0);
            source = choice.source(type);
        } else {
            if (!stated && shown.size() > 1) {
                throw choice.severalProofs(shown);
            }
            type = Credential.of(word.text())
                    .orElseThrow(() -> at(
                            word.source(),
                            "sets auth_type \"" + word.text() + "\", which is not supported; there are: "
                                    + Credential.words()));
            source = word.source();
        }
        Credential holds = choice.version(type, values);
        values.put("auth_type", Node.Text.of(holds.word(), source));
        return holds;
    }

    /** Whether the type of this name takes the same secret. */
    private static boolean takes(Node.Text word, Credential shown) {
        return Credential.of(word.text())
                .filter(named -> named.secret().equals(shown.secret()))
                .isPresent();
    }

    private RuntimeException severalProofs(List<Credential> shown) {
        return Problems.of("there is more than one proof of who asks ("
                + shown.stream()
                        .map(type -> source(type) + " for " + type.word())
                        .collect(Collectors.joining("; "))
                + "): set auth_type to the one that holds");
    }

    /** The types whose secret is there; with one of them given for the call, that one alone. */
    private List<Credential> shown(boolean alsoFromFiles) {
        List<Credential> all = Stream.of(
                        Credential.PASSWORD,
                        tokenType(),
                        Credential.V3_APPLICATION_CREDENTIAL,
                        Credential.RACKSPACE_API_KEY)
                .filter(type -> !source(type).equals(Source.DEFAULT))
                .toList();
        List<Credential> given =
                all.stream().filter(type -> source(type).isExplicit()).toList();
        return !given.isEmpty() ? given : alsoFromFiles ? all : List.of();
    }

    /** Where a type's secret comes from; the default where there is none. */
    private Source source(Credential type) {
        Node outer = draft.values().get(type.secret());
        Node inner = draft.auth().get(type.secret());
        Node found = inner == null || (outer != null && outer.source().isAboveFiles()) ? outer : inner;
        return found instanceof Node.Text text && !text.text().isEmpty() ? text.source() : Source.DEFAULT;
    }

    /** A token for a given endpoint needs no identity service. */
    private Credential tokenType() {
        Optional<Node> endpoint = Optional.ofNullable(draft.first("image_endpoint_override", "image_endpoint"));
        return endpoint.filter(Draft::isThere).isPresent() ? Credential.ADMIN_TOKEN : Credential.TOKEN;
    }

    private Credential version(Credential type, Values values) {
        Node version = draft.values().get("identity_api_version");
        if (!(version instanceof Node.Text text) || text.text().isEmpty()) {
            return type;
        }
        String word = text.text().replaceFirst("^v", "");
        if (!word.startsWith("2") && !word.startsWith("3")) {
            throw at(text.source(), "must be 2 or 3");
        }
        values.put("identity_api_version", text);
        return word.startsWith("2") ? type.ofVersion2() : type;
    }
}
