package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong with one call to an {@link InMemoryImageService}: which call, and what. Its text is one line, which
 * {@link #parse} reads again.
 *
 * <pre>{@code
 * Fault.answerLostAfter(Operation.UPDATE_MEMBER).by(consumer).onCall(2)
 * }</pre>
 *
 * @param operation which operation fails
 * @param caller whose call fails; null for anybody's
 * @param call the how-manieth such call fails, from 1 on
 * @param kind what goes wrong
 * @param amount how much of it: milliseconds, an HTTP status or bytes; 0 where the kind has none
 */
public record Fault(Operation operation, @Nullable ProjectId caller, int call, Kind kind, long amount) {
    private static final Pattern LINE = Pattern.compile(
            "(?<operation>[a-z' -]+), call (?<call>[0-9]{1,10})(?: by (?<caller>.+))?: (?<what>[a-z ]+?)"
                    + "(?: (?<amount>[0-9]{1,18}))?");
    private static final int LOWEST_STATUS = 400;
    private static final int HIGHEST_STATUS = 599;

    /** What can go wrong. */
    public enum Kind {
        /** The call takes so many milliseconds longer. */
        LATENCY("latency in ms"),
        /** The service answers with this HTTP status, and does nothing. */
        STATUS("status"),
        /** The connection breaks before the service does anything. */
        ANSWER_LOST_BEFORE("answer lost before the change"),
        /** The connection breaks when the service has done what was asked. */
        ANSWER_LOST_AFTER("answer lost after the change"),
        /** The data that is uploaded or downloaded breaks off behind so many bytes. */
        DATA_CUT("data cut at byte");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        private boolean hasAmount() {
            return this == LATENCY || this == STATUS || this == DATA_CUT;
        }
    }

    /** Refuses what no call can come to. */
    public Fault {
        requireNonNull(operation, "operation");
        requireNonNull(kind, "kind");
        if (call < 1) {
            throw new IllegalArgumentException("calls are counted from 1: " + call);
        }
        if (amount < 0 || (amount > 0 && !kind.hasAmount())) {
            throw new IllegalArgumentException("no amount for " + kind + ": " + amount);
        }
        if (kind == Kind.STATUS && (amount < LOWEST_STATUS || amount > HIGHEST_STATUS)) {
            throw new IllegalArgumentException("no status of an error: " + amount);
        }
        if (kind == Kind.DATA_CUT && !hasData(operation)) {
            throw new IllegalArgumentException("no data to cut: " + operation.phrase());
        }
    }

    static boolean hasData(Operation operation) {
        return switch (operation) {
            case UPLOAD_DATA, STAGE_DATA, DOWNLOAD_DATA -> true;
            default -> false;
        };
    }

    /**
     * Returns a fault that delays the first such call of anybody's.
     *
     * @param operation the operation
     * @param latency for how long, in whole milliseconds
     * @return the fault
     */
    public static Fault latency(Operation operation, Duration latency) {
        return new Fault(operation, null, 1, Kind.LATENCY, latency.toMillis());
    }

    /**
     * Returns a fault that refuses the first such call of anybody's; nothing is changed.
     *
     * @param operation the operation
     * @param httpStatus the status that the service answers with, 400 to 599
     * @return the fault
     */
    public static Fault status(Operation operation, int httpStatus) {
        return new Fault(operation, null, 1, Kind.STATUS, httpStatus);
    }

    /**
     * Returns a fault that breaks the connection of the first such call of anybody's before anything is done.
     *
     * @param operation the operation
     * @return the fault
     */
    public static Fault answerLostBefore(Operation operation) {
        return new Fault(operation, null, 1, Kind.ANSWER_LOST_BEFORE, 0);
    }

    /**
     * Returns a fault that breaks the connection of the first such call of anybody's when all is done.
     *
     * @param operation the operation
     * @return the fault
     */
    public static Fault answerLostAfter(Operation operation) {
        return new Fault(operation, null, 1, Kind.ANSWER_LOST_AFTER, 0);
    }

    /**
     * Returns a fault that breaks the first such transfer of anybody's.
     *
     * @param operation what transfers data
     * @param bytes how many bytes pass
     * @return the fault
     */
    public static Fault dataCut(Operation operation, long bytes) {
        return new Fault(operation, null, 1, Kind.DATA_CUT, bytes);
    }

    /**
     * Returns this fault for one caller's calls, which are then counted by themselves.
     *
     * @param project the caller's project
     * @return the fault
     */
    public Fault by(ProjectId project) {
        return new Fault(operation, requireNonNull(project, "project"), call, kind, amount);
    }

    /**
     * Returns this fault for a later call.
     *
     * @param number the how-manieth call, counted from when the service was made
     * @return the fault
     */
    public Fault onCall(int number) {
        return new Fault(operation, caller, number, kind, amount);
    }

    /**
     * Returns the fault that a line tells of.
     *
     * @param line a line that {@link #toString} has written
     * @return the fault
     * @throws IllegalArgumentException if it is no such line
     */
    public static Fault parse(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalArgumentException("no fault: " + line);
        }
        String caller = parts.group("caller");
        String amount = parts.group("amount");
        return new Fault(
                Arrays.stream(Operation.values())
                        .filter(operation -> operation.phrase().equals(parts.group("operation")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no operation: " + line)),
                caller == null ? null : ProjectId.of(caller),
                Integer.parseInt(parts.group("call")),
                Arrays.stream(Kind.values())
                        .filter(kind -> kind.words.equals(parts.group("what")))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("nothing that can go wrong: " + line)),
                amount == null ? 0 : Long.parseLong(amount));
    }

    /** Returns the line that {@link #parse} reads. */
    @Override
    public String toString() {
        return operation.phrase() + ", call " + call + (caller == null ? "" : " by " + caller) + ": " + kind.words
                + (kind.hasAmount() ? " " + amount : "");
    }
}
