package org.glance4j.inmemory.http;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.glance4j.model.TimeComparison;
import org.glance4j.model.TimeCondition;

/**
 * The texts of filters that have an operator in front. Source: {@code glance/common/utils.py} (split_filter_op,
 * validate_quotes, split_filter_value_for_quotes), 25.1.0.
 */
final class FilterTexts {
    private FilterTexts() {}

    /** An operator, {@code eq} where there is none, and what stands behind it. A time as a whole has no operator. */
    private record Operated(String operator, String operand) {
        static Operated of(String text) {
            int colon = text.indexOf(':');
            return colon < 0 || IsoTimes.find(text).isPresent()
                    ? new Operated("eq", text)
                    : new Operated(text.substring(0, colon), text.substring(colon + 1));
        }
    }

    /** Returns the texts of which an image must have one; none for a list of nothing. */
    static List<String> words(String text) {
        Operated operated = Operated.of(text);
        return switch (operated.operator()) {
            case "eq" -> List.of(operated.operand());
            case "in" -> items(operated.operand());
            default ->
                throw RefusedRequest.badRequest("Unable to filter by unknown operator '" + operated.operator() + "'.");
        };
    }

    static TimeCondition time(String filter, String text) {
        Operated operated = Operated.of(text);
        Optional<Instant> time = IsoTimes.find(operated.operand());
        if (time.isEmpty()) {
            throw RefusedRequest.badRequest(
                    "Bad \"" + filter + "\" query filter format. Use ISO 8601 DateTime notation.");
        }
        return TimeComparison.find(operated.operator())
                .map(comparison -> new TimeCondition(comparison, time.get()))
                .orElseThrow(() -> RefusedRequest.badRequest("Unable to filter on a unknown operator."));
    }

    /** Splits at commas, except for those in quotes. Backslashes keep a quote from counting, and stay. */
    private static List<String> items(String list) {
        checkQuotes(list);
        List<String> items = new ArrayList<>();
        int at = 0;
        while (at < list.length()) {
            int end = list.charAt(at) == '"' ? closingQuote(list, at) : -1;
            if (end >= 0) {
                items.add(list.substring(at + 1, end));
                end++;
            } else {
                end = list.indexOf(',', at);
                end = end < 0 ? list.length() : end;
                items.add(list.substring(at, end));
            }
            at = end < list.length() && list.charAt(end) == ',' ? end + 1 : end;
        }
        return items;
    }

    /** Returns where the next quote is that no backslash takes away; none where a line ends behind a backslash. */
    private static int closingQuote(String list, int opening) {
        for (int i = opening + 1; i < list.length(); i++) {
            if (list.charAt(i) == '"') {
                return i;
            }
            if (list.charAt(i) == '\\') {
                i++;
                if (i < list.length() && list.charAt(i) == '\n') {
                    return -1;
                }
            }
        }
        return -1;
    }

    private static void checkQuotes(String list) {
        boolean open = false;
        for (int i = list.indexOf('"'); i >= 0; i = list.indexOf('"', i + 1)) {
            if (i > 0 && list.charAt(i - 1) == '\\') {
                continue;
            }
            if (!open && i > 0 && list.charAt(i - 1) != ',') {
                throw invalid(list, "There is no comma before opening quotation mark.");
            }
            if (open && i + 1 < list.length() && list.charAt(i + 1) != ',') {
                throw invalid(list, "There is no comma after closing quotation mark.");
            }
            open = !open;
        }
        if (open) {
            throw invalid(list, "The quote is not closed.");
        }
    }

    private static RefusedRequest invalid(String list, String why) {
        return RefusedRequest.badRequest("Invalid filter value " + list + ". " + why);
    }
}
