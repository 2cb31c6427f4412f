package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Stream;
import org.glance4j.feign.keystone.Credentials;
import org.glance4j.feign.keystone.Named;
import org.glance4j.feign.keystone.V3Credentials;

/** Makes the credentials of Identity v3 that a builder's settings are. */
final class V3Choice {
    private final CredentialSettings set;
    private final Needs needs = new Needs();

    V3Choice(CredentialSettings set) {
        this.set = set;
    }

    Credentials choose(Proof proof) {
        return switch (proof) {
            case PASSWORD -> {
                Named user = user();
                needs.need("password", set.password);
                V3Credentials.Scope scope = scope();
                needs.refuseMissing();
                yield new V3Credentials(new V3Credentials.Password(user, requireNonNull(set.password)), scope);
            }
            case TOKEN -> {
                needs.need("token", set.token);
                V3Credentials.Scope scope = scope();
                needs.refuseMissing();
                yield new V3Credentials(new V3Credentials.Token(requireNonNull(set.token)), scope);
            }
            case APPLICATION_CREDENTIAL -> applicationCredential();
            case API_KEY -> throw new IllegalStateException("Identity v3 has no such key");
        };
    }

    private Credentials applicationCredential() {
        if (Needs.isAnySet(set.projectId, set.projectName, set.domainId, set.domainName, set.systemScope)) {
            throw FeignTransportBuilder.configuration("an application credential has its own project: leave out "
                    + Needs.settings(
                            List.of("projectId", "projectName", "domainId", "domainName", "systemScope"),
                            set.projectId,
                            set.projectName,
                            set.domainId,
                            set.domainName,
                            set.systemScope));
        }
        needs.need(
                "applicationCredentialId or applicationCredentialName",
                set.applicationCredentialId,
                set.applicationCredentialName);
        needs.need("applicationCredentialSecret", set.applicationCredentialSecret);
        Named user = null;
        if (set.applicationCredentialId == null) {
            user = user();
        } else if (Needs.isAnySet(set.userId, set.username)) {
            throw FeignTransportBuilder.configuration(
                    "an application credential with an id has its own user: leave out "
                            + Needs.settings(List.of("userId", "username"), set.userId, set.username));
        }
        needs.refuseMissing();
        return new V3Credentials(
                new V3Credentials.ApplicationCredential(
                        set.applicationCredentialId,
                        set.applicationCredentialName,
                        user,
                        requireNonNull(set.applicationCredentialSecret)),
                new V3Credentials.Unsaid());
    }

    private Named user() {
        needs.need("username or userId", set.username, set.userId);
        if (set.userId == null && set.username != null) {
            needs.need("userDomainName or userDomainId", set.userDomainName, set.userDomainId);
        }
        return new Named(set.userId, set.username, set.userDomainId, set.userDomainName);
    }

    private V3Credentials.Scope scope() {
        boolean project = Needs.isAnySet(set.projectId, set.projectName);
        boolean domain = Needs.isAnySet(set.domainId, set.domainName);
        boolean system = set.systemScope != null;
        if (Stream.of(project, domain, system).filter(wanted -> wanted).count() > 1) {
            throw FeignTransportBuilder.configuration(
                    "a token is for one thing: set either a project, or a domain, or systemScope");
        }
        if (domain) {
            return new V3Credentials.Domain(new Named(set.domainId, set.domainName, null, null));
        }
        if (system) {
            if (!"all".equals(set.systemScope)) {
                throw FeignTransportBuilder.configuration("systemScope must be all");
            }
            return new V3Credentials.TheSystem();
        }
        if (!project) {
            return new V3Credentials.Unsaid();
        }
        if (set.projectId == null) {
            needs.need("projectDomainName or projectDomainId", set.projectDomainName, set.projectDomainId);
        }
        return new V3Credentials.Project(
                new Named(set.projectId, set.projectName, set.projectDomainId, set.projectDomainName));
    }
}
