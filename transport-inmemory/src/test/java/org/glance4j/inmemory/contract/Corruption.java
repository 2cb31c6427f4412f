package org.glance4j.inmemory.contract;

import java.util.Map;
import java.util.function.UnaryOperator;
import org.glance4j.inmemory.InMemoryImageService;
import org.glance4j.model.Operation;

/**
 * A service that breaks one statement: in what its engine does, in what its HTTP side takes and gives, or in how it is set.
 *
 * @param statement the statement's number
 * @param words what the service does instead
 * @param engine what becomes of calls to the engine; those not named are left as they are
 * @param wire what becomes of requests on the wire
 * @param settings what is set otherwise
 */
record Corruption(
        String statement,
        String words,
        Map<Operation, EngineRule> engine,
        WireRule wire,
        UnaryOperator<InMemoryImageService.Builder> settings) {

    /** Breaks nothing. */
    static final Corruption NONE = calls("", "behaves as it should", Map.of());

    static Corruption calls(String statement, String words, Map<Operation, EngineRule> engine) {
        return new Corruption(
                statement, words, engine, (party, request, next) -> next.answer(party, request), builder -> builder);
    }

    static Corruption calls(String statement, String words, Operation operation, EngineRule rule) {
        return calls(statement, words, Map.of(operation, rule));
    }

    static Corruption wire(String statement, String words, WireRule rule) {
        return new Corruption(statement, words, Map.of(), rule, builder -> builder);
    }

    static Corruption setting(String statement, String words, UnaryOperator<InMemoryImageService.Builder> settings) {
        return new Corruption(
                statement, words, Map.of(), (party, request, next) -> next.answer(party, request), settings);
    }

    @Override
    public String toString() {
        return statement + " broken: " + words;
    }
}
