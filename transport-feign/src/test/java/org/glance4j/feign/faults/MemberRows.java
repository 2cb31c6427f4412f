package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.model.ProjectId;

/**
 * The members of one image as one request after the other leaves them: written from the Image API, not from the service. Used
 * under the lock of the server that tells it of them.
 */
final class MemberRows {
    private static final Pattern PATH = Pattern.compile("/v2/images/[^/]+/members(?:/([^/]+))?");
    private static final Pattern MEMBER = Pattern.compile("\"member\"\\s*:\\s*\"([^\"]+)\"");
    private static final Pattern STATUS = Pattern.compile("\"status\"\\s*:\\s*\"([^\"]+)\"");

    private final Map<ProjectId, String> rows = new HashMap<>();
    private String problem = "";

    void carriedOut(Delivery delivery) {
        Integer status = delivery.serviceStatus();
        if (status == null || delivery.body() == null) {
            return;
        }
        String method = delivery.request().method();
        Matcher path = PATH.matcher(delivery.request().path());
        if (!path.matches()) {
            problem = "not a request about members: " + delivery;
            return;
        }
        int expected = expected(method, path.group(1), delivery.body());
        if (status != expected && problem.isEmpty()) {
            problem = delivery + " should have been answered with " + expected + ", with the members " + rows;
        }
    }

    /** Carries a request out, and returns the status of its answer. */
    private int expected(String method, String inPath, String body) {
        ProjectId member =
                method.equals("POST") ? ProjectId.of(find(MEMBER, body)) : inPath == null ? null : ProjectId.of(inPath);
        boolean there = rows.containsKey(member);
        return switch (method) {
            case "POST" -> rows.putIfAbsent(member, "pending") == null ? 200 : 409;
            case "PUT" -> {
                rows.computeIfPresent(member, (id, old) -> find(STATUS, body));
                yield there ? 200 : 404;
            }
            case "DELETE" -> rows.remove(member) == null ? 404 : 204;
            default -> member == null || there ? 200 : 404;
        };
    }

    private static String find(Pattern pattern, String body) {
        Matcher matcher = pattern.matcher(body);
        assertThat(matcher.find()).as(body).isTrue();
        return matcher.group(1);
    }

    /** Compares with what is left in the end. */
    void check(Map<ProjectId, String> left) {
        assertThat(problem).isEmpty();
        assertThat(left).as("the members in the end").isEqualTo(rows);
    }
}
