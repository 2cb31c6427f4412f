package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;

/** The range of {@code min_disk} and {@code min_ram}. Source: {@code glance/domain} and the columns' type, 25.1.0. */
final class Numbers {
    private Numbers() {}

    static void check(String name, JsonNode value) {
        if (value.isIntegralNumber()) {
            if (value.bigIntegerValue().signum() < 0) {
                throw RefusedRequest.badRequest("Invalid value '" + value.asText() + "' for parameter '" + name
                        + "': Cannot be a negative value");
            }
            if (!value.canConvertToInt()) {
                throw RefusedRequest.badRequest(
                        "'" + name + "' value out of range, must not exceed " + Integer.MAX_VALUE + ".");
            }
        }
    }
}
