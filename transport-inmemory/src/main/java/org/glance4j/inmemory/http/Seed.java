package org.glance4j.inmemory.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.auth.Secret;
import org.glance4j.error.ImageServiceException;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageData;
import org.jspecify.annotations.Nullable;

/**
 * What a cloud holds at its start: users and projects, and images with their members and data. Immutable.
 *
 * <p>As a JSON document, in which everything may be left out:
 *
 * <pre>{@code
 * {
 *   "region": "RegionOne",
 *   "created_at": "2014-03-31T19:16:04Z",         when the images appear to be created; now by default
 *   "projects": [{"name": "consumer", "id": "123456"}],            an id is drawn where none is given
 *   "users": [{"name": "consumer", "password": "secret", "id": "…", "api_key": "…",
 *              "roles": {"consumer": ["member"]},                   project name to role names
 *              "system_roles": ["reader"],
 *              "application_credentials": [{"name": "backup", "id": "…", "secret": "…", "project": "consumer",
 *                                           "roles": ["reader"], "unrestricted": true,
 *                                           "expires_at": "2030-01-01T00:00:00Z"}]}],
 *   "images": [{
 *     "id": "…", "name": "…", "visibility": "shared", …             as in the body that creates an image
 *     "owner": "producer",                                          a project's name, or any id
 *     "data": {"text": "…"},                                        or {"base64": "…"} or {"zeros": 1048576}
 *     "members": [{"project": "consumer", "status": "pending"}]     a project's name, or any id
 *   }]
 * }
 * }</pre>
 *
 * <p>Without {@code users} there are {@code admin}, {@code producer}, {@code consumer} and {@code bystander}. A user's
 * password is {@code <name>-password} and its API key {@code <name>-api-key} unless given; its part is {@code member} (the
 * admin's: {@code admin}) in the project of its own name, which is made if it is not listed. The admin is {@code admin} of the
 * system as well. An application credential has the secret {@code <name>-secret}, the user's project and all of the user's roles
 * there unless it says otherwise, and ends never.
 *
 * @param region the region of the catalog's endpoints
 * @param createdAt when the images appear to be created; null for the time at which they are
 * @param projects the projects
 * @param users the users
 * @param images the images, in the order in which they are created
 */
