package org.glance4j.sharing;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.glance4j.auth.Caller;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Failure;
import org.glance4j.error.MemberNotFoundException;
import org.glance4j.internal.Backoff;
import org.glance4j.internal.Calls;
import org.glance4j.internal.Waiting;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Member;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.Visibility;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.Listing;
import org.glance4j.transport.MemberOperations;
import org.glance4j.transport.Pauser;

/**
 * The handshake by which an owner shares an image: it offers the image to a project, whose membership is then {@code
 * pending}; the consumer accepts, rejects, or sets it back to pending; the owner withdraws the image.
 *
 * <p>Only the owner offers and withdraws, only the consumer decides, and an admin may do both. A consumer may use the image
 * from the offer on, whatever it decides: the decision only says whether the image shows in its default list. An image has
 * members only while its visibility is {@code shared}.
 *
 * <p>Every method throws the leaves of {@link org.glance4j.error.ImageServiceException}; those that are named are the ones to
 * expect. Safe for use by several threads. Reached from {@code ImageClient.sharing()}.
 *
 * <p>Source: Image API v2, image sharing; {@code glance/api/v2/image_members.py}, 25.1.0.
 */
public final class Sharing {
    private final Calls calls;
    private final Pauser pauser;
    private final Backoff backoff;

    /**
     * Makes the handshake; {@code ImageClient} does.
     *
     * @param calls begins calls
     * @param pauser lets time pass between two looks at a member
     * @param random varies the pauses
     */
    public Sharing(Calls calls, Pauser pauser, RandomGenerator random) {
        this.calls = requireNonNull(calls, "calls");
        this.pauser = requireNonNull(pauser, "pauser");
        this.backoff = new Backoff(requireNonNull(random, "random"));
    }

    /**
     * Returns the membership of a project that an image is offered to: pending where it is new, and as it stands where the
     * project is a member already, which is no error.
     *
     * @param imageId the caller's image
     * @param project the project; the Image service does not check that it exists
     * @return the membership
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not shared, or not the caller's
     * @throws org.glance4j.error.MemberLimitExceededException if the image has as many members as the service allows, and the
     *     project is none of them
     */
    public Member offer(ImageId imageId, ProjectId project) {
        requireNonNull(imageId, "imageId");
        requireNonNull(project, "project");
        return Offer.make(calls.begin().uncached().members(), imageId, project).member();
    }

    /**
     * Offers an image to several projects, and returns what became of each. The failure of one keeps none of the others from
     * being tried; when the time is over or the thread is interrupted, the rest is named as failed and not sent.
     *
     * @param imageId the caller's image
     * @param projects the projects, tried in this order
     * @return the members added, the members that were there already ({@link SharingResult#left()}), and the failures
     */
    public SharingResult offer(ImageId imageId, Collection<ProjectId> projects) {
        requireNonNull(imageId, "imageId");
        Set<ProjectId> distinct = distinct(projects);
        Deadline deadline = calls.deadline();
        return changes(imageId, deadline).add(distinct).result();
    }

    /**
     * Accepts an image on behalf of the caller's own project, and returns the membership.
     *
     * @param imageId the image
     * @return the membership
     * @throws MemberNotFoundException if the caller is no member, or does not see the image
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     * @throws ConfigurationException if the transport cannot tell which project the caller's is
     */
    public Member accept(ImageId imageId) {
        return decide(imageId, MemberStatus.ACCEPTED);
    }

    /**
     * Accepts an image on behalf of a project, and returns the membership.
     *
     * @param imageId the image
     * @param project the project: the caller's own, or any for an admin
     * @return the membership
     * @throws MemberNotFoundException if the project is no member, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the project is not the caller's, or the image is not shared
     */
    public Member accept(ImageId imageId, ProjectId project) {
        return decide(imageId, project, MemberStatus.ACCEPTED);
    }

    /**
     * Rejects an image on behalf of the caller's own project, and returns the membership, which goes on: a member cannot
     * leave.
     *
     * @param imageId the image
     * @return the membership
     * @throws MemberNotFoundException if the caller is no member, or does not see the image
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     * @throws ConfigurationException if the transport cannot tell which project the caller's is
     */
    public Member reject(ImageId imageId) {
        return decide(imageId, MemberStatus.REJECTED);
    }

