package org.glance4j.cli.session;

import java.util.Optional;
import org.glance4j.ImageClient;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.inmemory.http.Seed;
import org.glance4j.model.ProjectId;

/** A cloud in memory, which ends with the command. Everybody may look up the seed's projects, and take others on trust. */
record OfflineCloud(ImageClient client, Seed seed, InMemoryImageService service) implements Cloud {

    @Override
    public Optional<ProjectId> findProject(String idOrName) throws LookupRefusedException {
        Optional<ProjectId> found = seed.projects().stream()
                .map(project -> ProjectId.of(project.id()))
                .filter(ProjectId.of(idOrName)::equals)
                .findFirst()
                .or(() -> seed.projectId(idOrName));
        if (found.isEmpty()) {
            throw new LookupRefusedException("the seed names no such project");
        }
        return found;
    }

    @Override
    public String address() {
        return "this program's memory";
    }

    @Override
    public void close() {
        service.close();
    }
}
