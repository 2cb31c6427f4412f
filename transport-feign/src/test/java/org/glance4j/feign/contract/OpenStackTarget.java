package org.glance4j.feign.contract;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;
import org.glance4j.contract.ContractTarget;
import org.glance4j.contract.Party;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.ProjectId;

/** A real Keystone and Glance, as the environment of {@code src/it/openstack} names them. */
public final class OpenStackTarget extends HttpTarget {

    /**
     * Makes the target.
     *
     * @param profile which of the two services
     */
    public OpenStackTarget(Profile profile) {
        super(
                profile,
                URI.create(environment("RIG_AUTH_URL")),
                URI.create(environment(profile == Profile.LEGACY ? "RIG_GLANCE_URL_L" : "RIG_GLANCE_URL_N")),
                parties());
    }

    private static String environment(String name) {
        return requireNonNull(System.getenv(name), name + " is not set");
    }

    private static Map<Party, HttpParty> parties() {
        Map<Party, HttpParty> parties = new EnumMap<>(Party.class);
        for (Party party : Party.values()) {
            String prefix = "RIG_" + party.userName().toUpperCase(Locale.ROOT);
            parties.put(
                    party,
                    new HttpParty(
                            environment(prefix + "_USER"),
                            Secret.of(environment(prefix + "_PASSWORD")),
                            environment(prefix + "_PROJECT"),
                            caller(party, ProjectId.of(environment(prefix + "_PROJECT_ID")))));
        }
        return parties;
    }

    private static Caller caller(Party party, ProjectId project) {
        return switch (party) {
            case ADMIN -> Caller.admin(project);
            case READER -> new Caller(project, Set.of(Role.READER));
            default -> Caller.of(project);
        };
    }

    @Override
    public String name() {
        return "openstack";
    }

    @Override
    public void awaitProgress() {
        try {
            TimeUnit.MILLISECONDS.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public ContractTarget withoutMemberQuota() {
        throw new UnsupportedOperationException("the quota is set in Glance's configuration");
    }

    @Override
    public Map<String, String> skips() {
        return Map.of("S-015", "a negative member quota is set in Glance's configuration, which others share");
    }

    @Override
    public boolean pagesImagesWithoutSize() {
        return false;
    }
}
