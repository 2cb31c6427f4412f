package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.jspecify.annotations.Nullable;

/**
 * Who may do what to the catalog of metadata definitions, in the order in which the service checks: the namespace as the database
 * gives it out, the policy, what is in the namespace, its protection, and the names that are taken. Everybody reads what is public or of its own project;
 * an admin alone changes anything, in both profiles.
 *
 * <p>Source: {@code glance/api/v2/metadef_*.py}, {@code glance/policies/metadef.py}, {@code glance/api/v2/policy.py}
 * (MetadefAPIPolicy), 25.1.0.
 */
public final class MetadefLaw {
    private MetadefLaw() {}

    /**
     * Returns whether an operation is about the catalog.
     *
     * @param operation the operation
     * @return true if it is
     */
    public static boolean covers(Operation operation) {
        return MetadefKind.of(operation) != null;
    }

    /**
     * Returns what the service says to a request.
     *
     * @param request the request
     * @param facts what is the case
     * @param caller who asks
     * @param profile the authorization rules
     * @return the decision
     */
    public static Decision decide(MetadefRequest request, MetadefFacts facts, Caller caller, Profile profile) {
        MetadefFacts.NamespaceFacts namespace = facts.namespace();
        boolean addresses = request.namespace() != null
                && request.operation() != Operation.CREATE_NAMESPACE
                && request.operation() != Operation.LIST_NAMESPACES;
        if (addresses && (namespace == null || !isFound(namespace, caller))) {
            return absent(request, namespace, caller);
        }
        Decision byPolicy = byPolicy(request, caller, profile);
        if (byPolicy instanceof Decision.Refused) {
            return byPolicy;
        }
        if (request.operation() == Operation.LIST_NAMESPACES) {
            return byMarker(request, namespace, caller);
        }
        return byContents(request, facts);
    }

    /**
     * Returns whether the database gives a namespace out to a caller.
     *
     * @param namespace the namespace
     * @param caller who asks
     * @return true if it does
     */
    public static boolean isFound(MetadefFacts.NamespaceFacts namespace, Caller caller) {
        return caller.isAdmin()
                || namespace.owner() == null
                || namespace.isPublic()
                || namespace.owner().equals(caller.project());
    }

    /**
     * Explains a refusal from outside, where not all is known: returns each rule that refuses so in a situation that agrees with
     * what is known.
     *
     * @param request the request
     * @param refusal how the service refused
     * @param caller who asked; null where that is not known
     * @return the explanations, each once; none where no rule refuses so
     */
    public static List<Explanation> explain(MetadefRequest request, Refusal refusal, @Nullable Caller caller) {
        Set<Explanation> explanations = new LinkedHashSet<>();
        for (Caller one : caller == null ? anybody() : List.of(caller)) {
            for (MetadefFacts facts : situations()) {
                for (Profile profile : Profile.values()) {
                    if (decide(request, facts, one, profile) instanceof Decision.Refused no
                            && no.refusal() == refusal) {
                        explanations.add(no.explanation());
                    }
                }
            }
        }
        return List.copyOf(explanations);
    }

    private static List<Caller> anybody() {
        ProjectId project = ProjectId.of("");
        return List.of(new Caller(project, Set.of(Role.READER, Role.MEMBER)), new Caller(project, Set.of(Role.ADMIN)));
    }

    private static List<MetadefFacts> situations() {
        List<MetadefFacts> situations = new ArrayList<>();
        ProjectId another = ProjectId.of("another project");
        situations.add(new MetadefFacts(null, false, false));
        for (boolean isPublic : new boolean[] {false, true}) {
            for (boolean isProtected : new boolean[] {false, true}) {
                MetadefFacts.NamespaceFacts namespace = new MetadefFacts.NamespaceFacts(another, isPublic, isProtected);
                situations.add(new MetadefFacts(namespace, false, false));
                situations.add(new MetadefFacts(namespace, true, false));
                situations.add(new MetadefFacts(namespace, true, true));
            }
        }
        return situations;
    }

