package org.glance4j.feign.walks;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.glance4j.contract.Party;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.NamespaceOperations;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes walks on several services at once, the last of which is the judge. For use by one thread. */
final class Walking {
    private static final Logger LOG = LoggerFactory.getLogger(Walking.class);

    private final List<Ground.Service> services;
    private final Ground.Web web;
    private final Map<Explained, Integer> explained = new EnumMap<>(Explained.class);

    Walking(List<Ground.Service> services, Ground.Web web) {
        this.services = services;
        this.web = web;
    }

    /** Where a walk came apart. */
    record Difference(int step, String words) {}

    Map<Explained, Integer> explained() {
        return explained;
    }

    /** Takes a walk and the last look of all callers; returns the first step whose outcomes differ, if one does. */
    Optional<Difference> take(Walk walk) throws IOException {
        String mark = "walk-" + UUID.randomUUID();
        List<ImageId> ids = Stream.generate(() -> ImageId.of(UUID.randomUUID()))
                .limit(Walk.SLOTS + 1)
                .toList();
        List<Ground> grounds = services.stream()
                .map(service -> new Ground(service, ids, mark, web))
                .toList();
        try {
            List<Step> steps = new ArrayList<>(walk.steps());
            steps.addAll(FinalLook.steps());
            for (int number = 0; number < steps.size(); number++) {
                String difference = compare(steps.get(number), grounds);
                if (difference != null) {
                    int last = Math.min(number, walk.steps().size() - 1);
                    return Optional.of(new Difference(last, difference));
                }
            }
            return Optional.empty();
        } finally {
            for (Ground ground : grounds) {
                clean(ground);
                cleanCatalog(ground);
            }
        }
    }

    private @Nullable String compare(Step step, List<Ground> grounds) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        for (Ground ground : grounds) {
            outcomes.add(step.take(ground));
        }
        Outcome judge = outcomes.get(outcomes.size() - 1);
        for (Outcome outcome : outcomes) {
            if (!outcome.equals(judge)) {
                Optional<Explained> why = Explained.of(step, outcome, judge);
                if (why.isEmpty()) {
                    return describe(step, grounds, outcomes, outcome);
                }
                explained.merge(why.get(), 1, Integer::sum);
            }
        }
        return null;
    }

    private static String describe(Step step, List<Ground> grounds, List<Outcome> outcomes, Outcome odd) {
        Outcome judge = outcomes.get(outcomes.size() - 1);
        StringBuilder words = new StringBuilder(step.toString());
        for (int i = 0; i < grounds.size(); i++) {
            words.append("\n      ")
                    .append(grounds.get(i).service().name())
                    .append(": ")
                    .append(outcomes.get(i).unlike(odd.equals(outcomes.get(i)) ? judge : odd));
        }
        return words.toString();
    }

    /** Leaves nothing on a service that others use. */
    private static void clean(Ground ground) {
        ImageTransport admin = ground.service().as(Party.ADMIN);
        for (ImageId id : ground.ids()) {
            try {
                admin.images()
                        .update(id, ImagePatch.builder().isProtected(false).build());
                admin.images().delete(id);
            } catch (ImageServiceException e) {
                if (e.failure().status() == null || e.failure().status() != 404) {
                    throw e;
                }
            }
        }
    }

    private static void cleanCatalog(Ground ground) {
        NamespaceOperations namespaces =
                ground.service().as(Party.ADMIN).metadefs().namespaces();
        for (ImageId id : ground.ids().subList(0, Ground.NAMESPACES)) {
            try {
                NamespaceName name = ground.namespace(id);
                namespaces.update(name, Namespace.named(name.value()).build());
                namespaces.delete(name);
            } catch (MetadefNotFoundException e) {
                LOG.trace("not made, or deleted in the walk", e);
            }
        }
    }

    /** Returns the shortest walk that is found to come apart, by leaving out one step after the other. */
    Walk shortened(Walk failing, Difference difference) throws IOException {
        Walk shortest = failing.upTo(difference.step() + 1);
        for (int index = shortest.steps().size() - 1; index >= 0; index--) {
            Walk shorter = shortest.without(index);
            if (take(shorter).isPresent()) {
                shortest = shorter;
            }
        }
        return shortest;
    }
}
