package org.glance4j.model;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Looks up the constants of the open enums by the word that stands on the wire. */
final class Words {
    private Words() {}

    static <E extends Enum<E>> Map<String, E> index(E[] constants, E unrecognized, Function<E, String> word) {
        return Stream.of(constants)
                .filter(constant -> constant != unrecognized)
                .collect(Collectors.toUnmodifiableMap(word, Function.identity()));
    }

    static String sendable(Enum<?> constant, String word) {
        if (word.isEmpty()) {
            throw new IllegalArgumentException(constant.getDeclaringClass().getSimpleName()
                    + " is not recognized by this library and cannot be sent");
        }
        return word;
    }
}
