package org.glance4j.feign.call;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.glance4j.auth.Caller;
import org.glance4j.error.Failure;
import org.glance4j.lifecycle.CacheRequest;
import org.glance4j.lifecycle.Explanation;
import org.glance4j.lifecycle.Explanations;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.MemberRequest;
import org.glance4j.lifecycle.MetadefLaw;
import org.glance4j.lifecycle.MetadefRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.lifecycle.TaskRequest;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * What is being called.
 *
 * @param operation the operation
 * @param route method and path with placeholders for ids
 * @param imageId the image it is about; null for none
 * @param memberId the member it is about; null for none
 * @param namespace the namespace of the metadata catalog it is about; null for none
 * @param name what in the namespace it is about; null for none
 * @param deadline when the caller gives up
 * @param law names the rules that refuse this call in a given way to a given caller, who may not be known
 */
public record Call(
        Operation operation,
        String route,
        @Nullable ImageId imageId,
        @Nullable ProjectId memberId,
        @Nullable NamespaceName namespace,
        @Nullable String name,
        Deadline deadline,
        BiFunction<Refusal, @Nullable Caller, List<Explanation>> law) {

    /**
     * Returns the call of a request about images or their data.
     *
     * @param request the request
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call of(ImageRequest request, Deadline deadline) {
        return new Call(
                request.operation(),
                Routes.of(request.operation()),
                request.imageId(),
                null,
                null,
                null,
                deadline,
                (refusal, caller) -> Explanations.of(request, refusal, caller, null));
    }

    /**
     * Returns the call of a request about members.
     *
     * @param request the request
     * @param memberId the member it is about; null for none
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call of(MemberRequest request, @Nullable ProjectId memberId, Deadline deadline) {
        return new Call(
                request.operation(),
                Routes.of(request.operation()),
                request.imageId(),
                memberId,
                null,
                null,
                deadline,
                (refusal, caller) -> Explanations.of(request, refusal, caller, null));
    }

    /**
     * Returns the call of a request for a page of images.
     *
     * @param query which images
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call ofListing(ImageQuery query, Deadline deadline) {
        ImageRequest request = new ImageRequest.ListImages(query.visibilityWord(), query.memberStatusWord());
        return new Call(
                request.operation(),
                Routes.of(request.operation()),
                null,
                null,
                null,
                null,
                deadline,
                (refusal, caller) -> {
                    List<Explanation> explanations = new ArrayList<>(Explanations.of(request, refusal, caller, null));
                    ImageId marker = query.marker();
                    if (marker != null && refusal == Refusal.FORBIDDEN) {
                        explanations.add(new Explanation(
                                Rule.MARKER_NOT_VISIBLE,
                                "the page cannot start behind image " + marker + ", which the caller does not see"));
                    } else if (marker != null && refusal == Refusal.BAD_REQUEST) {
                        explanations.add(new Explanation(
                                Rule.MARKER_NOT_FOUND, "there is no image " + marker + " to start the page behind"));
                    }
                    return explanations;
                });
    }

    /**
     * Returns the call of a request about tasks.
     *
     * @param request the request
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call of(TaskRequest request, Deadline deadline) {
        return new Call(
                request.operation(),
                Routes.of(request.operation()),
                null,
                null,
                null,
                null,
                deadline,
                (refusal, caller) -> Explanations.of(request, refusal, caller));
    }

    /**
     * Returns the call of a request about the cache.
     *
     * @param request the request
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call of(CacheRequest request, Deadline deadline) {
        return new Call(
                request.operation(),
                Routes.of(request.operation()),
                request.imageId(),
                null,
                null,
                null,
                deadline,
                (refusal, caller) -> Explanations.of(request, refusal, caller));
    }

    /**
     * Returns the call of a question that concerns no image and that the service has no rule against.
     *
     * @param operation what is asked
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call ofService(Operation operation, Deadline deadline) {
        return new Call(
                operation, Routes.of(operation), null, null, null, null, deadline, (refusal, caller) -> List.of());
    }

    /**
     * Returns the call of a request about the catalog of metadata definitions.
     *
     * @param request the request
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call of(MetadefRequest request, Deadline deadline) {
        boolean isList = request.operation() == Operation.LIST_NAMESPACES;
        return new Call(
                request.operation(),
                Routes.of(request.operation()),
                null,
                null,
                isList ? null : request.namespace(),
                request.name(),
                deadline,
                (refusal, caller) -> MetadefLaw.explain(request, refusal, caller));
    }

    /**
     * Returns a call of the identity service.
     *
     * @param route method and path with placeholders for ids
     * @param deadline when the caller gives up
     * @return the call
     */
    public static Call toIdentityService(String route, Deadline deadline) {
        return new Call(
                Operation.AUTHENTICATE, route, null, null, null, null, deadline, (refusal, caller) -> List.of());
    }

    /**
     * Returns what is known of this call should it fail before it is sent.
     *
     * @return a builder of the failure
     */
    public Failure.Builder failure() {
        return Failure.of(operation)
                .imageId(imageId)
                .memberId(memberId)
                .namespace(namespace)
                .name(name);
    }
}
