package org.glance4j.lifecycle;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * Which status may follow which. A status that the table does not list is one that this library does not know: nothing is
 * ruled out for it. Immutable.
 */
final class Table<S extends Enum<S>> {
    private final Class<S> type;
    private final Map<S, Set<S>> successors;

    private Table(Class<S> type, Map<S, Set<S>> successors) {
        this.type = type;
        this.successors = successors;
    }

    static <S extends Enum<S>> Builder<S> of(Class<S> type) {
        return new Builder<>(type);
    }

    Set<S> known() {
        return successors.keySet();
    }

    Set<S> next(S from) {
        return successors.getOrDefault(from, Set.of());
    }

    boolean isFinal(S status) {
        return successors.containsKey(status) && next(status).isEmpty();
    }

    boolean canReach(S from, S goal) {
        if (!successors.containsKey(from) || !successors.containsKey(goal)) {
            return true;
        }
        Set<S> reached = EnumSet.noneOf(type);
        Deque<S> open = new ArrayDeque<>(Set.of(from));
        while (!open.isEmpty()) {
            S status = open.remove();
            if (reached.add(status)) {
                open.addAll(next(status));
            }
        }
        return reached.contains(goal);
    }

    /** Collects the rows, in the order in which the table lists them. */
    static final class Builder<S extends Enum<S>> {
        private final Class<S> type;
        private final Map<S, Set<S>> successors;

        private Builder(Class<S> type) {
            this.type = type;
            this.successors = new EnumMap<>(type);
        }

        Builder<S> row(S from, Set<S> to) {
            Set<S> next = EnumSet.noneOf(type);
            next.addAll(to);
            successors.put(from, Collections.unmodifiableSet(next));
            return this;
        }

        Table<S> build() {
            return new Table<>(type, Collections.unmodifiableMap(new EnumMap<>(successors)));
        }
    }
}
