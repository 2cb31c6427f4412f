package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.glance4j.feign.keystone.Credentials;
import org.glance4j.feign.keystone.Named;
import org.glance4j.feign.keystone.V2Credentials;
import org.jspecify.annotations.Nullable;

/** Makes the credentials of Identity v2.0 that a builder's settings are. */
final class V2Choice {
    private final CredentialSettings set;
    private final Needs needs = new Needs();

    V2Choice(CredentialSettings set) {
        this.set = set;
    }

    Credentials choose(Proof proof) {
        noDomain("userDomain", set.userDomainId, set.userDomainName);
        noDomain("projectDomain", set.projectDomainId, set.projectDomainName);
        if (Needs.isAnySet(set.domainId, set.domainName, set.systemScope)) {
            throw FeignTransportBuilder.configuration(
                    "Identity v2.0 has neither domains nor a system: set a project instead of "
                            + Needs.settings(
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
                needs.need("username or userId", set.username, set.userId);
                needs.need("password", set.password);
                needs.refuseMissing();
                yield new V2Credentials.Password(
                        new Named(set.userId, set.username, null, null), requireNonNull(set.password));
            }
            case TOKEN -> {
                needs.need("token", set.token);
                needs.refuseMissing();
                yield new V2Credentials.Token(requireNonNull(set.token));
            }
            case API_KEY -> {
                needs.need("username", set.username);
                needs.need("apiKey", set.apiKey);
                needs.refuseMissing();
                yield new V2Credentials.ApiKey(requireNonNull(set.username), requireNonNull(set.apiKey));
            }
            case APPLICATION_CREDENTIAL -> throw new IllegalStateException("Identity v2.0 has no such credential");
        };
    }

    /** Identity v2.0 knows one domain, and it has these names in Identity v3. */
    private static void noDomain(String setting, @Nullable String id, @Nullable String name) {
        if ((id != null && !id.equals("default")) || (name != null && !name.equals("Default"))) {
            throw FeignTransportBuilder.configuration(
                    "Identity v2.0 has no domains: leave out " + setting + (id != null ? "Id" : "Name"));
        }
    }
}
