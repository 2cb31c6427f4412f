package org.glance4j.feign.faults;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.Image;
import org.glance4j.model.ImageQuery;
import org.jspecify.annotations.Nullable;

/** Compares what a call said with what was promised, and with what happened at the service. */
final class Verdict {
    private final Cell cell;
    private final Target target;
    private final boolean timed;
    private Cell.Ending ending;
    private final List<String> problems = new ArrayList<>();

    /**
     * Begins to compare.
     *
     * @param timed whether the deadline may have come before the promised ending
     */
    Verdict(Cell cell, Target target, Cell.Ending ending, boolean timed) {
        this.cell = cell;
        this.target = target;
        this.ending = ending;
        this.timed = timed;
    }

    Cell.Ending ending() {
        return ending;
    }

    /** Looks at what the call said, and whether the transport can go on. */
    void said(@Nullable Object answer, FeignTransport transport) {
        promised();
        if (ending.failure() == null) {
            attempt("the answer", () -> cell.deed().check(answer, target));
        }
        attempt("the next call", () -> next(transport));
    }

    /** Returns what is not as it was promised, once nothing of the call is under way any more. */
    List<String> problems(Cell.Ending over) {
        ending = over;
        truthful();
        delivered();
        if (target.cloud().elsewhere().visits() > 0) {
            problem("another origin was visited");
        }
        return problems;
    }

    private void promised() {
        Promise promise = Promise.of(cell.deed(), cell.injection(), cell.position());
        String name = ending.name();
        if (name == null ? !promise.success() : !(promise.allows(name) || (timed && isLate()))) {
            problem("promised " + promise);
        }
    }

    /** Returns whether the deadline kept the call from an ending that it would have had otherwise. */
    private boolean isLate() {
        StringWriter all = new StringWriter();
        if (ending.failure() != null) {
            ending.failure().printStackTrace(new PrintWriter(all));
        }
        return ending.failure() instanceof DeadlineExceededException
                || all.toString().contains("the deadline comes before");
    }

    private void truthful() {
        Deed deed = cell.deed();
        boolean done = deed.isChange() && deed.done(target);
        if (ending.failure() == null) {
            check(!deed.isChange() || done, "the call succeeded, and the change is not there");
        }
        if (!(ending.failure() instanceof ImageServiceException failure)) {
            return;
        }
        Effect effect = failure.effect();
        if (!deed.isChange()) {
            check(effect == Effect.NOT_SENT || effect == Effect.NOT_APPLIED, "a read that changes something");
        }
        // Where a token is missing, what is not sent is the call that needs it.
        check(
                effect != Effect.NOT_SENT || ending.own().isEmpty() || deed == Deed.AUTHENTICATE,
                "not sent, and it was delivered");
        check(effect != Effect.NOT_SENT || !done, "not sent, and the change is there");
        check(effect != Effect.NOT_APPLIED || !done, "not applied, and the change is there");
        check(effect != Effect.APPLIED || done, "applied, and the change is not there");
    }

    private void delivered() {
        Deed deed = cell.deed();
        List<Delivery> own = ending.own();
        boolean once = deed.kind() == Deed.Kind.ONCE || deed.kind() == Deed.Kind.RECONCILED;
        boolean over = false;
        for (Delivery delivery : own) {
            check(!over, "delivered again after what ends it");
            over = delivery.injection() != null && ends(delivery.injection().fault(), once);
        }
        if (deed.kind() != Deed.Kind.IDEMPOTENT) {
            check(ending.applied() <= 1 || !deed.isChange(), "applied " + ending.applied() + " times");
        }
        check(own.size() <= Cell.ATTEMPTS, "delivered " + own.size() + " times");
        if (repeatsToTheEnd(once)) {
            check(own.size() == Cell.ATTEMPTS, "delivered only " + own.size() + " times");
        }
    }

    /** Returns whether nothing may follow this. */
    private static boolean ends(Fault fault, boolean once) {
        return switch (fault.sign()) {
            case NOT_SENT, BUSY, UNAUTHORIZED -> false;
            case LOST, SILENT, BROKEN, UNREADABLE, LOGIN, GATEWAY -> once;
            case SLOW, REFUSED, EARLY, REDIRECTED, BUSY_FOR_LONG, GATEWAY_FOR_LONG, SERVER_ERROR -> true;
        };
    }

    /** Returns whether the call goes on failing until it has no attempt left. */
    private boolean repeatsToTheEnd(boolean once) {
        Fault fault = cell.injection().fault();
        return cell.position() == Position.EVERY
                && !timed
                && ending.failure() != null
                && !(ending.failure() instanceof IOException)
                && (cell.deed().kind() != Deed.Kind.CREATED || fault.reach() != Fault.Reach.APPLIED)
                && fault.reach() != Fault.Reach.NONE
                && fault.sign() != Fault.Sign.UNAUTHORIZED
                && !ends(fault, once);
    }

    /** A connection that an answer has spoiled must not spoil the next call. */
    private void next(FeignTransport transport) {
        ImageQuery query = ImageQuery.builder().name(target.name()).build();
        List<Image> listed = transport.images().list(query).items();
        if (!timed) {
            // A call that its deadline ended may still be under way at the service.
            List<Image> there = target.cloud()
                    .direct(cell.deed().user())
                    .images()
                    .list(query)
                    .items();
            Assertions.assertThat(listed).isEqualTo(there);
        }
    }

    private void attempt(String what, Runnable check) {
        try {
            check.run();
        } catch (AssertionError | RuntimeException e) {
            problem(what + ": " + e.getMessage());
        }
    }

    private void check(boolean holds, String otherwise) {
        if (!holds) {
            problem(otherwise);
        }
    }

    private void problem(String text) {
        problems.add(cell + " ended as " + ending.code() + " (" + ending.failure() + "): " + text);
    }
}
