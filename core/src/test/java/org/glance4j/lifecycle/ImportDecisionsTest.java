package org.glance4j.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.glance4j.lifecycle.Scenes.BYSTANDER;
import static org.glance4j.lifecycle.Scenes.IMAGE;
import static org.glance4j.lifecycle.Scenes.OWNER;

import java.net.URI;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.ProjectId;
import org.glance4j.model.StoreId;
import org.glance4j.model.Visibility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is said to staging, imports and deletions from a store, and in which order. */
class ImportDecisionsTest {
    private static final Caller OWNING = Caller.of(OWNER);
    private static final Caller ADMIN = Caller.admin(ProjectId.of("a"));
    private static final StoreId FAST = StoreId.of("fast");
    private static final StoreId SLOW = StoreId.of("slow");
    private static final ImageImport DIRECT = ImageImport.glanceDirect();
    private static final ImageImport WEB = ImageImport.webDownload(URI.create("http://h/x"));
    private static final ImageImport COPY = ImageImport.copyImage();
    private static final ImageImport OTHER_REGION = ImageImport.glanceDownload("r", ImageId.of("x"));

    private static Facts facts(ImageStatus status) {
        return Facts.of(Scenes.image(OWNER, Visibility.COMMUNITY, status))
                .withImports(ImportFacts.NOTHING
                        .withMethods(Set.of(
                                ImportMethod.GLANCE_DIRECT,
                                ImportMethod.WEB_DOWNLOAD,
                                ImportMethod.COPY_IMAGE,
                                ImportMethod.GLANCE_DOWNLOAD))
                        .withStores(List.of(FAST, SLOW)));
    }

    private static String ask(ImageRequest request, Facts facts, Caller caller, Profile profile) {
        return ImageLifecycle.decide(request, facts, caller, profile)
                .fold(() -> "Ok", no -> no.explanation().rule().name());
    }

    private static String ask(ImageImport wanted, Facts facts, Caller caller) {
        return ask(new ImageRequest.ImportImage(IMAGE, wanted, null), facts, caller, Profile.SECURE_RBAC);
    }

    @ParameterizedTest
    @EnumSource(
            value = ImageStatus.class,
            names = {"UNRECOGNIZED", "DELETED", "PENDING_DELETE"},
            mode = EnumSource.Mode.EXCLUDE)
    void eachMethodTakesOneStatus(ImageStatus status) {
        Map<ImageStatus, String> direct = new EnumMap<>(Map.of(ImageStatus.UPLOADING, "Ok"));
        Map<ImageStatus, String> web = new EnumMap<>(Map.of(ImageStatus.QUEUED, "Ok"));
        Map<ImageStatus, String> copy = new EnumMap<>(Map.of(ImageStatus.ACTIVE, "Ok"));
        Map<ImageStatus, String> stage = new EnumMap<>(Map.of(ImageStatus.QUEUED, "Ok"));
        String no = "IMAGE_NOT_IMPORTABLE";
        assertThat(ask(DIRECT, facts(status), OWNING)).isEqualTo(direct.getOrDefault(status, no));
        assertThat(ask(WEB, facts(status), OWNING)).isEqualTo(web.getOrDefault(status, no));
        assertThat(ask(COPY.toStores(SLOW), facts(status), ADMIN)).isEqualTo(copy.getOrDefault(status, no));
        assertThat(ask(new ImageRequest.Stage(IMAGE), facts(status), OWNING, Profile.LEGACY))
                .isEqualTo(stage.getOrDefault(status, "IMAGE_NOT_QUEUED"));
    }

