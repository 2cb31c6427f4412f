package org.glance4j.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.glance4j.auth.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Explains refusals from outside, where not all is known: it asks the law itself in every situation that agrees with what is
 * known, and lists each rule that refuses in the way the service did. It sends nothing.
 */
public final class Explanations {
    private Explanations() {}

    /**
     * Returns the rules that explain why the service refused a request about members.
     *
     * @param request the request
     * @param refusal how the service refused
     * @param caller who asked; null where that is not known
     * @param held the image as the caller last saw it; null where it did not. It is left aside where it explains nothing
     * @return the explanations, each once; none where no rule refuses so
     */
    public static List<Explanation> of(
            MemberRequest request, Refusal refusal, @Nullable Caller caller, @Nullable ImageFacts held) {
        List<Explanation> explanations = explain(
                at -> MemberLaw.decide(request, at), refusal, image -> Situations.of(request, caller, image), held);
        if (refusal == Refusal.NOT_FOUND && request instanceof MemberRequest.Add) {
            explanations = withOwnersRule(explanations, of(request, Refusal.FORBIDDEN, caller, held));
        }
        return explanations;
    }

    /** Rackspace answers who is not the owner with Not Found, where Glance says Forbidden to those who see the image. */
    private static List<Explanation> withOwnersRule(List<Explanation> notFound, List<Explanation> forbidden) {
        Stream<Explanation> owners = forbidden.stream().filter(each -> each.rule() == Rule.ONLY_OWNER_CHANGES_MEMBERS);
        return Stream.concat(notFound.stream(), owners).toList();
    }

    /**
     * Returns the rules that explain why the service refused a request about images or their data.
     *
     * @param request the request
     * @param refusal how the service refused
     * @param caller who asked; null where that is not known
     * @param held the image as the caller last saw it; null where it did not. It is left aside where it explains nothing
     * @return the explanations, each once; none where no rule refuses so
     */
    public static List<Explanation> of(
            ImageRequest request, Refusal refusal, @Nullable Caller caller, @Nullable ImageFacts held) {
        return explain(
                at -> ImageLaw.decide(request, at), refusal, image -> Situations.of(request, caller, image), held);
    }

    /**
     * Returns the rules that explain why the service refused a request about tasks.
     *
     * @param request the request
     * @param refusal how the service refused
     * @param caller who asked; null where that is not known
     * @return the explanations, each once; none where no rule refuses so
     */
    public static List<Explanation> of(TaskRequest request, Refusal refusal, @Nullable Caller caller) {
        return TaskLaw.explanations(request, refusal, caller);
    }

    /**
     * Returns the rules that explain why the service refused a request about its cache.
     *
     * @param request the request
     * @param refusal how the service refused
     * @param caller who asked; null where that is not known
     * @return the explanations, each once; none where no rule refuses so
     */
    public static List<Explanation> of(CacheRequest request, Refusal refusal, @Nullable Caller caller) {
        return CacheLaw.explanations(request, refusal, caller);
    }

    private static List<Explanation> explain(
            Function<Case, Decision> law,
            Refusal refusal,
            Function<@Nullable ImageFacts, List<Case>> situations,
            @Nullable ImageFacts held) {
        List<Explanation> explanations = matching(law, refusal, situations.apply(held));
        boolean stale = explanations.isEmpty() && held != null;
        return stale ? matching(law, refusal, situations.apply(null)) : explanations;
    }

    private static List<Explanation> matching(Function<Case, Decision> law, Refusal refusal, List<Case> situations) {
        Set<Explanation> explanations = new LinkedHashSet<>();
        for (Case situation : situations) {
            if (law.apply(situation) instanceof Decision.Refused refused && refused.refusal() == refusal) {
                explanations.add(refused.explanation());
            }
        }
        return List.copyOf(explanations);
    }
}
