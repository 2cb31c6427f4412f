package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.glance4j.model.ImageId;
import org.jspecify.annotations.Nullable;

/**
 * All images and tasks of one cloud, the ids that are taken for ever, and what the service does by itself. One lock guards
 * everything in here, the records included; nothing waits, reads data or calls foreign code while it holds the lock, except for
 * the clock and the source of ids.
 */
final class Cloud {
    private final ReentrantLock lock = new ReentrantLock();
    private final InstantSource clock;
    private final Map<ImageId, ImageRecord> byId = new HashMap<>();
    private final TreeMap<ImageRecord.Position, ImageRecord> newestFirst = new TreeMap<>();
    private final Map<ImageId, ImageRecord> deleted = new HashMap<>();
    private final Agenda agenda = new Agenda();
    private final Tasks tasks = new Tasks();
    private Instant latest = Instant.MIN;

    Cloud(InstantSource clock) {
        this.clock = clock;
    }

    /** Runs one operation, atomically with regard to all others, after everything that was due before it. */
    <T> T atomically(Supplier<T> operation) {
        lockCaughtUp();
        try {
            return operation.get();
        } finally {
            lock.unlock();
        }
    }

    /** Runs one operation that returns nothing, as atomically. */
    void run(Runnable operation) {
        lockCaughtUp();
        try {
            operation.run();
        } finally {
            lock.unlock();
        }
    }

    /** Changes something in the course of an errand, atomically too, without looking for what is due. */
    void note(Runnable change) {
        lock.lock();
        try {
            change.run();
        } finally {
            lock.unlock();
        }
    }

    /** Takes the lock when nothing is due any more; errands run without it, on this thread. */
    private void lockCaughtUp() {
        lock.lock();
        for (Runnable errand = catchUp(); errand != null; errand = catchUp()) {
            lock.unlock();
            errand.run();
            lock.lock();
        }
    }

    private @Nullable Runnable catchUp() {
        boolean done = false;
        try {
            Instant now = clock.instant();
            Runnable errand = agenda.nextErrand();
            while (errand == null && agenda.step(now)) {
                errand = agenda.nextErrand();
            }
            done = true;
            return errand;
        } finally {
            if (!done) {
                lock.unlock();
            }
        }
    }

    Agenda agenda() {
        return agenda;
    }

    Tasks tasks() {
        return tasks;
    }

    /** Returns the time to the microsecond, later than every time before: the clock may stand or be set back. */
    Instant now() {
        return at(clock.instant());
    }

    /** Returns the time as the clock has it, which steps of the future count from. */
    Instant clockTime() {
        return clock.instant();
    }

    /** Returns when a step that was due at an instant happens: then, or as soon as all earlier changes have. */
    Instant at(Instant due) {
        Instant kept = due.truncatedTo(ChronoUnit.MICROS);
        latest = kept.isAfter(latest) ? kept : latest.plus(1, ChronoUnit.MICROS);
        return latest;
    }

    /** Returns a time as the service shows it. */
    static Instant shown(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS);
    }

    @Nullable
    ImageRecord find(@Nullable ImageId id) {
        return byId.get(id);
    }

    /** Returns a record that the law has let through. */
    ImageRecord known(@Nullable ImageRecord permitted) {
        if (permitted == null) {
            throw new IllegalStateException("a request was let through for an image that is not there");
        }
        return permitted;
    }

    boolean isTaken(@Nullable ImageId id) {
        return byId.containsKey(id) || deleted.containsKey(id);
    }

    void add(ImageRecord added) {
        byId.put(added.image().id(), added);
        newestFirst.put(added.position(), added);
    }

    /** Takes an image away, of which is kept what places it in lists: the service keeps the row, and an admin may page from it. */
    void remove(ImageRecord removed) {
        byId.remove(removed.image().id());
        newestFirst.remove(removed.position());
        removed.delete(now());
        deleted.put(removed.image().id(), removed);
    }

    @Nullable
    ImageRecord findDeleted(ImageId id) {
        return deleted.get(id);
    }

    Collection<ImageRecord> all() {
        return byId.values();
    }

    /** Returns the records newest first: all, or those behind one. */
    Collection<ImageRecord> behind(@Nullable ImageRecord last) {
        return last == null
                ? newestFirst.values()
                : newestFirst.tailMap(last.position(), false).values();
    }
}
