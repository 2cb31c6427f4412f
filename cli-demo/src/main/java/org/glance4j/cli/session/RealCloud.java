package org.glance4j.cli.session;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.error.ForbiddenException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.Identity;
import org.glance4j.model.ProjectId;

/** A cloud over HTTP. */
record RealCloud(ImageClient client, FeignTransport transport, Settings settings) implements Cloud {

    /** Knows the caller's own project, and asks the identity service for every other. */
    @Override
    public Optional<ProjectId> findProject(String idOrName) throws LookupRefusedException {
        Identity identity = transport
                .identity()
                .orElseThrow(() -> new LookupRefusedException("there is no identity service to ask"));
        try {
            return identity.findProject(idOrName);
        } catch (ForbiddenException e) {
            Optional<ProjectId> own = transport.caller().map(Caller::project);
            if (own.isPresent()
                    && settings.find(Setting.PROJECT_NAME)
                            .filter(idOrName::equals)
                            .isPresent()) {
                return own;
            }
            throw new LookupRefusedException("the identity service does not let this user look projects up");
        }
    }

    @Override
    public String address() {
        return Stream.of(Setting.AUTH_URL, Setting.IMAGE_ENDPOINT_OVERRIDE)
                .filter(settings::has)
                .map(setting -> setting.variable() + " " + settings.get(setting).replaceFirst("//[^/]*@", "//"))
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        transport.close();
    }
}
