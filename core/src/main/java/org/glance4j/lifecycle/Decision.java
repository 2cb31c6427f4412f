package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the service says to a request: yes, or no and why. */
public sealed interface Decision {

    /** The service does it. */
    record Permitted() implements Decision {}

    /**
     * The service refuses it.
     *
     * @param refusal in which way
     * @param explanation by which rule
     * @param serviceText what the service itself says, freed of markup
     */
    record Refused(Refusal refusal, Explanation explanation, String serviceText) implements Decision {

        /** Refuses null. */
        public Refused {
            requireNonNull(refusal, "refusal");
            requireNonNull(explanation, "explanation");
            requireNonNull(serviceText, "serviceText");
        }
    }

    /**
     * Returns what one of the two functions makes of this decision.
     *
     * @param <T> what they make
     * @param permitted called if the service does it
     * @param refused called if it refuses
     * @return the function's result
     */
    default <T> T fold(Supplier<? extends T> permitted, Function<? super Refused, ? extends T> refused) {
        return this instanceof Refused no ? refused.apply(no) : permitted.get();
    }

    /**
     * Returns the refusal, if it is one.
     *
     * @return the refusal, empty where the service does it
     */
    default Optional<Refused> refused() {
        return this instanceof Refused no ? Optional.of(no) : Optional.empty();
    }

    /**
     * Returns normally if the service does it.
     *
     * @param <X> the kind of exception
     * @param exception makes the exception from the refusal
     * @throws X if the service refuses
     */
    default <X extends Throwable> void orElseThrow(Function<? super Refused, X> exception) throws X {
        if (this instanceof Refused no) {
            throw exception.apply(no);
        }
    }
}
