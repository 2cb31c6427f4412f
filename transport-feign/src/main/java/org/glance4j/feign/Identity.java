package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.glance4j.feign.keystone.Projects;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.Deadline;

/** What can be asked of the identity service beside tokens. Safe for use by several threads. */
public final class Identity {
    private final Projects projects;
    private final Deadline deadline;

    Identity(Projects projects, Deadline deadline) {
        this.projects = projects;
        this.deadline = deadline;
    }

    /**
     * Returns the project with this id or, where there is none, with this name.
     *
     * @param idOrName the project's id or name
     * @return the project's id, empty where the identity service knows no such project
     * @throws org.glance4j.error.ForbiddenException if the caller may not look projects up: most sites allow that to admins
     * @throws org.glance4j.error.ConfigurationException if several projects, of different domains, have the name
     */
    public Optional<ProjectId> findProject(String idOrName) {
        return projects.find(requireNonNull(idOrName, "idOrName"), deadline);
    }
}
