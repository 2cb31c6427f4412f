package org.glance4j.inmemory.http;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.SortPair;
import org.glance4j.model.Visibility;

/**
 * What a listing's query asks for, read in the service's order of checks.
 *
 * @param query the conditions
 * @param matchesNothing whether a condition is one that no image can meet
 */
record ListParameters(ImageQuery query, boolean matchesNothing) {
    private static final int DEFAULT_LIMIT = 25;
    private static final int HIGHEST_LIMIT = 1000;
    private static final String ANY = "all";

    static ListParameters read(List<RequestTarget.Parameter> parameters) {
        QueryText text = new QueryText(parameters);
        ImageQuery.Builder query = ImageQuery.builder();
        Optional<String> limit = text.takeFirst("limit");
        text.takeFirst("marker").map(ImageId::of).ifPresent(query::marker);
        Optional<String> memberStatus = text.takeFirst("member_status");
        List<String> tags = text.takeAll("tag");
        tags.forEach(tag -> query.tag(tag.strip()));
        List<String> visibilities = text.takeAll("visibility");
        boolean noVisibility = visibilities(query, visibilities);
        if (text.has("changes-since")) {
            throw RefusedRequest.badRequest("The \"changes-since\" filter is no longer available on v2.");
        }
        memberStatus.ifPresent(word -> memberStatus(query, word));
        query.limit(limit.map(ListParameters::limit).orElse(DEFAULT_LIMIT));
        for (SortPair pair : SortParameters.take(text)) {
            query.sort(pair.key(), pair.direction());
        }
        query.hidden(
                truth("os_hidden", text.takeLast("os_hidden").orElse("false").toLowerCase(Locale.ROOT)));
        text.takeLast("protected").ifPresent(word -> query.isProtected(truth("protected", word)));
        // Deleted images are never listed, whatever this says.
        text.takeAll("deleted");
        FilterParameters filters = new FilterParameters(query);
        text.rest().forEach(filters::add);
        return new ListParameters(filters.query(), noVisibility || filters.matchNothing());
    }

    /**
     * Reads the visibility, and returns whether no image has it. Of several the last is looked at; the first decides what is listed,
     * and the last is a filter behind it, to which {@code all} is a visibility like any other.
     */
    private static boolean visibilities(ImageQuery.Builder query, List<String> words) {
        if (words.isEmpty()) {
            return false;
        }
        String first = words.get(0);
        String last = words.get(words.size() - 1);
        visibility(query, last);
        boolean contradictory = words.size() > 1 && (last.equals(ANY) || !(first.equals(last) || first.equals(ANY)));
        return last.isEmpty() || contradictory;
    }

    private static void visibility(ImageQuery.Builder query, String word) {
        if (word.equals(ANY)) {
            query.anyVisibility();
        } else if (Visibility.of(word) != Visibility.UNRECOGNIZED) {
            query.visibility(Visibility.of(word));
        } else if (!word.isEmpty()) {
            throw RefusedRequest.badRequest("Invalid visibility value: " + word);
        }
    }

    private static void memberStatus(ImageQuery.Builder query, String word) {
        if (word.equals(ANY)) {
            query.anyMemberStatus();
        } else if (MemberStatus.of(word) != MemberStatus.UNRECOGNIZED) {
            query.memberStatus(MemberStatus.of(word));
        } else {
            throw RefusedRequest.badRequest("Invalid status: " + word);
        }
    }

    private static int limit(String text) {
        BigInteger limit = PythonNumbers.integer(text)
                .orElseThrow(() -> RefusedRequest.badRequest("limit param must be an integer"));
        if (limit.signum() < 0) {
            throw RefusedRequest.badRequest("limit param must be positive");
        }
        return limit.min(BigInteger.valueOf(HIGHEST_LIMIT)).intValue();
    }

    private static boolean truth(String filter, String value) {
        if (!value.equals("true") && !value.equals("false")) {
            throw RefusedRequest.badRequest(
                    "Invalid value '" + value + "' for '" + filter + "' filter. Valid values are 'true' or 'false'.");
        }
        return value.equals("true");
    }
}
