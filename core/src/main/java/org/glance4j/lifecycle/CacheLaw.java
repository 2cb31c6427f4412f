package org.glance4j.lifecycle;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.glance4j.auth.Caller;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Who may manage the cache: admins. The same in both profiles.
 *
 * <p>Source: {@code glance/api/v2/cached_images.py}, {@code glance/policies/cache.py}, 25.1.0. Without a cache, removing an image that is
 * not there makes that release fail; here it is not found.
 */
public final class CacheLaw {
    private static final ProjectId SOMEBODY = ProjectId.of("\u0000somebody");

    private CacheLaw() {}

    /**
     * Returns what the service says to a request.
     *
     * @param request the request
     * @param facts what is the case
     * @param caller who asks
     * @return the decision
     */
    public static Decision decide(CacheRequest request, CacheFacts facts, Caller caller) {
        ImageId id = request.imageId();
        boolean known = facts.imageFound() || (request instanceof CacheRequest.Remove && facts.imageCached());
        if (id != null && !known) {
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.IMAGE_NOT_FOUND,
                    "there is no image " + id + " that the caller sees",
                    "Image " + id + " not found.");
        }
        if (!caller.isAdmin()) {
            return Refusing.refuse(
                    Refusal.FORBIDDEN,
                    Rule.ONLY_ADMIN_MANAGES_CACHE,
                    "the cache is managed by an admin",
                    Refusing.policyText(policy(request.operation())));
        }
        if (!facts.siteHasCache()) {
            return Refusing.refuse(
                    Refusal.NOT_FOUND,
                    Rule.SITE_WITHOUT_CACHE,
                    "the site has no cache",
                    "Caching via API is not supported at this site.");
        }
        if (request instanceof CacheRequest.Queue && !facts.imageActive()) {
            return Refusing.refuse(
                    Refusal.BAD_REQUEST,
                    Rule.IMAGE_NOT_ACTIVE,
                    "only an active image can be cached",
                    "Only images with status active can be targeted for queueing");
        }
        return Refusing.PERMITTED;
    }

    private static String policy(Operation operation) {
        return switch (operation) {
            case LIST_CACHE -> "cache_list";
            case CACHE_IMAGE -> "cache_image";
            default -> "cache_delete";
        };
    }

    /** Returns the rules that refuse so, whatever is the case. */
    static List<Explanation> explanations(CacheRequest request, Refusal refusal, @Nullable Caller caller) {
        List<Caller> callers = caller != null ? List.of(caller) : List.of(Caller.admin(SOMEBODY), Caller.of(SOMEBODY));
        Set<Explanation> explanations = new LinkedHashSet<>();
        for (Caller asking : callers) {
            for (CacheFacts facts : List.of(
                    new CacheFacts(true, false, false, false),
                    new CacheFacts(true, true, false, false),
                    new CacheFacts(false, true, true, false))) {
                if (decide(request, facts, asking) instanceof Decision.Refused no && no.refusal() == refusal) {
                    explanations.add(no.explanation());
                }
            }
        }
        return List.copyOf(explanations);
    }
}