    /**
     * Rejects an image on behalf of a project, and returns the membership, which goes on: a member cannot leave.
     *
     * @param imageId the image
     * @param project the project: the caller's own, or any for an admin
     * @return the membership
     * @throws MemberNotFoundException if the project is no member, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the project is not the caller's, or the image is not shared
     */
    public Member reject(ImageId imageId, ProjectId project) {
        return decide(imageId, project, MemberStatus.REJECTED);
    }

    /**
     * Takes the decision of the caller's own project back, and returns the membership.
     *
     * @param imageId the image
     * @return the membership
     * @throws MemberNotFoundException if the caller is no member, or does not see the image
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     * @throws ConfigurationException if the transport cannot tell which project the caller's is
     */
    public Member resetToPending(ImageId imageId) {
        return decide(imageId, MemberStatus.PENDING);
    }

    /**
     * Takes the decision of a project back, and returns the membership.
     *
     * @param imageId the image
     * @param project the project: the caller's own, or any for an admin
     * @return the membership
     * @throws MemberNotFoundException if the project is no member, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the project is not the caller's, or the image is not shared
     */
    public Member resetToPending(ImageId imageId, ProjectId project) {
        return decide(imageId, project, MemberStatus.PENDING);
    }

    /**
     * Ends a project's membership: it sees the image no longer.
     *
     * @param imageId the caller's image
     * @param project the member
     * @throws MemberNotFoundException if the project is no member, or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's (a member cannot leave), or is not shared
     */
    public void withdraw(ImageId imageId, ProjectId project) {
        requireNonNull(imageId, "imageId");
        requireNonNull(project, "project");
        calls.begin().members().remove(imageId, project);
    }

    /**
     * Returns the memberships of an image that the caller sees: all for its owner, its own for a member. Never cached.
     *
     * @param imageId the image
     * @return the memberships, in no order that can be relied on
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     */
    public List<Member> members(ImageId imageId) {
        requireNonNull(imageId, "imageId");
        return calls.begin().members().list(imageId);
    }

    /**
     * Returns a project's membership of an image, if there is one that the caller sees. What others changed may be missed for
     * as long as the cache's time to live; what was changed through this client is not.
     *
     * @param imageId the image
     * @param project the project
     * @return the membership, empty if the project is no member or the caller does not see it
     */
    public Optional<Member> member(ImageId imageId, ProjectId project) {
        requireNonNull(imageId, "imageId");
        requireNonNull(project, "project");
        try {
            return Optional.of(calls.begin().members().get(imageId, project));
        } catch (MemberNotFoundException absent) {
            return Optional.empty();
        }
    }

    /**
     * Returns the images that others share with the caller's project and on which its decision is this one, newest first.
     * Images that are hidden are left out, as in every default list. An admin, whom the service shows everybody's shared
     * images, costs one look-up more for each.
     *
     * @param status the decision
     * @return the images, asked for page by page while they are read
     * @throws IllegalArgumentException for {@link MemberStatus#UNRECOGNIZED}, which cannot be sent
     */
    public Listing<Image> sharedWithMe(MemberStatus status) {
        ImageQuery query = ImageQuery.builder()
                .visibility(Visibility.SHARED)
                .memberStatus(status)
                .build();
        return Listing.ofImages(() -> calls.begin().images(), query).filter(image -> isSharedWithMe(image, status));
    }

    /**
     * Returns what {@link #reconcile} would do now, and changes nothing.
     *
     * @param imageId the caller's image
     * @param desired the projects that are to be its members
     * @return the plan
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     */
    public SharingPlan plan(ImageId imageId, Set<ProjectId> desired) {
        requireNonNull(imageId, "imageId");
        return plan(calls.begin().uncached().members(), imageId, distinct(desired));
    }

