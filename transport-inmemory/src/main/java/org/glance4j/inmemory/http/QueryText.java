package org.glance4j.inmemory.http;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The parameters of a query, some of which may stand there several times, as they are taken out one after another. Which of
 * several counts is not the same for all of them: the service takes some as the first and leaves the others, which it then
 * meets where it looks for custom properties.
 */
final class QueryText {
    private final List<RequestTarget.Parameter> parameters;

    QueryText(List<RequestTarget.Parameter> parameters) {
        this.parameters = new ArrayList<>(parameters);
    }

    boolean has(String name) {
        return parameters.stream().anyMatch(parameter -> parameter.name().equals(name));
    }

    Optional<String> takeFirst(String name) {
        for (Iterator<RequestTarget.Parameter> all = parameters.iterator(); all.hasNext(); ) {
            RequestTarget.Parameter parameter = all.next();
            if (parameter.name().equals(name)) {
                all.remove();
                return Optional.of(parameter.value());
            }
        }
        return Optional.empty();
    }

    List<String> takeAll(String name) {
        List<String> values = new ArrayList<>();
        parameters.removeIf(parameter -> parameter.name().equals(name) && values.add(parameter.value()));
        return values;
    }

    /** Takes all of one name, of which the last counts. */
    Optional<String> takeLast(String name) {
        List<String> values = takeAll(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(values.get(values.size() - 1));
    }

    /** Returns what is left, by name, of each the last, in the order of the first ones. */
    Map<String, String> rest() {
        Map<String, String> rest = new LinkedHashMap<>();
        parameters.forEach(parameter -> rest.put(parameter.name(), parameter.value()));
        return rest;
    }
}