    @Test
    void methodComesBeforeTheImageAndStatusBeforeFormatsBeforeSourceBeforeRight() {
        assertThat(ask(ImageImport.of(ImportMethod.of("x")), Facts.NOTHING, OWNING))
                .isEqualTo("IMPORT_METHOD_UNKNOWN");
        assertThat(ask(DIRECT, Facts.NOTHING, OWNING)).isEqualTo("IMAGE_NOT_FOUND");
        Caller stranger = Caller.of(BYSTANDER);
        assertThat(ask(DIRECT, facts(ImageStatus.QUEUED), stranger)).isEqualTo("IMAGE_NOT_IMPORTABLE");
        Facts formless = facts(ImageStatus.QUEUED)
                .withImage(new ImageFacts(
                        OWNER, Visibility.COMMUNITY, ImageStatus.QUEUED, false, true, false, Set.of(), Set.of()));
        assertThat(ask(OTHER_REGION, formless, stranger)).isEqualTo("FORMATS_MISSING");
        assertThat(ask(OTHER_REGION, facts(ImageStatus.QUEUED), stranger)).isEqualTo("VALUE_NOT_ALLOWED");
        assertThat(ask(WEB.toStores(StoreId.of("no")), facts(ImageStatus.QUEUED), stranger))
                .isEqualTo("ONLY_OWNER_CHANGES_IMAGE");
        assertThat(ask(WEB, facts(ImageStatus.QUEUED), new Caller(OWNER, Set.of(Role.READER))))
                .isEqualTo("ROLE_CANNOT_WRITE");
        assertThat(ask(COPY, facts(ImageStatus.ACTIVE), OWNING)).isEqualTo("ONLY_ADMIN_COPIES");
    }

    @Test
    void anImportUnderWayComesBeforeTheStoresAndTheStoresBeforeTheAddress() {
        Facts queued = facts(ImageStatus.QUEUED);
        ImportFacts site = queued.imports();
        Facts filtered = queued.withImports(site.withFilterPassed(false));
        Facts locked = queued.withImports(site.withImporting(true));
        assertThat(ask(WEB.toStores(StoreId.of("no")), locked, OWNING)).isEqualTo("IMPORT_UNDER_WAY");
        assertThat(ask(WEB.toStores(StoreId.of("no")), filtered, OWNING)).isEqualTo("STORE_UNKNOWN");
        assertThat(ask(WEB, filtered, OWNING)).isEqualTo("URI_NOT_ALLOWED");
        Facts one = queued.withImports(site.withStores(List.of()));
        assertThat(ask(WEB.toStores(StoreId.of("no")), one, OWNING)).isEqualTo("Ok");
        assertThat(ask(WEB.allowingFailures(), one, OWNING)).isEqualTo("ONE_STORE_ONLY");
    }

    @Test
    void storesAreNamedInOneWay() {
        Facts queued = facts(ImageStatus.QUEUED);
        ImageRequest.ImportImage both = new ImageRequest.ImportImage(IMAGE, WEB.toStores(SLOW), FAST);
        ImageRequest.ImportImage all = new ImageRequest.ImportImage(IMAGE, WEB.toAllStores(), FAST);
        assertThat(ask(both, queued, OWNING, Profile.LEGACY)).isEqualTo("STORES_AMBIGUOUS");
        assertThat(ask(all, queued, OWNING, Profile.LEGACY)).isEqualTo("STORES_AMBIGUOUS");
    }

    @Test
    void nothingIsCopiedToWhereItIs() {
        Facts active = facts(ImageStatus.ACTIVE);
        Facts held = active.withImports(active.imports().withHolding(List.of(FAST)));
        assertThat(ask(COPY, held, ADMIN)).isEqualTo("STORE_HOLDS_IMAGE");
        assertThat(ask(COPY.toStores(SLOW, FAST), held, ADMIN)).isEqualTo("STORE_HOLDS_IMAGE");
        assertThat(ask(COPY.toStores(SLOW), held, ADMIN)).isEqualTo("Ok");
        assertThat(ask(COPY.toAllStores(), held, ADMIN)).isEqualTo("Ok");
    }