    /**
     * Makes the members of an image exactly these projects, and returns what became of each. Members that stay keep their
     * decisions. Members are removed before others are added, so that a full image has room. The failure of one change keeps
     * none of the others from being tried; when the time is over or the thread is interrupted, the rest is named as failed
     * and not sent. Doing it again does what is left.
     *
     * @param imageId the caller's image
     * @param desired the projects that are to be its members; none removes all
     * @return the members added, removed and left, and the failures
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not shared
     */
    public SharingResult reconcile(ImageId imageId, Set<ProjectId> desired) {
        requireNonNull(imageId, "imageId");
        Set<ProjectId> distinct = distinct(desired);
        Deadline deadline = calls.deadline();
        SharingPlan plan = plan(calls.until(deadline).uncached().members(), imageId, distinct);
        return changes(imageId, deadline)
                .leave(plan.leave())
                .remove(plan.remove())
                .add(plan.add())
                .result();
    }

    /**
     * Returns a project's membership once it is no longer pending. It is looked at past every cache, at growing distances of
     * up to half a minute. Through {@code ImageClient.within} this ends in time; else it waits for as long as it takes.
     *
     * @param imageId the image
     * @param project the project that is to decide
     * @return the membership, accepted or rejected, or in a status that this version does not know
     * @throws MemberNotFoundException if the project is no member, at once when the image is withdrawn
     * @throws org.glance4j.error.DeadlineExceededException if it is still pending when the time is over
     * @throws org.glance4j.error.CallInterruptedException if the thread is interrupted meanwhile
     */
    public Member awaitDecision(ImageId imageId, ProjectId project) {
        requireNonNull(imageId, "imageId");
        requireNonNull(project, "project");
        Deadline deadline = calls.deadline();
        MemberOperations members = calls.until(deadline).uncached().members();
        return new DecisionWait(members, new Waiting(deadline, pauser, backoff)).until(imageId, project);
    }

    private Member decide(ImageId imageId, MemberStatus status) {
        requireNonNull(imageId, "imageId");
        ImageTransport transport = calls.begin();
        Caller caller = transport
                .caller()
                .or(() -> {
                    // A transport that has no token yet learns by its first request who the caller is: the least there
                    // is.
                    transport.images().list(ImageQuery.builder().limit(0).build());
                    return transport.caller();
                })
                .orElseThrow(() -> callerUnknown(
                        Failure.of(Operation.UPDATE_MEMBER).imageId(imageId), "name the project whose decision it is"));
        return transport.members().updateStatus(imageId, caller.project(), status);
    }

    private Member decide(ImageId imageId, ProjectId project, MemberStatus status) {
        requireNonNull(imageId, "imageId");
        requireNonNull(project, "project");
        return calls.begin().members().updateStatus(imageId, project, status);
    }

    private boolean isSharedWithMe(Image image, MemberStatus status) {
        Caller caller = calls.begin()
                .caller()
                .orElseThrow(() -> callerUnknown(
                        Failure.of(Operation.LIST_IMAGES), "list by visibility and member status instead"));
        if (caller.project().equals(image.owner())) {
            return false;
        }
        // For an admin the service passes over the member status and lists every project's images.
        return !caller.isAdmin()
                || member(image.id(), caller.project())
                        .filter(member -> member.status() == status)
                        .isPresent();
    }

    private static ConfigurationException callerUnknown(Failure.Builder failure, String advice) {
        return new ConfigurationException(
                failure.advice("the transport does not know the caller's project; " + advice)
                        .build(),
                null);
    }

    private static SharingPlan plan(MemberOperations members, ImageId imageId, Set<ProjectId> desired) {
        return SharingPlan.between(imageId, members.list(imageId), desired);
    }

    private Changes changes(ImageId imageId, Deadline deadline) {
        return new Changes(imageId, calls.until(deadline).uncached().members(), deadline);
    }

    private static Set<ProjectId> distinct(Collection<ProjectId> projects) {
        Set<ProjectId> distinct = new LinkedHashSet<>(requireNonNull(projects, "projects"));
        distinct.forEach(project -> requireNonNull(project, "project"));
        return distinct;
    }
}
