package org.glance4j.inmemory.internal;

import java.util.List;
import java.util.function.Supplier;
import org.glance4j.auth.Caller;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageServiceException;
import org.glance4j.internal.Refusals;
import org.glance4j.lifecycle.Access;
import org.glance4j.lifecycle.CacheFacts;
import org.glance4j.lifecycle.CacheLaw;
import org.glance4j.lifecycle.CacheRequest;
import org.glance4j.lifecycle.Decision;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.lifecycle.Facts;
import org.glance4j.lifecycle.ImageLifecycle;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Limits;
import org.glance4j.lifecycle.MemberLifecycle;
import org.glance4j.lifecycle.MemberRequest;
import org.glance4j.lifecycle.Profile;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.lifecycle.TaskLaw;
import org.glance4j.lifecycle.TaskRequest;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.jspecify.annotations.Nullable;

/**
 * Puts requests before the lifecycles, with all that is the case, and turns their refusals into exceptions. The rules
 * themselves are the lifecycles'; what concerns the form of values is refused with {@link #refusal}.
 */
record Law(Profile profile, Limits limits, Supplier<String> requestIds, ImportSettings site) {

    /** Returns if the service does what is asked of an image, which may be none. */
    void require(ImageRequest request, @Nullable ImageRecord image, Caller caller) {
        require(request, facts(image, caller), caller);
    }

    /** Returns if the service does what is asked. */
    void require(ImageRequest request, Facts facts, Caller caller) {
        ImageLifecycle.decide(request, facts, caller, profile)
                .orElseThrow(no -> refused(request.operation(), request.imageId(), null, no));
    }

    /** Returns whether a patch is refused for its fields' names, which are looked at before any value and the image. */
    boolean refusesByName(ImageRequest.Update request, Caller caller) {
        return ImageLifecycle.decide(request, Facts.NOTHING, caller, profile) instanceof Decision.Refused no
                && no.refusal() == Refusal.FORBIDDEN;
    }

    /** Returns if the service does what is asked of a member; null where the request addresses all of them. */
    void require(MemberRequest request, @Nullable ProjectId member, @Nullable ImageRecord image, Caller caller) {
        Facts facts = facts(image, caller);
        if (image != null) {
            facts = facts.withMemberCount(image.members().count());
            if (member != null) {
                facts = facts.withTargetMembership(image.members().statusOf(member));
            }
        }
        MemberLifecycle.decide(request, facts, caller, profile)
                .orElseThrow(no -> refused(request.operation(), request.imageId(), member, no));
    }

    /** Returns if the service does what is asked of tasks; the owner is that of the task that is asked for. */
    void require(TaskRequest request, boolean open, @Nullable ProjectId owner, Caller caller) {
        TaskLaw.decide(request, open, owner, caller)
                .orElseThrow(no -> refused(request.operation(), (ImageId) null, null, no));
    }

    /** Returns if the service does what is asked of its cache. */
    void require(CacheRequest request, boolean hasCache, boolean isCached, @Nullable ImageRecord image, Caller caller) {
        boolean found =
                image != null && Access.isFound(image.facts(), image.members().statusOf(caller.project()), caller);
        boolean active = image != null && image.image().status() == ImageStatus.ACTIVE;
        CacheLaw.decide(request, new CacheFacts(hasCache, found, active, isCached), caller)
                .orElseThrow(no -> refused(request.operation(), request.imageId(), null, no));
    }

    /** Returns what is the case for a caller's request about an image, which may be none. */
    Facts facts(@Nullable ImageRecord image, Caller caller) {
        Facts facts = Facts.NOTHING.withLimits(limits).withImports(site.facts());
        if (image == null) {
            return facts;
        }
        boolean isImporting = image.facts().propertyNames().contains(Importing.LOCK);
        return facts.withImage(image.facts())
                .withCallerMembership(image.members().statusOf(caller.project()))
                .withImports(facts.imports().withHolding(image.holding()).withImporting(isImporting));
    }

    /** Returns the exception for an operation that came with a later release: its path is not there. */
    ImageServiceException notOffered(Operation operation, ImageId id) {
        return refusal(
                operation,
                id,
                Refusal.NOT_FOUND,
                Rule.OPERATION_NOT_OFFERED,
                "the service is older than this operation",
                "The resource could not be found.");
    }

    /** Returns the exception for a request that the service refuses for its form, or for what happened meanwhile. */
    ImageServiceException refusal(
            Operation operation, @Nullable ImageId id, Refusal refusal, Rule rule, String why, String serviceText) {
        return refused(operation, id, null, new Decision.Refused(refusal, new Explanation(rule, why), serviceText));
    }

    /** Returns the exception for a request about the metadata catalog that the service refuses for its form. */
    ImageServiceException refusal(
            Operation operation,
            @Nullable NamespaceName namespace,
            @Nullable String name,
            Refusal refusal,
            Rule rule,
            String why,
            String serviceText) {
        return refused(
                operation, namespace, name, new Decision.Refused(refusal, new Explanation(rule, why), serviceText));
    }

    /** Returns the exception for a request about the metadata catalog that the service refuses. */
    ImageServiceException refused(
            Operation operation, @Nullable NamespaceName namespace, @Nullable String name, Decision.Refused no) {
        return refused(Failure.of(operation).namespace(namespace).name(name), no);
    }

    private ImageServiceException refused(
            Operation operation, @Nullable ImageId id, @Nullable ProjectId member, Decision.Refused no) {
        return refused(Failure.of(operation).imageId(id).memberId(member), no);
    }

    private ImageServiceException refused(Failure.Builder call, Decision.Refused no) {
        Failure failure = call.status(no.refusal().httpStatus())
                .serviceText(no.serviceText())
                .requestId(requestIds.get())
                .effect(Effect.NOT_APPLIED)
                .explanations(List.of(no.explanation()))
                .build();
        return Refusals.exception(no.refusal(), failure);
    }
}
