package org.glance4j.feign.contract;

import java.net.URI;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.feign.FeignTransport;

/**
 * A party's account on a cloud.
 *
 * @param user the user's name
 * @param password the user's password
 * @param project the name of the project to act in
 * @param caller what its token stands for
 */
record HttpParty(String user, Secret password, String project, Caller caller) {

    FeignTransport transport(URI authUrl, URI endpoint) {
        return FeignTransport.builder()
                .authUrl(authUrl)
                .username(user)
                .userDomainName("Default")
                .password(password)
                .projectName(project)
                .projectDomainName("Default")
                .endpoint(endpoint)
                .build();
    }

    /** Returns the body that asks Keystone for a token. */
    String tokenRequest() {
        return """
               {"auth": {"identity": {"methods": ["password"], "password": {"user":
                 {"name": "%s", "domain": {"name": "Default"}, "password": "%s"}}},
                "scope": {"project": {"name": "%s", "domain": {"name": "Default"}}}}}
               """.formatted(user, password.reveal(), project);
    }
}