    private static Decision absent(
            MetadefRequest request, MetadefFacts.@Nullable NamespaceFacts namespace, Caller caller) {
        NamespaceName name = requireNonNull(request.namespace());
        boolean isObjects = MetadefKind.of(request.operation()) == MetadefKind.OBJECT
                && request.operation() != Operation.DELETE_METADEF_OBJECTS;
        if (namespace == null) {
            boolean saysMore = isObjects || request.operation() == Operation.GET_NAMESPACE;
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.NAMESPACE_NOT_FOUND,
                    "there is no namespace " + name,
                    saysMore ? unknownText(name) : MetadefKind.NAMESPACE.absenceText(name.value()));
        }
        return Refusing.refuse(
                Refusal.NOT_FOUND,
                Rule.NAMESPACE_NOT_VISIBLE,
                hidden(name, caller),
                request.operation() == Operation.GET_NAMESPACE
                        ? Refusing.NOT_FOUND_TEXT
                        : MetadefKind.NAMESPACE.absenceText(name.value()));
    }

    private static String unknownText(NamespaceName name) {
        return "Metadata definition namespace=" + name + " was not found.";
    }

    private static String hidden(NamespaceName name, Caller caller) {
        String project = caller.project().value();
        return "namespace " + name + " is private to another project"
                + (project.isEmpty() ? " than the caller's" : " than " + project);
    }

    /** What a caller may not do is hidden from one who may not read; a list looks at nothing that could be hidden. */
    private static Decision byPolicy(MetadefRequest request, Caller caller, Profile profile) {
        if (caller.isAdmin()) {
            return Refusing.PERMITTED;
        }
        if (profile == Profile.SECURE_RBAC && !caller.roles().contains(Role.READER)) {
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.ROLE_CANNOT_READ,
                    "reading the catalog of metadata definitions takes the role reader, which the caller does not have",
                    Refusing.NOT_FOUND_TEXT);
        }
        if (!request.operation().isChange()) {
            return Refusing.PERMITTED;
        }
        return Refusing.refuse(
                Refusal.FORBIDDEN,
                Rule.ONLY_ADMIN_CHANGES_METADEFS,
                "only an admin can change the catalog of metadata definitions",
                Refusing.policyText(policy(request.operation())));
    }

    private static String policy(Operation operation) {
        return switch (operation) {
            case CREATE_NAMESPACE -> "add_metadef_namespace";
            case UPDATE_NAMESPACE -> "modify_metadef_namespace";
            case CREATE_METADEF_OBJECT -> "add_metadef_object";
            case UPDATE_METADEF_OBJECT -> "modify_metadef_object";
            case DELETE_METADEF_OBJECT -> "delete_metadef_object";
            case CREATE_METADEF_PROPERTY -> "add_metadef_property";
            case UPDATE_METADEF_PROPERTY -> "modify_metadef_property";
            case DELETE_METADEF_PROPERTY -> "remove_metadef_property";
            case CREATE_METADEF_TAG -> "add_metadef_tag";
            case ADD_METADEF_TAGS, REPLACE_METADEF_TAGS -> "add_metadef_tags";
            case UPDATE_METADEF_TAG -> "modify_metadef_tag";
            case DELETE_METADEF_TAG -> "delete_metadef_tag";
            case ADD_RESOURCE_TYPE_ASSOCIATION -> "add_metadef_resource_type_association";
            case REMOVE_RESOURCE_TYPE_ASSOCIATION -> "remove_metadef_resource_type_association";
            // Emptying a namespace of a kind takes the right to delete it.
            default -> "delete_metadef_namespace";
        };
    }

    private static Decision byMarker(
            MetadefRequest request, MetadefFacts.@Nullable NamespaceFacts marker, Caller caller) {
        NamespaceName name = request.namespace();
        if (name == null || (marker != null && isFound(marker, caller))) {
            return Refusing.PERMITTED;
        }
        if (marker == null) {
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.NAMESPACE_NOT_FOUND,
                    "there is no namespace " + name + " to start the page behind",
                    unknownText(name));
        }
        return Refusing.refuse(
                Refusal.FORBIDDEN,
                Rule.NAMESPACE_NOT_VISIBLE,
                "the page cannot start behind it: " + hidden(name, caller),
                "Forbidding request, metadata definition namespace=" + name + " is not visible.");
    }

    private static Decision byContents(MetadefRequest request, MetadefFacts facts) {
        return switch (request.operation()) {
            case CREATE_NAMESPACE,
                    CREATE_METADEF_OBJECT,
                    CREATE_METADEF_PROPERTY,
                    CREATE_METADEF_TAG,
                    ADD_RESOURCE_TYPE_ASSOCIATION,
                    ADD_METADEF_TAGS,
                    REPLACE_METADEF_TAGS -> facts.isThere() ? present(request) : Refusing.PERMITTED;
            case UPDATE_NAMESPACE -> facts.isNewNameTaken() ? collision(request) : Refusing.PERMITTED;
            case DELETE_NAMESPACE, DELETE_METADEF_OBJECTS, DELETE_METADEF_PROPERTIES, DELETE_METADEF_TAGS ->
                isProtected(facts) ? protectedBy(request, MetadefKind.NAMESPACE) : Refusing.PERMITTED;
            case GET_METADEF_OBJECT, GET_METADEF_PROPERTY, GET_METADEF_TAG ->
                facts.isThere() ? Refusing.PERMITTED : missing(request);
            case UPDATE_METADEF_OBJECT, UPDATE_METADEF_PROPERTY, UPDATE_METADEF_TAG -> {
                if (!facts.isThere()) {
                    yield missing(request);
                }
                yield facts.isNewNameTaken() ? collision(request) : Refusing.PERMITTED;
            }
            case DELETE_METADEF_OBJECT,
                    DELETE_METADEF_PROPERTY,
                    DELETE_METADEF_TAG,
                    REMOVE_RESOURCE_TYPE_ASSOCIATION -> {
                if (!facts.isThere()) {
                    yield missing(request);
                }
                yield isProtected(facts) ? protectedBy(request, kind(request)) : Refusing.PERMITTED;
            }
            default -> Refusing.PERMITTED;
        };
    }

    private static boolean isProtected(MetadefFacts facts) {
        return facts.namespace() != null && facts.namespace().isProtected();
    }

    private static MetadefKind kind(MetadefRequest request) {
        return requireNonNull(MetadefKind.of(request.operation()));
    }

    private static String name(MetadefRequest request) {
        return request.name() != null ? request.name() : String.valueOf(request.namespace());
    }

    private static Decision missing(MetadefRequest request) {
        return Refusing.refuse(
                Refusal.NOT_FOUND,
                Rule.METADEF_NOT_FOUND,
                "namespace " + request.namespace() + " has no " + kind(request).phrase() + " " + name(request),
                kind(request).absenceText(name(request)));
    }

    private static Decision protectedBy(MetadefRequest request, MetadefKind kind) {
        String name = kind == MetadefKind.NAMESPACE ? String.valueOf(request.namespace()) : name(request);
        return Refusing.refuse(
                Refusal.FORBIDDEN,
                Rule.NAMESPACE_PROTECTED,
                "namespace " + request.namespace() + " is protected, and so is everything in it",
                kind.protectionText(name));
    }

    private static Decision present(MetadefRequest request) {
        MetadefKind kind = kind(request);
        return Refusing.refuse(
                Refusal.CONFLICT,
                Rule.METADEF_NAME_TAKEN,
                request.name() == null
                        ? "the name is taken in namespace " + request.namespace()
                        : "namespace " + request.namespace() + " has a " + kind.phrase() + " " + name(request)
                                + " already",
                kind.presenceText(String.valueOf(request.namespace()), name(request)));
    }

    private static Decision collision(MetadefRequest request) {
        return Refusing.refuse(
                Refusal.CONFLICT,
                Rule.METADEF_NAME_TAKEN,
                "the name " + request.newName() + " is taken",
                kind(request)
                        .collisionText(
                                String.valueOf(request.namespace()), name(request), String.valueOf(request.newName())));
    }
}