public record Seed(
        String region, @Nullable Instant createdAt, List<Project> projects, List<User> users, List<Image> images) {
    /**
     * A project.
     *
     * @param id its id
     * @param name its name, unique in its seed
     */
    public record Project(String id, String name) {

        /** Refuses null. */
        public Project {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
        }
    }

    /**
     * A user.
     *
     * @param id the user's id
     * @param name the user's name, unique in its seed
     * @param password the password
     * @param apiKey the key that Rackspace's users have beside a password
     * @param roles the names of the roles that were given to the user, by the name of the project they hold in
     * @param systemRoles the names of the roles that the user has in the whole system
     * @param applicationCredentials the user's application credentials
     */
    public record User(
            String id,
            String name,
            Secret password,
            Secret apiKey,
            Map<String, Set<String>> roles,
            Set<String> systemRoles,
            List<ApplicationCredential> applicationCredentials) {

        /** Copies the roles and the credentials. */
        public User {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(password, "password");
            requireNonNull(apiKey, "apiKey");
            systemRoles = Set.copyOf(systemRoles);
            applicationCredentials = List.copyOf(applicationCredentials);
            Map<String, Set<String>> copy = new HashMap<>();
            roles.forEach((project, names) -> copy.put(project, Set.copyOf(names)));
            roles = Map.copyOf(copy);
        }
    }

    /**
     * A secret that stands for one user in one project.
     *
     * @param id its id
     * @param name its name, unique to its user
     * @param secret its secret
     * @param project the name of the project that its tokens are for
     * @param roles the names of the roles that its tokens have
     * @param unrestricted whether its tokens may make and remove application credentials
     * @param expiresAt from when on it is worth nothing; null for never
     */
    public record ApplicationCredential(
            String id,
            String name,
            Secret secret,
            String project,
            Set<String> roles,
            boolean unrestricted,
            @Nullable Instant expiresAt) {

        /** Copies the roles. */
        public ApplicationCredential {
            requireNonNull(id, "id");
            requireNonNull(name, "name");
            requireNonNull(secret, "secret");
            requireNonNull(project, "project");
            roles = Set.copyOf(roles);
        }
    }

    /**
     * An image.
     *
     * @param record what it is; its owner is set
     * @param data its data; null for an image that is queued
     * @param members its members
     */
    public record Image(NewImage record, @Nullable ImageData data, List<Member> members) {

        /** Copies the members. */
        public Image {
            requireNonNull(record, "record");
            members = List.copyOf(members);
        }
    }

    /**
     * A member of an image.
     *
     * @param project the project
     * @param status its membership status
     */
    public record Member(ProjectId project, MemberStatus status) {

        /** Refuses null. */
        public Member {
            requireNonNull(project, "project");
            requireNonNull(status, "status");
        }
    }

    /** Copies the lists. */
    public Seed {
        requireNonNull(region, "region");
        projects = List.copyOf(projects);
        users = List.copyOf(users);
        images = List.copyOf(images);
    }

    /**
     * Returns the seed in a JSON document.
     *
     * @param document the document; not closed
     * @return the seed
     * @throws IOException if the stream fails
     * @throws IllegalArgumentException if the document is not a seed; the message says where and why
     */
    public static Seed read(InputStream document) throws IOException {
        return read(document, Seed::randomId);
    }

    private static String randomId() {
        return UUID.randomUUID().toString().replace("-", "");
    }

    static Seed read(InputStream document, Supplier<String> ids) throws IOException {
        return new SeedReader(ids).read(document.readAllBytes());
    }

    /**
     * Returns the seed in a JSON file.
     *
     * @param file the file
     * @return the seed
     * @throws IOException if the file cannot be read
     * @throws IllegalArgumentException if the file is not a seed; the message says where and why
     */
    public static Seed read(Path file) throws IOException {
        try (InputStream document = Files.newInputStream(file)) {
            return read(document);
        }
    }

    /**
     * Returns the seed without images: {@code admin}, {@code producer}, {@code consumer} and {@code bystander}, with a project
     * each. The ids are drawn anew each time.
     *
     * @return the seed
     */
    public static Seed standard() {
        return new SeedReader(Seed::randomId).read(new byte[] {'{', '}'});
    }

    /**
     * Returns the seed for which the commands of the Cloud Images guide work: the producer's image {@code
     * a96be11e-8536-4910-92cb-de50aa19dfe6}, offered to the consumer, whose project's id is {@code 123456}.
     *
     * @return the seed
     */
    public static Seed docs() {
        try (InputStream document = Seed.class.getResourceAsStream("seed-docs.json")) {
            return read(requireNonNull(document, "seed-docs.json"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Returns the id of the project with a name.
     *
     * @param projectName the project's name
     * @return the id, empty where no project has that name
     */
    public Optional<ProjectId> projectId(String projectName) {
        return projects.stream()
                .filter(project -> project.name().equals(projectName))
                .map(project -> ProjectId.of(project.id()))
                .findFirst();
    }

    /**
     * Returns the caller that a user is in its own project: the one of the same name, else the first that it has a role in.
     *
     * @param userName the user's name
     * @return the caller, empty where no user has that name
     */
    public Optional<Caller> caller(String userName) {
        return users.stream()
                .filter(user -> user.name().equals(userName))
                .findFirst()
                .flatMap(user -> home(user)
                        .map(project -> new Caller(
                                ProjectId.of(project.id()),
                                Accounts.roles(user, project).stream()
                                        .map(Role::new)
                                        .collect(Collectors.toSet()))));
    }

    /**
     * Returns a service that holds this seed's images. Its clock stands at {@link #createdAt} until they are there, so that
     * what is changed later is changed later.
     *
     * @param clock what tells the time afterwards
     * @param profile the authorization rules
     * @return the service, to be closed by the caller
     */
    public InMemoryImageService newService(InstantSource clock, Profile profile) {
        return newService(clock, profile, builder -> builder);
    }

    InMemoryImageService newService(
            InstantSource clock, Profile profile, UnaryOperator<InMemoryImageService.Builder> settings) {
        Planting planting = new Planting(clock);
        InMemoryImageService service = settings.apply(
                        InMemoryImageService.builder().clock(planting).profile(profile))
                .build();
        try {
            planting.plant(this, service.engine());
        } catch (ImageServiceException e) {
            service.close();
            throw new IllegalArgumentException("the seed's images cannot be made: " + e.getMessage(), e);
        }
        return service;
    }

    /**
     * Returns a user's own project: the one of the same name where it has a role there, else the first that it has a role in.
     *
     * @param user one of the users
     * @return the project, empty where the user has no role in any
     */
    public Optional<Project> home(User user) {
        List<Project> own = projects.stream()
                .filter(project -> !Accounts.roles(user, project).isEmpty())
                .toList();
        return own.stream()
                .filter(project -> project.name().equals(user.name()))
                .findFirst()
                .or(() -> own.stream().findFirst());
    }
}
