package org.glance4j.cli.session;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.error.ForbiddenException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.feign.Identity;
import org.glance4j.feign.config.CloudConfig;
import org.glance4j.model.ProjectId;

/** A cloud over HTTP. */
record RealCloud(ImageClient client, FeignTransport transport, CloudConfig config) implements Cloud {
    private static final Set<String> PLACES = Set.of("auth.auth_url", "auth.endpoint", "image_endpoint_override");

    /** Knows the caller's own project, and asks the identity service for every other. */
    @Override
    public Optional<ProjectId> findProject(String idOrName) throws LookupRefusedException {
        Identity identity = transport
                .identity()
                .orElseThrow(() -> new LookupRefusedException(
                        "projects are looked up through Identity v3, which this connection does not use"));
        try {
            return identity.findProject(idOrName);
        } catch (ForbiddenException e) {
            Optional<ProjectId> own = transport.caller().map(Caller::project);
            if (own.isPresent()
                    && config.find("auth.project_name").filter(idOrName::equals).isPresent()) {
                return own;
            }
            throw new LookupRefusedException("the identity service does not let this user look projects up");
        }
    }

    @Override
    public String address() {
        return config.values().stream()
                .filter(value -> PLACES.contains(value.key()))
                .map(value -> value.key() + " " + value.value() + " (" + value.source() + ")")
                .collect(Collectors.joining(", "));
    }

    @Override
    public void close() {
        transport.close();
    }
}
