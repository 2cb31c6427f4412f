package org.glance4j.feign.keystone;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glance4j.auth.TokenSource;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Failure;
import org.glance4j.error.NotFoundException;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;

/** Looks projects up at the identity service. Safe for use by several threads. Source: Identity API v3, projects. */
public final class Projects {
    private final KeystoneApi api;

    /**
     * Makes the look-up.
     *
     * @param api the identity service
     * @param tokens whose token to ask with
     */
    public Projects(KeystoneApi api, TokenSource tokens) {
        this.api = api.with(tokens);
    }

    /**
     * Returns the project with this id or, where there is none, with this name.
     *
     * @param idOrName the id or name
     * @param deadline when to give up
     * @return the project's id, empty where there is no such project
     */
    public Optional<ProjectId> find(String idOrName, Deadline deadline) {
        String encoded = PathSegments.encode(idOrName);
        // A dot segment names another resource, and a slash ends the segment even where it is encoded.
        boolean addressable = !idOrName.equals(".") && !idOrName.equals("..") && idOrName.indexOf('/') < 0;
        if (addressable) {
            try {
                JsonNode found = api.get("GET /v3/projects/{id}", "/v3/projects/" + encoded, deadline);
                return id(found.path("project"));
            } catch (NotFoundException e) {
                return byName(idOrName, encoded, deadline);
            }
        }
        return byName(idOrName, encoded, deadline);
    }

    private Optional<ProjectId> byName(String name, String encoded, Deadline deadline) {
        JsonNode found = api.get("GET /v3/projects", "/v3/projects?name=" + encoded, deadline);
        List<ProjectId> ids = new ArrayList<>();
        for (JsonNode project : found.path("projects")) {
            id(project).ifPresent(ids::add);
        }
        if (ids.size() > 1) {
            throw new ConfigurationException(
                    Failure.of(Operation.AUTHENTICATE)
                            .advice("several projects are named " + name + ", choose one by its id: " + ids)
                            .build(),
                    null);
        }
        return ids.stream().findFirst();
    }

    private static Optional<ProjectId> id(JsonNode project) {
        String id = project.path("id").asText("");
        return id.isEmpty() ? Optional.empty() : Optional.of(ProjectId.of(id));
    }
}
