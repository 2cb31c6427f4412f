package org.glance4j.inmemory;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.glance4j.auth.Caller;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Failure;
import org.glance4j.error.TransportClosedException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.glance4j.transport.Deadline;

/**
 * One caller's door to the engine: who calls, until when, and whether the door is still open. Safe for use by several threads.
 */
record Door(ImageEngine engine, Caller caller, Deadline deadline, AtomicBoolean closed, BooleanSupplier serviceClosed) {

    Door within(Deadline other) {
        return new Door(engine, caller, other, closed, serviceClosed);
    }

    /** Returns if a call may begin. */
    void enter(Failure.Builder call) {
        if (isClosed()) {
            throw new TransportClosedException(call.build(), null);
        }
        if (deadline.hasPassed()) {
            throw new DeadlineExceededException(call.build(), null);
        }
    }

    /** Returns if a call that passes data may go on. */
    void goOn(Failure.Builder call) {
        enter(call);
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(call.build(), null);
        }
    }

    private boolean isClosed() {
        return closed.get() || serviceClosed.getAsBoolean();
    }
}