    @Test
    void deletionFromAStoreIsLeftToAdminsUnderSecureRules() {
        Facts active = facts(ImageStatus.ACTIVE);
        Facts held = active.withImports(active.imports().withHolding(List.of(FAST, SLOW)));
        ImageRequest delete = new ImageRequest.DeleteFromStore(IMAGE, SLOW);
        assertThat(ask(delete, held, OWNING, Profile.LEGACY)).isEqualTo("Ok");
        assertThat(ask(delete, held, OWNING, Profile.SECURE_RBAC)).isEqualTo("ONLY_ADMIN_DELETES_FROM_STORE");
        assertThat(ask(delete, held, ADMIN, Profile.SECURE_RBAC)).isEqualTo("Ok");
        assertThat(ask(delete, held, Caller.of(BYSTANDER), Profile.LEGACY)).isEqualTo("ONLY_OWNER_CHANGES_IMAGE");
        assertThat(ask(delete, Facts.NOTHING, ADMIN, Profile.LEGACY)).isEqualTo("ONE_STORE_ONLY");
        Facts last = held.withImports(held.imports().withHolding(List.of(FAST)));
        assertThat(ask(delete, last, ADMIN, Profile.LEGACY)).isEqualTo("LAST_STORE");
        ImageRequest unknown = new ImageRequest.DeleteFromStore(IMAGE, StoreId.of("no"));
        assertThat(ask(unknown, Facts.NOTHING.withImports(held.imports()), OWNING, Profile.LEGACY))
                .isEqualTo("STORE_UNKNOWN");
    }

    @Test
    void storesAreListedWhereThereAreSeveral() {
        Facts several = facts(ImageStatus.ACTIVE);
        assertThat(ask(new ImageRequest.ListStores(false), several, OWNING, Profile.SECURE_RBAC))
                .isEqualTo("Ok");
        assertThat(ask(new ImageRequest.ListStores(true), several, OWNING, Profile.LEGACY))
                .isEqualTo("ONLY_ADMIN_SEES_STORES");
        assertThat(ask(new ImageRequest.ListStores(false), Facts.NOTHING, ADMIN, Profile.LEGACY))
                .isEqualTo("ONE_STORE_ONLY");
    }

    @Test
    void refusalsAreExplainedThoughTheSiteIsNotKnown() {
        assertThat(explained(new ImageRequest.ImportImage(IMAGE, WEB, null), Refusal.CONFLICT))
                .contains(Rule.IMAGE_NOT_IMPORTABLE, Rule.FORMATS_MISSING, Rule.IMPORT_UNDER_WAY);
        assertThat(explained(new ImageRequest.ImportImage(IMAGE, WEB.toStores(SLOW), null), Refusal.CONFLICT))
                .contains(Rule.STORE_UNKNOWN);
        assertThat(explained(new ImageRequest.ImportImage(IMAGE, WEB, null), Refusal.BAD_REQUEST))
                .contains(Rule.URI_NOT_ALLOWED, Rule.IMPORT_METHOD_UNKNOWN);
        assertThat(explained(new ImageRequest.DeleteFromStore(IMAGE, SLOW), Refusal.FORBIDDEN))
                .contains(Rule.LAST_STORE, Rule.ONLY_ADMIN_DELETES_FROM_STORE);
        assertThat(explained(new ImageRequest.DeleteFromStore(IMAGE, SLOW), Refusal.NOT_FOUND))
                .contains(Rule.IMAGE_NOT_IN_STORE, Rule.ONE_STORE_ONLY);
        assertThat(explained(new ImageRequest.ListStores(true), Refusal.NOT_FOUND))
                .containsExactly(Rule.ONE_STORE_ONLY);
        assertThat(explained(new ImageRequest.Stage(IMAGE), Refusal.CONFLICT)).containsExactly(Rule.IMAGE_NOT_QUEUED);
    }

    private static List<Rule> explained(ImageRequest request, Refusal refusal) {
        return Explanations.of(request, refusal, OWNING, null).stream()
                .map(Explanation::rule)
                .distinct()
                .toList();
    }
}
