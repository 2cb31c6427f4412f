package org.glance4j.feign.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Chooses a cloud and puts its settings together. Source: openstacksdk, {@code OpenStackConfig.__init__} and {@code get_one}; the
 * values given for the call stand above all others, also above a project in a file, which other clients let win.
 */
final class CloudChoice {
    private static final String REGION = "region_name";
    private static final String PROFILE = "profile";
    private static final Node.Section DEFAULTS = new Node.Section(
            Map.of(
                    "auth_type", Node.Text.of("password", Source.DEFAULT),
                    "interface", Node.Text.of("public", Source.DEFAULT),
                    "verify", new Node.Flag(true, "true", Source.DEFAULT)),
            Source.DEFAULT);

    private static final List<Rivals> RIVALS = List.of(
            new Rivals(
                    Set.of("project_id", "project_name", "tenant_id", "tenant_name"),
                    Set.of("system_scope", "trust_id")),
            new Rivals(
                    Set.of("domain_id", "domain_name", "system_scope", "trust_id"),
                    Set.of(
                            "project_id",
                            "project_name",
                            "project_domain_id",
                            "project_domain_name",
                            "tenant_id",
                            "tenant_name")),
            new Rivals(Set.of("username", "user_name", "user_id"), Set.of()),
            new Rivals(Set.of("user_domain_id", "user_domain_name"), Set.of()),
            new Rivals(Set.of("project_domain_id", "project_domain_name"), Set.of()),
            new Rivals(Set.of("application_credential_id", "application_credential_name"), Set.of()),
            new Rivals(Set.of("verify", "insecure"), Set.of()));

    /**
     * What is given for the call puts others out: who names a project by name means no other by id.
     *
     * @param keys of these, one that is given puts the rest out
     * @param others what it puts out as well
     */
    private record Rivals(Set<String> keys, Set<String> others) {
        void fight(Node.Section given, Draft draft) {
            if (keys.stream().anyMatch(given.entries()::containsKey)) {
                draft.dropWeaker(keys);
                draft.dropWeaker(others);
            }
        }
    }

    private final Surroundings around;
    private final ConfigFiles files;
    private final Consumer<String> warnings;
    private final Map<String, Node> clouds;

    CloudChoice(Surroundings around, ConfigFiles files, Consumer<String> warnings) {
        this.around = around;
        this.files = files;
        this.warnings = warnings;
        this.clouds = new LinkedHashMap<>(files.clouds());
        String own = EnvironmentCloud.name(around);
        if (clouds.containsKey(own)) {
            throw Problems.at(
                    clouds.get(own).source(),
                    "describes a cloud \"" + own
                            + "\", which is the name of the cloud that the OS_* variables describe: rename "
                            + "it, or name the variables' cloud otherwise with OS_CLOUD_NAME");
        }
        EnvironmentCloud.of(around).ifPresent(cloud -> clouds.put(own, cloud));
    }

    /** The name of the cloud: as it was asked for, or else the variables' own, or else the only one that there is. */
    Optional<Node.Text> name(Node.@Nullable Text asked) {
        Node.Text named = asked;
        if (named == null) {
            named = around.variable("OS_CLOUD")
                    .map(name -> Node.Text.of(name, Source.variable("OS_CLOUD")))
                    .orElse(null);
        }
        if (named != null) {
            if (!clouds.containsKey(named.text())) {
                throw Problems.at(
                        named.source(),
                        "asks for cloud \"" + named.text() + "\", which there is not: " + files.names());
            }
            return Optional.of(named);
        }
        String own = EnvironmentCloud.name(around);
        if (clouds.containsKey(own)) {
            return Optional.of(Node.Text.of(own, clouds.get(own).source()));
        }
        return clouds.size() == 1
                ? clouds.entrySet().stream()
                        .map(only -> Node.Text.of(only.getKey(), only.getValue().source()))
                        .findFirst()
                : Optional.empty();
    }

    /** What a message adds where something is missing: which clouds there are, if nobody chose this one. */
    String advice(Optional<Node.Text> name) {
        String clouds = files.names() + "; choose one by its name, as OS_CLOUD does";
        if (name.isEmpty()) {
            return ", and no cloud was chosen: " + clouds;
        }
        boolean wasAsked = !name.get().source().equals(EnvironmentCloud.VARIABLES);
        return wasAsked || files.clouds().isEmpty()
                ? ""
                : "; no cloud was chosen, and one is described by "
                        + String.join(", ", EnvironmentCloud.describing(around)) + ": " + clouds
                        + ", or unset what is not meant";
    }

    /** The settings of a cloud, with what was given for the call and by the client's variables over them. */
    Draft settings(Optional<Node.Text> name, Node.Section variables, Node.Section given) {
        Node.Section cloud = name.map(chosen -> clouds.get(chosen.text()))
                .map(Node::section)
                .orElse(new Node.Section(Map.of(), Source.DEFAULT));
        Node.Section profile = profile(cloud, given);
        Draft draft = new Draft();
        draft.lay(DEFAULTS);
        if (profile != null) {
            draft.lay(profile);
        }
        draft.lay(cloud);
        draft.values().remove("cloud");
        draft.values().remove("regions");
        Node.Text wanted = region(given).or(() -> region(variables)).orElse(null);
        if (wanted != null && wanted.source().isExplicit()) {
            // A region that is given for the call is the images' as well, unless its own values name another one.
            draft.values().remove(Regions.OF_IMAGES);
        }
        Regions.of(cloud, profile)
                .choose(wanted, name.map(Node.Text::text).orElse(""))
                .ifPresent(region -> {
                    draft.layGiven(region.values());
                    Source source = wanted != null && !wanted.text().isEmpty()
                            ? wanted.source()
                            : region.name().source();
                    draft.values().put(REGION, Node.Text.of(region.name().text(), source));
                });
        draft.lay(withoutRegion(variables));
        // What is given may be a domain that the token is for, and the cloud's is the user's then all the same.
        draft.spreadDomain();
        draft.lay(withoutRegion(given));
        RIVALS.forEach(rivals -> rivals.fight(given, draft));
        return draft;
    }

    private static Optional<Node.Text> region(Node.Section layer) {
        return layer.entries().get(REGION) instanceof Node.Text text ? Optional.of(text) : Optional.empty();
    }

    private static Node.Section withoutRegion(Node.Section layer) {
        Map<String, Node> others = new LinkedHashMap<>(layer.entries());
        others.remove(REGION);
        return new Node.Section(others, layer.source());
    }

    /** The profile that is given for the call, or else the one that the cloud names. */
    private Node.@Nullable Section profile(Node.Section cloud, Node.Section given) {
        Node old = cloud.entries().get("cloud");
        Node named = given.entries().getOrDefault(PROFILE, cloud.entries().getOrDefault(PROFILE, old));
        if (named == null || named instanceof Node.Nothing) {
            return null;
        }
        if (!(named instanceof Node.Text text)) {
            throw Problems.at(named.source(), "holds " + named.kind() + ", where a profile's name belongs");
        }
        if (text.text().isEmpty() || text.text().equals(EnvironmentCloud.name(around))) {
            return null;
        }
        if (old != null && old.source().kind() == Source.Kind.FILE) {
            warnings.accept(old.source() + " is an old word: write profile in its place");
        }
        return files.profile(text.text(), text.source());
    }
}
