package org.glance4j.lifecycle;

import static java.util.Objects.requireNonNull;

/**
 * Why a request is refused.
 *
 * @param rule the rule that refuses it
 * @param text the rule in one clause, about the ids at hand, such as {@code the owner cannot change a member's status; the
 *     consumer x can}
 */
public record Explanation(Rule rule, String text) {

    /** Refuses null. */
    public Explanation {
        requireNonNull(rule, "rule");
        requireNonNull(text, "text");
    }
}
