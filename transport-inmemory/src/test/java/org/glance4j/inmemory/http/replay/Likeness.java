package org.glance4j.inmemory.http.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Compares answers of one conversation with those that were recorded. Alike are times of the same form, request ids that the
 * service made, addresses of the services, and ids that stand for each other throughout the conversation; everything else is
 * compared to the letter. For use by one thread.
 */
final class Likeness {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Pattern TIME = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?<fraction>\\.[0-9]{6})?(?<zone>Z?)");
    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}";
    private static final Pattern REQUEST_ID = Pattern.compile("req-" + UUID);
    private static final Pattern ID = Pattern.compile(UUID);
    private static final Pattern ADDRESS = Pattern.compile("http://(?:127\\.0\\.0\\.1|localhost):[0-9]+(?:/identity)?");

    /** What says how a message travels, and when; length and identity of the request are looked at apart. */
    private static final Set<String> OF_THE_TRAVEL =
            Set.of("date", "connection", "transfer-encoding", "server", "content-length", "x-openstack-request-id");

    private final Map<String, String> actualIds = new HashMap<>();
    private final Map<String, String> recordedIds = new HashMap<>();

    /** Returns a target with the ids that stand for the recorded ones. */
    String translated(String target) {
        return ID.matcher(target)
                .replaceAll(id -> Matcher.quoteReplacement(actualIds.getOrDefault(id.group(), id.group())));
    }

    /** Returns how an answer differs from the recorded one; nothing where they are alike. */
    List<String> differences(Conversation.Recorded exchange, Answer actual) {
        List<String> differences = new ArrayList<>();
        Answer expected = exchange.answer();
        compare("status", Integer.toString(expected.status()), Integer.toString(actual.status()), differences);
        if (expected.body() != null) {
            compareBodies(expected.text(), actual.text(), differences);
        }
        Set<String> names = new TreeSet<>();
        expected.headers().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        actual.headers().keySet().forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
        names.removeAll(OF_THE_TRAVEL);
        for (String name : names) {
            compare(
                    name,
                    withoutOwnStores(expected.headers().get(name)),
                    actual.headers().get(name),
                    differences);
        }
        compareRequestIds(exchange, actual, differences);
        return differences;
    }

    /** Once a Glance has imported, it names beside a site's stores those that it keeps for itself. */
    private static @Nullable String withoutOwnStores(@Nullable String header) {
        return header == null ? null : header.replace(",os_glance_staging_store,os_glance_tasks_store", "");
    }

    private static void compareRequestIds(Conversation.Recorded exchange, Answer actual, List<String> differences) {
        String expected = exchange.answer().headers().get("x-openstack-request-id");
        String found = actual.headers().get("x-openstack-request-id");
        boolean alike = exchange.requestHeaders().containsKey("x-openstack-request-id")
                ? String.valueOf(expected).equals(found)
                : (expected == null
                        ? found == null
                        : found != null && REQUEST_ID.matcher(found).matches());
        if (!alike) {
            differences.add("request id: recorded " + expected + ", now " + found);
        }
    }

    private void compareBodies(String expected, String actual, List<String> differences) {
        JsonNode recorded = tree(expected);
        JsonNode now = tree(actual);
        if (recorded == null || now == null) {
            compare("body", expected, actual, differences);
        } else {
            compare("", recorded, now, differences);
        }
    }

    private static @Nullable JsonNode tree(String text) {
        try {
            JsonNode tree = MAPPER.readTree(text);
            return tree.isContainerNode() ? tree : null;
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    private void compare(String where, JsonNode expected, JsonNode actual, List<String> differences) {
        if (expected.isObject() && actual.isObject()) {
            Set<String> names = new TreeSet<>();
            expected.fieldNames().forEachRemaining(names::add);
            actual.fieldNames().forEachRemaining(names::add);
            for (String name : names) {
                compareFields(where + "/" + name, expected.get(name), actual.get(name), differences);
            }
        } else if (expected.isArray() && actual.isArray()) {
            compareLists(where, expected, actual, differences);
        } else if (expected.isTextual() && actual.isTextual()) {
            compare(where, expected.textValue(), actual.textValue(), differences);
        } else if (!expected.equals(actual)) {
            differences.add(where + ": recorded " + expected + ", now " + actual);
        }
    }

    private void compareFields(
            String where, @Nullable JsonNode expected, @Nullable JsonNode actual, List<String> differences) {
        if (expected == null || actual == null) {
            differences.add(where + ": recorded " + expected + ", now " + actual);
        } else if (where.endsWith("/user_id")) {
            bind(where, expected.asText(), actual.asText(), differences);
        } else {
            compare(where, expected, actual, differences);
        }
    }

    private void compareLists(String where, JsonNode expected, JsonNode actual, List<String> differences) {
        if (where.endsWith("/tags")) {
            if (!texts(expected).equals(texts(actual))) {
                differences.add(where + ": recorded " + expected + ", now " + actual);
            }
            return;
        }
        if (expected.size() != actual.size()) {
            differences.add(where + ": recorded " + expected.size() + " items, now " + actual.size());
            return;
        }
        for (int i = 0; i < expected.size(); i++) {
            compare(where + "/" + i, expected.get(i), actual.get(i), differences);
        }
    }

    /** Returns a set's elements: the order in which the service shows a set carries no meaning. */
    private static Set<String> texts(JsonNode list) {
        Set<String> texts = new HashSet<>();
        for (Iterator<JsonNode> elements = list.elements(); elements.hasNext(); ) {
            texts.add(elements.next().asText());
        }
        return texts;
    }

    private void compare(String where, @Nullable String expected, @Nullable String actual, List<String> differences) {
        if (expected == null || actual == null) {
            if (!Objects.equals(expected, actual)) {
                differences.add(where + ": recorded " + expected + ", now " + actual);
            }
            return;
        }
        List<String> ids = found(expected);
        List<String> others = found(actual);
        if (!shape(expected).equals(shape(actual)) || ids.size() != others.size()) {
            differences.add(where + ": recorded " + expected + ", now " + actual);
            return;
        }
        for (int i = 0; i < ids.size(); i++) {
            bind(where, ids.get(i), others.get(i), differences);
        }
    }

    private void bind(String where, String expected, String actual, List<String> differences) {
        String known = actualIds.putIfAbsent(expected, actual);
        String back = recordedIds.putIfAbsent(actual, expected);
        if ((known != null && !known.equals(actual)) || (back != null && !back.equals(expected))) {
            differences.add(where + ": recorded " + expected + ", which is " + known + ", now " + actual);
        }
    }

    private static List<String> found(String text) {
        return ID.matcher(REQUEST_ID.matcher(text).replaceAll("<request id>"))
                .results()
                .map(result -> result.group())
                .toList();
    }

    private static String shape(String text) {
        String shape = REQUEST_ID.matcher(text).replaceAll("<request id>");
        shape = ID.matcher(shape).replaceAll("<id>");
        shape = ADDRESS.matcher(shape).replaceAll("<address>");
        return TIME.matcher(shape)
                .replaceAll(time -> "<time" + (time.group(1) == null ? "" : " with fraction") + time.group(2) + ">");
    }
}
