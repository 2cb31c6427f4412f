package org.glance4j.inmemory.http;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ProjectId;

/**
 * What a listing's query asks for. A filter that this service does not know is refused rather than ignored: an ignored one
 * would show images that the caller asked not to see.
 *
 * @param query the conditions, without a limit
 * @param limit the most images on the page
 * @param order the order
 * @param matchesNothing whether a condition is one that no image can meet
 */
record ListParameters(ImageQuery query, OptionalInt limit, ListOrder order, boolean matchesNothing) {

    static ListParameters read(List<RequestTarget.Parameter> parameters) {
        ImageQuery.Builder query = ImageQuery.builder();
        OptionalInt limit = OptionalInt.empty();
        boolean nothing = false;
        Optional<String> visibility = Optional.empty();
        Optional<String> memberStatus = Optional.empty();
        List<RequestTarget.Parameter> sorting = new ArrayList<>();
        for (RequestTarget.Parameter parameter : parameters) {
            String value = parameter.value();
            switch (parameter.name()) {
                case "limit" -> limit = OptionalInt.of(limit(value));
                case "marker" -> query.marker(ImageId.of(value));
                case "member_status" -> memberStatus = Optional.of(value);
                case "visibility" -> visibility = Optional.of(value);
                case "tag" -> query.tag(value.strip());
                case "owner" -> query.owner(ProjectId.of(value));
                case "name" -> query.name(operand("name", value));
                case "status" -> {
                    ImageStatus status = ImageStatus.of(operand("status", value));
                    if (status == ImageStatus.UNRECOGNIZED) {
                        nothing = true;
                    } else {
                        query.status(status);
                    }
                }
                case "os_hidden" -> query.hidden(hidden(value));
                case "sort", "sort_key", "sort_dir" -> sorting.add(parameter);
                case "deleted" -> {
                    // Deleted images are never listed, whatever this says.
                }
                case "changes-since" ->
                    throw RefusedRequest.badRequest("The \"changes-since\" filter is no longer available on v2.");
                default ->
                    throw RefusedRequest.badRequest(
                            "This service does not support the filter '" + parameter.name() + "'.");
            }
        }
        nothing |= visibility.filter(String::isEmpty).isPresent();
        ImageQuery typed = query.build();
        ImageQuery conditions = new ImageQuery(
                visibility.filter(word -> !word.isEmpty()).orElse(null),
                memberStatus.orElse(null),
                typed.owner(),
                typed.name(),
                typed.status(),
                typed.hidden(),
                null,
                typed.marker(),
                typed.tags());
        return new ListParameters(conditions, limit, ListOrder.read(sorting), nothing);
    }

    private static int limit(String text) {
        if (!text.strip().matches("[+-]?[0-9]+")) {
            throw RefusedRequest.badRequest("limit param must be an integer");
        }
        BigInteger limit = new BigInteger(text.strip().replaceFirst("^\\+", ""));
        if (limit.signum() < 0) {
            throw RefusedRequest.badRequest("limit param must be positive");
        }
        return limit.min(BigInteger.valueOf(Integer.MAX_VALUE)).intValue();
    }

    /** Returns what stands behind the operator; without one, all of it. */
    private static String operand(String filter, String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            return value;
        }
        String operator = value.substring(0, colon);
        if (operator.equals("in")) {
            throw RefusedRequest.badRequest(
                    "This service does not support the operator 'in' of the filter '" + filter + "'.");
        }
        if (!operator.equals("eq")) {
            throw RefusedRequest.badRequest("Unable to filter by unknown operator '" + operator + "'.");
        }
        return value.substring(colon + 1);
    }

    private static boolean hidden(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw RefusedRequest.badRequest(
                        "Invalid value '" + value + "' for 'os_hidden' filter. Valid values are 'true' or 'false'.");
        };
    }
}
