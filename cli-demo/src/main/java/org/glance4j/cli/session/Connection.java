package org.glance4j.cli.session;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.function.Consumer;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.FeignTransportBuilder;
import org.glance4j.model.ProjectId;

/** Turns the user's settings into the transport's. */
final class Connection {
    /** Keystone's first domain, which every OpenStack client takes where none is named. */
    private static final String DEFAULT_DOMAIN = "default";

    private Connection() {}

    static FeignTransportBuilder of(Settings settings) {
        settings.requireComplete();
        FeignTransportBuilder transport = FeignTransport.builder();
        if (settings.has(Setting.IMAGE_ENDPOINT_OVERRIDE)) {
            transport.endpoint(url(settings, Setting.IMAGE_ENDPOINT_OVERRIDE));
        }
        if (settings.isTokenAndEndpoint()) {
            return transport.tokenSource(new GivenToken(
                    Secret.of(settings.get(Setting.TOKEN)),
                    settings.find(Setting.PROJECT_ID).map(id -> Caller.of(ProjectId.of(id)))));
        }
        transport.authUrl(url(settings, Setting.AUTH_URL));
        set(settings, Setting.REGION_NAME, transport::region);
        set(settings, Setting.INTERFACE, word -> transport.endpointInterface(word.replaceFirst("URL$", "")));
        if (settings.has(Setting.TOKEN)) {
            transport.token(Secret.of(settings.get(Setting.TOKEN)));
        } else {
            user(settings, transport);
        }
        project(settings, transport);
        return transport;
    }

    private static void user(Settings settings, FeignTransportBuilder transport) {
        transport.password(Secret.of(settings.get(Setting.PASSWORD)));
        if (settings.has(Setting.USER_ID)) {
            transport.userId(settings.get(Setting.USER_ID));
            return;
        }
        transport.username(settings.get(Setting.USERNAME));
        if (settings.has(Setting.USER_DOMAIN_NAME) && !settings.has(Setting.USER_DOMAIN_ID)) {
            transport.userDomainName(settings.get(Setting.USER_DOMAIN_NAME));
        } else {
            transport.userDomainId(settings.find(Setting.USER_DOMAIN_ID).orElse(DEFAULT_DOMAIN));
        }
    }

    private static void project(Settings settings, FeignTransportBuilder transport) {
        if (settings.has(Setting.PROJECT_ID)) {
            transport.projectId(settings.get(Setting.PROJECT_ID));
        } else if (settings.has(Setting.PROJECT_NAME)) {
            transport.projectName(settings.get(Setting.PROJECT_NAME));
            if (settings.has(Setting.PROJECT_DOMAIN_NAME) && !settings.has(Setting.PROJECT_DOMAIN_ID)) {
                transport.projectDomainName(settings.get(Setting.PROJECT_DOMAIN_NAME));
            } else {
                transport.projectDomainId(
                        settings.find(Setting.PROJECT_DOMAIN_ID).orElse(DEFAULT_DOMAIN));
            }
        }
    }

    private static void set(Settings settings, Setting setting, Consumer<String> target) {
        settings.find(setting).ifPresent(target);
    }

    private static URI url(Settings settings, Setting setting) {
        try {
            return new URI(settings.get(setting));
        } catch (URISyntaxException e) {
            // The exception quotes the text, in which a password may stand.
            throw new SetupException(setting.variable() + " is no URL", e);
        }
    }
}
