package org.glance4j.feign.walks;

import java.util.ArrayList;
import java.util.List;
import org.glance4j.contract.Party;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.SortDirection;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.NamespaceQuery;
import org.glance4j.model.metadef.NamespaceSortKey;

/** All that four callers see when a walk has ended, as steps that only look. */
final class FinalLook {
    private FinalLook() {}

    static List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (Party party : Walk.CALLERS) {
            for (int slot = 0; slot < Walk.SLOTS; slot++) {
                steps.add(new Step(
                        party,
                        slot,
                        new Deed(
                                "show",
                                (ground, transport, id) -> transport.images().get(id))));
                steps.add(new Step(
                        party,
                        slot,
                        new Deed(
                                "list members",
                                (ground, transport, id) -> transport.members().list(id))));
                steps.add(new Step(
                        party,
                        slot,
                        new Deed(
                                "download",
                                (ground, transport, id) -> transport.data().download(id))));
            }
            for (int slot = 0; slot < Ground.NAMESPACES; slot++) {
                steps.add(new Step(
                        party,
                        slot,
                        new Deed(
                                "show namespace",
                                (ground, transport, id) ->
                                        transport.metadefs().namespaces().get(ground.namespace(id)))));
                steps.add(new Step(
                        party,
                        slot,
                        new Deed(
                                "list tags",
                                (ground, transport, id) ->
                                        transport.metadefs().tags().list(ground.namespace(id)))));
            }
            steps.add(new Step(
                    party,
                    0,
                    new Deed(
                            "list namespaces",
                            (ground, transport, id) -> CatalogDeeds.ofThisWalk(
                                    ground,
                                    transport,
                                    NamespaceQuery.builder()
                                            .sort(NamespaceSortKey.NAMESPACE, SortDirection.ASCENDING)
                                            .build()))));
            steps.add(list(party, ImageQuery.defaults()));
            steps.add(list(party, ImageQuery.builder().hidden(true).build()));
            steps.add(list(
                    party,
                    ImageQuery.builder().anyVisibility().anyMemberStatus().build()));
            steps.add(list(
                    party,
                    ImageQuery.builder()
                            .visibility(Visibility.SHARED)
                            .memberStatus(MemberStatus.PENDING)
                            .build()));
        }
        return steps;
    }

    private static Step list(Party party, ImageQuery query) {
        return new Step(
                party,
                0,
                new Deed(
                        "list " + query,
                        (ground, transport, id) -> transport
                                .images()
                                .list(query.toBuilder().tag(ground.mark()).build())));
    }
}
