package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.NamespaceSortKey;
import org.glance4j.model.metadef.ResourceTypeAssociation;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Listing namespaces. Each test lists those for a type of resource that no other test uses. */
abstract class NamespaceListContract extends MetadefContract {

    private NamespaceName listed(String type, Visibility visibility) {
        return create(called(uniqueNamespace())
                        .owner(project(Party.OWNER))
                        .visibility(visibility)
                        .resourceType(ResourceTypeAssociation.of(type)))
                .name();
    }

    private static List<NamespaceName> among(
            List<NamespaceName> wanted, ImageTransport party, NamespaceQuery.Builder query) {
        List<NamespaceName> found = new ArrayList<>(listed(party, query.build()));
        assertThat(found).doesNotHaveDuplicates();
        found.retainAll(wanted);
        return found;
    }

    private static NamespaceQuery.Builder of(String type) {
        return NamespaceQuery.builder().resourceTypes(List.of(type));
    }

    @Test
    @Statement("D-015")
    final void listShowsThePublicAndOnesOwnNewestFirst() {
        String type = "Contract::Lists";
        NamespaceName hidden = listed(type, Visibility.PRIVATE);
        NamespaceName shown = listed(type, Visibility.PUBLIC);
        List<NamespaceName> both = List.of(shown, hidden);
        assertThat(among(both, owner(), of(type))).containsExactly(shown, hidden);
        assertThat(among(both, admin(), of(type))).containsExactly(shown, hidden);
        assertThat(among(both, consumer(), of(type))).containsExactly(shown);
        assertThat(among(both, owner(), of(type).visibility(Visibility.PRIVATE)))
                .containsExactly(hidden);
        assertThat(among(both, consumer(), of(type).visibility(Visibility.PRIVATE)))
                .isEmpty();
        assertThat(among(both, owner(), of(type).visibility(Visibility.PUBLIC))).containsExactly(shown);
    }

    @Test
    @Statement("D-016")
    final void listShowsTypesOfResourcesAndNothingElseOfWhatIsHeld() {
        String type = "Contract::Contents";
        NamespaceName name = listed(type, Visibility.PUBLIC);
        catalog().tags().create(name, "t");
        Namespace shown = owner().metadefs().namespaces().list(of(type).build()).items().stream()
                .filter(namespace -> namespace.name().equals(name))
                .findFirst()
                .orElseThrow();
        assertThat(shown.tags()).isEmpty();
        assertThat(shown.resourceTypeAssociations())
                .extracting(ResourceTypeAssociation::name)
                .containsExactly(type);
        assertThat(listed(owner(), of("Contract::NoNamespaceAtAll").build())).isEmpty();
        assertThat(among(
                        List.of(name),
                        owner(),
                        NamespaceQuery.builder().resourceTypes(List.of("Contract::NoNamespaceAtAll", type))))
                .containsExactly(name);
    }

    @Test
    @Statement("D-017")
    final void pagesShowEachNamespaceOnce() {
        String type = "Contract::Pages";
        List<NamespaceName> made = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            made.add(listed(type, i % 2 == 0 ? Visibility.PUBLIC : Visibility.PRIVATE));
        }
        Collections.reverse(made);
        assertThat(owner().metadefs()
                        .namespaces()
                        .list(of(type).limit(2).build())
                        .items())
                .hasSize(2);
        assertThat(among(made, owner(), of(type).limit(2))).isEqualTo(made);
        assertThat(among(made, owner(), of(type).limit(1))).isEqualTo(made);
        assertThat(among(made, owner(), of(type).limit(2).marker(made.get(1)))).isEqualTo(made.subList(2, 5));
        assertThat(owner().metadefs()
                        .namespaces()
                        .list(of(type).limit(0).build())
                        .items())
                .isEmpty();
    }

    @Test
    @Statement("D-018")
    final void listIsSortedAsItIsAskedFor() {
        String type = "Contract::Order";
        List<NamespaceName> made = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            made.add(listed(type, Visibility.PUBLIC));
        }
        List<NamespaceName> byName = new ArrayList<>(made);
        byName.sort(Comparator.comparing(NamespaceName::value));
        assertThat(among(
                        made,
                        owner(),
                        of(type).sort(NamespaceSortKey.CREATED_AT, SortDirection.ASCENDING)
                                .limit(2)))
                .isEqualTo(made);
        assertThat(among(
                        made,
                        owner(),
                        of(type).sort(NamespaceSortKey.NAMESPACE, SortDirection.ASCENDING)
                                .limit(2)))
                .isEqualTo(byName);
        Collections.reverse(byName);
        assertThat(among(
                        made,
                        owner(),
                        of(type).sort(NamespaceSortKey.NAMESPACE, SortDirection.DESCENDING)
                                .limit(2)))
                .isEqualTo(byName);
    }

    @Test
    @Statement("D-019")
    final void queryThatCannotBeAnsweredIsRefused() {
        NamespaceName hidden = ownersOwn();
        refused(
                InvalidRequestException.class,
                400,
                () -> listed(owner(), NamespaceQuery.builder().limit(-1).build()));
        refused(
                InvalidRequestException.class,
                400,
                () -> listed(
                        owner(),
                        NamespaceQuery.builder().visibility(Visibility.SHARED).build()));
        refused(
                MetadefNotFoundException.class,
                404,
                () -> listed(
                        owner(),
                        NamespaceQuery.builder().marker(uniqueNamespace()).build()));
        refused(
                ForbiddenException.class,
                403,
                () -> listed(consumer(), NamespaceQuery.builder().marker(hidden).build()));
        answers(400, Party.OWNER, get("/v2/metadefs/namespaces?sort_dir=up"));
    }
}
