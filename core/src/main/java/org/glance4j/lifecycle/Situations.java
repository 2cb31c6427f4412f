package org.glance4j.lifecycle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * The situations in which a request may have met the service, as far as what is known allows.
 *
 * <p>Who owns the image, who sees it, who is a member, the roles and the profile are varied all together; what else may refuse
 * (the image's status, its protection, formats, tags, properties, a limit) is varied one at a time, because the law looks at
 * one at a time. So a few thousand situations cover what every combination would.
 */
final class Situations {
    /** Stand-ins for projects that are not known. No project has these ids, and no explanation shows them. */
    private static final ProjectId SOMEONE = new ProjectId("\u0000caller");

    private static final ProjectId STRANGER = new ProjectId("\u0000owner");

    private static final List<Set<Role>> ROLES =
            List.of(Set.of(Role.MEMBER, Role.READER), Set.of(Role.READER), Set.of(), Set.of(Role.ADMIN));

    private static final Limits UNLIMITED = new Limits(-1, -1, -1);

    private static final Limits NO_MEMBERS = new Limits(0, -1, -1);
    private static final Limits NO_TAGS = new Limits(-1, 0, -1);
    private static final Limits NO_PROPERTIES = new Limits(-1, -1, 0);

    private static final List<Visibility> VISIBILITIES =
            List.of(Visibility.SHARED, Visibility.PRIVATE, Visibility.COMMUNITY, Visibility.PUBLIC);

    private static final List<@Nullable MemberStatus> MEMBERSHIPS = Arrays.asList(null, MemberStatus.PENDING);

    private final @Nullable ProjectId target;
    private final List<State> states;
    private final List<State> propertyStates;
    private final List<Limits> exceeded;
    private final List<ImportFacts> sites;
    private final List<LocationFacts> places;
    private final List<Case> found = new ArrayList<>();

    private Situations(
            @Nullable ProjectId target,
            List<State> states,
            List<State> propertyStates,
            List<Limits> exceeded,
            List<ImportFacts> sites,
            List<LocationFacts> places) {
        this.target = target;
        this.states = states;
        this.propertyStates = propertyStates;
        this.exceeded = exceeded;
        this.sites = sites;
        this.places = places;
    }

    static List<Case> of(MemberRequest request, @Nullable Caller caller, @Nullable ImageFacts held) {
        List<Limits> exceeded = request instanceof MemberRequest.Add ? List.of(NO_MEMBERS) : List.of();
        return new Situations(
                        target(request),
                        List.of(),
                        List.of(),
                        exceeded,
                        List.of(ImportFacts.NOTHING),
                        List.of(LocationFacts.CLOSED))
                .all(caller, held);
    }

    static List<Case> of(ImageRequest request, @Nullable Caller caller, @Nullable ImageFacts held) {
        return new Situations(
                        null,
                        states(request),
                        propertyStates(request),
                        exceeded(request),
                        Sites.of(request),
                        Places.of(request))
                .all(caller, held);
    }

    private static @Nullable ProjectId target(MemberRequest request) {
        if (request instanceof MemberRequest.Add add) {
            return add.memberId();
        }
        if (request instanceof MemberRequest.Get get) {
            return get.memberId();
        }
        if (request instanceof MemberRequest.Update update) {
            return update.memberId();
        }
        return request instanceof MemberRequest.Remove remove ? remove.memberId() : null;
    }

    private List<Case> all(@Nullable Caller caller, @Nullable ImageFacts held) {
        for (Profile profile : Profile.values()) {
            if (caller != null) {
                addFor(caller, "project " + caller.project(), profile, held);
                continue;
            }
            for (Set<Role> roles : ROLES) {
                addFor(new Caller(SOMEONE, roles), "the caller's project", profile, held);
                if (target != null) {
                    addFor(new Caller(target, roles), "the caller's project", profile, held);
                }
            }
        }
        if (held == null) {
            addProperties(caller == null ? new Caller(SOMEONE, Set.of()) : caller);
        }
        return found;
    }

    private void addFor(Caller caller, String callerName, Profile profile, @Nullable ImageFacts held) {
        for (MemberStatus own : MEMBERSHIPS) {
            for (MemberStatus targets : MEMBERSHIPS) {
                if (caller.project().equals(target) && own != targets) {
                    continue;
                }
                Facts facts = Facts.NOTHING
                        .withCallerMembership(own)
                        .withTargetMembership(targets)
                        .withLimits(UNLIMITED);
                for (Facts situation : images(facts, caller, held)) {
                    found.add(new Case(situation, caller, profile, callerName));
                }
            }
        }
    }

    /** Properties are looked at last, once the caller may change the image, whoever it is; a patch may name many. */
    private void addProperties(Caller caller) {
        for (State state : propertyStates) {
            Facts facts =
                    Facts.of(state.image(caller.project(), Visibility.SHARED)).withLimits(UNLIMITED);
            found.add(new Case(facts, caller, Profile.LEGACY));
        }
    }

    private List<Facts> images(Facts facts, Caller caller, @Nullable ImageFacts held) {
        List<Facts> situations = new ArrayList<>();
        for (ImportFacts imports : sites) {
            for (LocationFacts locations : places) {
                addImages(situations, facts.withImports(imports).withLocations(locations), caller, held);
            }
        }
        return situations;
    }

    private void addImages(List<Facts> situations, Facts facts, Caller caller, @Nullable ImageFacts held) {
        addLimits(situations, facts);
        situations.add(facts.withIdTaken(true));
        if (held != null) {
            addLimits(situations, facts.withImage(held));
            return;
        }
        for (Visibility visibility : VISIBILITIES) {
            for (ProjectId owner : Arrays.asList(caller.project(), STRANGER, null)) {
                addLimits(situations, facts.withImage(State.PLAIN.image(owner, visibility)));
                for (State state : states) {
                    situations.add(facts.withImage(state.image(owner, visibility)));
                }
            }
        }
    }

    private void addLimits(List<Facts> situations, Facts facts) {
        situations.add(facts);
        exceeded.forEach(limits -> situations.add(facts.withLimits(limits)));
    }

    private static List<Limits> exceeded(ImageRequest request) {
        if (request instanceof ImageRequest.AddTag) {
            return List.of(NO_TAGS);
        }
        boolean writes = request instanceof ImageRequest.Create || request instanceof ImageRequest.Update;
        return writes ? List.of(NO_TAGS, NO_PROPERTIES) : List.of();
    }

    private static List<State> states(ImageRequest request) {
        Set<String> tags = Set.of();
        List<State> states = new ArrayList<>();
        if (request instanceof ImageRequest.RemoveTag remove) {
            tags = Set.of(remove.tag());
        }
        states.add(new State(ImageStatus.QUEUED, false, true, tags, Set.of()));
        states.add(new State(ImageStatus.QUEUED, false, false, tags, Set.of()));
        states.add(new State(ImageStatus.DEACTIVATED, false, true, tags, Set.of()));
        if (request instanceof ImageRequest.ImportImage) {
            states.add(new State(ImageStatus.UPLOADING, false, true, tags, Set.of()));
            states.add(new State(ImageStatus.UPLOADING, false, false, tags, Set.of()));
        }
        states.add(new State(ImageStatus.ACTIVE, true, true, tags, Set.of()));
        return states;
    }

    /** All properties that a patch names are there, or all but one; where adding is strict, also only one. */
    private static List<State> propertyStates(ImageRequest request) {
        if (!(request instanceof ImageRequest.Update update)) {
            return List.of();
        }
        Set<String> names = new TreeSet<>();
        update.patch().operations().forEach(change -> names.add(change.field()));
        List<State> states = new ArrayList<>(List.of(State.withProperties(names)));
        for (String name : names) {
            Set<String> others = new TreeSet<>(names);
            others.remove(name);
            states.add(State.withProperties(others));
            if (update.strictAdd()) {
                states.add(State.withProperties(Set.of(name)));
            }
        }
        return states;
    }

    /** What of an image may refuse a request beside who it is and who asks. */
    private record State(
            ImageStatus status, boolean isProtected, boolean hasFormats, Set<String> tags, Set<String> propertyNames) {

        static final State PLAIN = new State(ImageStatus.ACTIVE, false, true, Set.of(), Set.of());

        static State withProperties(Set<String> names) {
            return new State(ImageStatus.QUEUED, false, true, Set.of(), names);
        }

        ImageFacts image(@Nullable ProjectId owner, Visibility visibility) {
            return new ImageFacts(owner, visibility, status, isProtected, hasFormats, hasFormats, tags, propertyNames);
        }
    }
}
