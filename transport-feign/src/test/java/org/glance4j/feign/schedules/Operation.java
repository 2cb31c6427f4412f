package org.glance4j.feign.schedules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/** One call of one caller: what it met on its way, what the service carried out for it, and whether what came of it fits. */
final class Operation {
    private final Verb verb;
    private final @Nullable ProjectId member;
    private final @Nullable MemberStatus wanted;
    private final List<Fault> faults = new ArrayList<>(4);
    private final List<Event> events = new ArrayList<>(4);
    private boolean doubtful;

    Operation(Verb verb, @Nullable ProjectId member, @Nullable MemberStatus wanted) {
        this.verb = verb;
        this.member = member;
        this.wanted = wanted;
    }

    void met(Fault fault, Verb asked) {
        faults.add(fault);
        doubtful |= fault.ambiguous() && asked.isChange();
    }

    void carriedOut(Event event) {
        events.add(event);
    }

    boolean isDoubtful() {
        return doubtful;
    }

    /** How often the service has changed something for it: more than once is once too often, whatever is said of it. */
    private long applied() {
        return events.stream().filter(Event::changed).count();
    }

    /** Checks a success: done once, or found as it was wanted where nobody can tell who did it. */
    void succeeded(Map<ProjectId, MemberStatus> answer) {
        require(!events.isEmpty(), "it succeeded, and the service has carried nothing out");
        Event last = events.get(events.size() - 1);
        long applied = applied();
        if (verb.isChange()) {
            boolean found = applied == 0 && doubtful && isFound(last);
            require(applied == 1 || found, "it succeeded, and was applied " + applied + " times");
        } else {
            require(applied == 0, "it was applied " + applied + " times");
        }
        require(verb != Verb.UPDATE || answer.equals(Map.of(member, wanted)), "it succeeded with " + answer);
        require(verb == Verb.REMOVE || answer.equals(last.seen()), "it answers " + answer);
    }

    /** Whether the last request shows what was wanted, as it would if an attempt had been applied whose answer was lost. */
    private boolean isFound(Event last) {
        return switch (verb) {
            case ADD, UPDATE -> last.verb() == Verb.GET && last.refusal() == 0;
            case REMOVE -> last.verb() == Verb.REMOVE && last.refusal() == 404;
            case GET, LIST -> false;
        };
    }

    /** Checks a failure: as far as it claims to know what happened, that is what happened. */
    void failed(ImageServiceException failure, boolean deadlinePassed) {
        long applied = applied();
        require(applied <= 1, "it was applied " + applied + " times");
        switch (failure.effect()) {
            case NOT_SENT -> require(events.isEmpty() && !doubtful, "something was sent: " + failure);
            case NOT_APPLIED -> require(applied == 0, "it was applied: " + failure);
            case APPLIED -> require(applied == 1, "it was not applied: " + failure);
            case UNKNOWN -> require(doubtful, "nothing was in doubt: " + failure);
        }
        require(
                !(failure instanceof DeadlineExceededException) || deadlinePassed,
                "its deadline had not come: " + failure);
        boolean interrupted = faults.stream().anyMatch(Fault::isInterrupt);
        require(interrupted == failure instanceof CallInterruptedException, "interrupted, or not: " + failure);
        Integer status = failure.failure().status();
        if (status != null && (status == 404 || status == 409)) {
            require(
                    events.stream().anyMatch(event -> event.refusal() == status),
                    "the service refused nothing with " + status + ": " + failure);
        }
    }

    private void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(this + ": " + otherwise);
        }
    }

    @Override
    public String toString() {
        return verb + " " + member + " " + wanted + ", met " + faults + ", carried out " + events;
    }
}
