package org.glance4j.feign.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.glance4j.error.Effect;
import org.glance4j.error.ImageServiceException;
import org.jspecify.annotations.Nullable;

/**
 * One operation with one fault at one place.
 *
 * @param deed the operation
 * @param injection what goes wrong
 * @param position when
 */
record Cell(Deed deed, Injection injection, Position position) {
    /** Attempts that a call makes at most. */
    static final int ATTEMPTS = 4;

    /** Returns the plan that makes this cell, to be used for one call. */
    Script script(FaultServer server) {
        return new Script(server);
    }

    @Override
    public String toString() {
        return deed + ", " + position + " " + injection;
    }

    /**
     * How a call ended.
     *
     * @param failure what it threw; null for a success
     * @param took how long it took
     * @param own the requests of the operation itself, in their order
     */
    record Ending(@Nullable Throwable failure, Duration took, List<Delivery> own) {

        /** Returns the exception's name without its last word, and the effect; null for a success. */
        @Nullable
        String name() {
            if (failure == null) {
                return null;
            }
            if (failure instanceof ImageServiceException typed) {
                return Promise.ending(typed.getClass().getSimpleName().replaceFirst("Exception$", ""), typed.effect());
            }
            return failure instanceof IOException ? Promise.ending("IO", Effect.NOT_APPLIED) : failure.toString();
        }

        /** Returns the same ending with what has come to the service in the end. */
        Ending delivered(List<Delivery> requests) {
            return new Ending(failure, took, requests);
        }

        long applied() {
            return own.stream().filter(Delivery::applied).count();
        }

        /** Returns the ending in a few letters, for a table. */
        String code() {
            String name = name();
            String how = name == null ? "ok" : abbreviation(name.split(" ", -1));
            return how + "/" + own.size();
        }

        private static String abbreviation(String[] words) {
            String exception = words[0].replaceAll("([A-Z]+[a-z]{0,2})[a-z]*", "$1");
            if (words.length < 2) {
                return exception + "!";
            }
            return exception
                    + switch (words[1]) {
                        case "NOT_SENT" -> "-";
                        case "NOT_APPLIED" -> "0";
                        case "APPLIED" -> "1";
                        default -> "?";
                    };
        }
    }

    /** Injects the fault where the cell says, and keeps what was delivered. */
    final class Script implements Plan {
        private final FaultServer server;
        private final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
        private final AtomicInteger targets = new AtomicInteger();
        private final AtomicInteger own = new AtomicInteger();
        private final AtomicInteger connections = new AtomicInteger();

        private Script(FaultServer server) {
            this.server = server;
        }

        List<Delivery> own() {
            return deliveries.stream().filter(d -> deed.isOwn(d.request())).toList();
        }

        @Override
        public @Nullable Injection on(RawRequest request) {
            boolean isOwn = deed.isOwn(request);
            if (position.isLook() && isOwn) {
                return own.getAndIncrement() == 0 ? new Injection(Fault.CLOSE_AFTER_REQUEST, true) : null;
            }
            if ((!isOwn && deed == Deed.AUTHENTICATE) || injection.fault().reach() == Fault.Reach.NONE) {
                return null;
            }
            boolean everyTime = position == Position.EVERY || position == Position.EVERY_LOOK;
            return targets.getAndIncrement() == 0 || everyTime ? injection : null;
        }

        @Override
        public boolean resetsConnection() {
            return injection.fault() == Fault.RESET_BEFORE_REQUEST
                    && (connections.getAndIncrement() == 0 || position == Position.EVERY);
        }

        @Override
        public void delivered(Delivery delivery) {
            if (deliveries.isEmpty() && position.isLook() && injection.fault() == Fault.CONNECT_REFUSED) {
                refuse();
            }
            deliveries.add(delivery);
        }

        /** Called before the call begins. */
        void begin() {
            server.plan(this);
            if (!position.isLook() && injection.fault() == Fault.CONNECT_REFUSED) {
                refuse();
            }
        }

        /** Called when the call pauses before it tries again. */
        void paused() {
            if (position == Position.FIRST || position == Position.FIRST_LOOK) {
                listen();
            }
        }

        /** Called when the call has ended. */
        void end() {
            listen();
            server.plan(Plan.HEALTHY);
        }

        private void refuse() {
            try {
                server.refuseConnections();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void listen() {
            try {
                server.listen();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
