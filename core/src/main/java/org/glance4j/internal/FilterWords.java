package org.glance4j.internal;

import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what a filter of a listing asks for, so that the service reads exactly that: one text, or a list of them behind
 * {@code in:}.
 *
 * <p>Of a list the service takes an item in double quotes to its next quote that has no backslash in front, and any other to
 * its next comma. It removes no backslash, so that a quote inside of an item stays preceded by one: texts with another quote
 * cannot stand in a list. They can be asked for by themselves.
 *
 * <p>Source: {@code glance/common/utils.py} (split_filter_op, validate_quotes, split_filter_value_for_quotes), 25.1.0.
 */
public final class FilterWords {
    private static final String EQUAL = "eq:";
    private static final String ANY_OF = "in:";
    private static final char QUOTE = '"';
    private static final char ESCAPE = '\\';

    private FilterWords() {}

    /**
     * Returns the filter for any of several texts. A text with a colon is taken for an operator and its argument, unless the
     * operator for equality stands in front.
     *
     * @param texts the texts, one at least; of several each can stand in a list
     * @return the filter's value
     */
    public static String of(Collection<String> texts) {
        if (texts.size() > 1) {
            return texts.stream().map(FilterWords::item).collect(Collectors.joining(",", ANY_OF, ""));
        }
        String text = texts.iterator().next();
        return text.indexOf(':') < 0 ? text : EQUAL + text;
    }

    private static String item(String text) {
        return needsQuotes(text) ? QUOTE + text + QUOTE : text;
    }

    private static boolean needsQuotes(String text) {
        return text.isEmpty() || text.indexOf(',') >= 0;
    }

    /**
     * Says what keeps a text from standing in a list.
     *
     * @param text the text
     * @return the problem as a predicate's clause; null where there is none
     */
    public static @Nullable String problem(String text) {
        return needsQuotes(text) ? problemInQuotes(text) : problemOutsideOfQuotes(text);
    }

    private static @Nullable String problemOutsideOfQuotes(String text) {
        for (int i = text.indexOf(QUOTE); i >= 0; i = text.indexOf(QUOTE, i + 1)) {
            if (i == 0 || text.charAt(i - 1) != ESCAPE) {
                return "holds a double quote";
            }
        }
        return null;
    }

    /** The service reads a backslash together with what follows it, which can be a quote and cannot be a new line. */
    private static @Nullable String problemInQuotes(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == QUOTE) {
                return "holds a double quote";
            }
            if (text.charAt(i) == ESCAPE) {
                i++;
                if (i == text.length() || text.charAt(i) == '\n') {
                    return "holds a comma, and a backslash at the end of a line";
                }
            }
        }
        return text.endsWith("\\") ? "holds a comma, and a backslash at the end of a line" : null;
    }
}
