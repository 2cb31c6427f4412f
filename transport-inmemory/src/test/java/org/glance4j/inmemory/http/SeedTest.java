package org.glance4j.inmemory.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.auth.Role;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.lifecycle.Profile;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeedTest {
    private static final ImageId GUIDES_IMAGE = ImageId.of("a96be11e-8536-4910-92cb-de50aa19dfe6");
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static Seed read(String document) {
        AtomicInteger number = new AtomicInteger();
        try {
            return Seed.read(
                    new ByteArrayInputStream(document.replace('\'', '"').getBytes(StandardCharsets.UTF_8)),
                    () -> "id-" + number.incrementAndGet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ImageTransport as(InMemoryImageService service, Seed seed, String user) {
        return service.as(seed.caller(user).orElseThrow());
    }

    @Test
    void standardAccountsAreFourWithAProjectEach() {
        Seed seed = Seed.standard();

        assertThat(seed.users())
                .extracting(Seed.User::name)
                .containsExactly("admin", "producer", "consumer", "bystander");
        assertThat(seed.users().get(1).password().reveal()).isEqualTo("producer-password");
        assertThat(seed.projects())
                .extracting(Seed.Project::name)
                .containsExactly("admin", "producer", "consumer", "bystander");
        assertThat(seed.projectId("consumer").orElseThrow().value()).matches("[0-9a-f]{32}");
        assertThat(seed.projectId("consumer")).isNotEqualTo(Seed.standard().projectId("consumer"));
        assertThat(seed.caller("admin").orElseThrow().isAdmin()).isTrue();
        assertThat(seed.caller("consumer").orElseThrow().roles()).containsExactlyInAnyOrder(Role.MEMBER, Role.READER);
        assertThat(seed.caller("nobody")).isEmpty();
        assertThat(seed.images()).isEmpty();
    }

    @Test
    void applicationCredentialsHaveTheirUsersRolesAndProjectUnlessTheySayOtherwise() {
        Seed.User user = read("{'users': [{'name': 'u', 'api_key': 'k', 'system_roles': ['Reader'],"
                        + " 'roles': {'a': ['reader'], 'u': ['member']}, 'application_credentials': [{'name': 'c'},"
                        + " {'name': 'd', 'id': '4', 'secret': 's', 'project': 'a', 'roles': ['reader'], 'unrestricted': true,"
                        + " 'expires_at': '2030-01-01T00:00:00Z'}]}]}")
                .users()
                .get(0);

        assertThat(user.apiKey().reveal()).isEqualTo("k");
        assertThat(user.systemRoles()).containsExactly("reader");
        Seed.ApplicationCredential plain = user.applicationCredentials().get(0);
        assertThat(plain.secret().reveal()).isEqualTo("c-secret");
        assertThat(plain.project()).isEqualTo("u");
        assertThat(plain.roles()).containsExactlyInAnyOrder("member", "reader");
        assertThat(plain.unrestricted()).isFalse();
        assertThat(plain.expiresAt()).isNull();
        Seed.ApplicationCredential other = user.applicationCredentials().get(1);
        assertThat(other.id()).isEqualTo("4");
        assertThat(other.project()).isEqualTo("a");
        assertThat(other.unrestricted()).isTrue();
        assertThat(other.expiresAt()).isEqualTo(Instant.parse("2030-01-01T00:00:00Z"));
        assertThat(user.toString()).doesNotContain("c-secret");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}|name is missing",
                "{'name': 'c', 'roles': ['admin']}|no such role in project u",
                "{'name': 'c', 'project': 'elsewhere'}|no such role in project elsewhere",
                "{'name': 'c', 'unrestricted': 'yes'}|neither true nor false",
                "{'name': 'c', 'expires_at': 'soon'}|expires_at is no time",
                "{'name': 'c', 'owner': 'u'}|knows no owner",
                "{'name': 'c'}, {'name': 'c'}|the name c is taken"
            })
    void anApplicationCredentialThatCannotBeIsNamed(String credentials, String problem) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> read("{'users': [{'name': 'u', 'application_credentials': [" + credentials + "]}]}"))
                .withMessageContaining("users[0].application_credentials[")
                .withMessageContaining(problem);
    }

    @Test
    void guidesImageIsOfferedToItsConsumer() {
        Seed seed = Seed.docs();
        try (InMemoryImageService service = seed.newService(InstantSource.fixed(NOW), Profile.SECURE_RBAC)) {
            Member member = as(service, seed, "consumer").members().get(GUIDES_IMAGE, ProjectId.of("123456"));

            assertThat(member.status()).isEqualTo(MemberStatus.PENDING);
            assertThat(member.updatedAt()).isBefore(NOW);
            assertThat(as(service, seed, "producer").images().get(GUIDES_IMAGE).owner())
                    .isEqualTo(seed.projectId("producer").orElseThrow());
            assertThat(as(service, seed, "bystander")
                            .images()
                            .list(ImageQuery.defaults())
                            .items())
                    .isEmpty();
        }
    }

    @Test
    void whatChangesAfterTheSeedChangesLater() {
        Seed seed = Seed.docs();
        try (InMemoryImageService service = seed.newService(InstantSource.fixed(NOW), Profile.SECURE_RBAC)) {
            Member accepted = as(service, seed, "consumer")
                    .members()
                    .updateStatus(GUIDES_IMAGE, ProjectId.of("123456"), MemberStatus.ACCEPTED);

            assertThat(accepted.createdAt()).isEqualTo(Instant.parse("2014-03-31T19:16:04Z"));
            assertThat(accepted.updatedAt()).isEqualTo(NOW);
        }
    }

    @Test
    void seedSaysAllOfAnImage(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("seed.json");
        Files.writeString(file, """
                {"region": "Elsewhere",
                 "projects": [{"name": "tailor", "id": "t-1"}],
                 "users": [{"name": "ann", "id": "u-1", "password": "p", "roles": {"tailor": ["Admin"], "cutter": ["reader"]}},
                           {"name": "bob"}],
                 "images": [
                   {"id": "11111111-1111-1111-1111-111111111111", "owner": "tailor", "name": "suit", "visibility": "public",
                    "protected": true, "disk_format": "raw", "container_format": "bare", "tags": ["a"], "cut": "slim",
                    "data": {"zeros": 100000}},
                   {"owner": "bob", "disk_format": "raw", "container_format": "bare", "data": {"base64": "aGVsbG8="},
                    "members": [{"project": "tailor", "status": "rejected"}, {"project": "any-id"}]}]}
                """);
        Seed seed = Seed.read(file);

        assertThat(seed.region()).isEqualTo("Elsewhere");
        assertThat(seed.caller("ann").orElseThrow().project().value()).isEqualTo("t-1");
        assertThat(seed.projects()).extracting(Seed.Project::name).containsExactly("tailor", "cutter", "bob");
        try (InMemoryImageService service = seed.newService(InstantSource.fixed(NOW), Profile.LEGACY)) {
            ImageTransport bob = as(service, seed, "bob");
            Image suit = bob.images().get(ImageId.of("11111111-1111-1111-1111-111111111111"));
            assertThat(suit.sizeBytes()).isEqualTo(100_000);
            assertThat(suit.isProtected()).isTrue();
            assertThat(suit.properties()).containsEntry("cut", "slim");
            assertThat(suit.createdAt()).isEqualTo(NOW);
            Image other = bob.images().list(ImageQuery.defaults()).items().get(0);
            assertThat(bob.members().get(other.id(), ProjectId.of("t-1")).status())
                    .isEqualTo(MemberStatus.REJECTED);
            assertThat(bob.members().get(other.id(), ProjectId.of("any-id")).status())
                    .isEqualTo(MemberStatus.PENDING);
            try (ImageDownload download = bob.data().download(other.id())) {
                assertThat(download.stream().readAllBytes()).isEqualTo("hello".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(org.assertj.core.api.Assertions.catchThrowable(
                            () -> bob.members().get(other.id(), ProjectId.of("cutter"))))
                    .isInstanceOf(MemberNotFoundException.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{|the seed is no JSON document",
                "[]|the seed: is no JSON object",
                "{'imags':[]}|the seed: knows no imags, only created_at, images, projects, region, users",
                "{'created_at':'yesterday'}|the seed: created_at is no time such as 2014-03-31T19:16:04Z",
                "{'projects':{}}|projects: is no list",
                "{'projects':[{}]}|projects[0]: name is missing",
                "{'projects':[{'name':'a'},{'name':'a'}]}|projects[1]: the name a is taken",
                "{'users':[{'name':5}]}|users[0].name: is no string",
                "{'users':[{'name':'a','roles':{'a':[]}}]}|users[0].roles: a wants a list of roles",
                "{'images':[{}]}|images[0]: owner is missing",
                "{'images':[{'owner':'a','status':'active'}]}|images[0]: Attribute 'status' is read-only.",
                "{'images':[{'owner':'a','data':{}}]}|images[0].data: is one of text, base64, zeros",
                "{'images':[{'owner':'a','data':{'zeros':-1}}]}|images[0].data: zeros is a number of bytes",
                "{'images':[{'owner':'a','data':{'base64':'a'}}]}|images[0].data: base64 cannot be decoded",
                "{'images':[{'owner':'a','members':[{'project':'b','status':'x'}]}]}|images[0].members[0]: status is one of"
            })
    void slipOfThePenIsNamedWithItsPlace(String document, String problem) {
        assertThatIllegalArgumentException().isThrownBy(() -> read(document)).withMessageStartingWith(problem);
    }

    @Test
    void imageThatTheServiceRefusesIsNamed() {
        Seed seed = read("{'images':[{'owner':'a','data':{'text':'no formats'}}]}");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> seed.newService(InstantSource.fixed(NOW), Profile.SECURE_RBAC)
                        .close())
                .withMessageContaining("must be set prior to saving data");
    }
}
