package org.glance4j.feign;

import feign.MethodMetadata;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.glance4j.feign.http.Attempt;
import org.jspecify.annotations.Nullable;

/**
 * One method of an interface, as Feign's contract has read it, with its path taken apart.
 *
 * @param verb the HTTP method
 * @param literals what stands in front of each parameter of the path, and behind the last
 * @param parameters which argument each parameter is
 * @param query which argument holds the query's parameters, encoded already; null for none
 * @param bodyIndex which argument is the body; null for none
 * @param headers the headers that the interface names
 * @param answer what the answer's body is; {@code void} for none
 */
record Route(
        String verb,
        List<String> literals,
        List<Integer> parameters,
        @Nullable Integer query,
        @Nullable Integer bodyIndex,
        Map<String, String> headers,
        Type answer) {
    private static final Pattern PARAMETER = Pattern.compile("\\{([^}]*)}");

    static Route of(MethodMetadata metadata) {
        String template = metadata.template().path();
        List<String> literals = new ArrayList<>();
        List<Integer> parameters = new ArrayList<>();
        Matcher matcher = PARAMETER.matcher(template);
        int end = 0;
        while (matcher.find()) {
            literals.add(template.substring(end, matcher.start()));
            parameters.add(index(metadata, matcher.group(1)));
            end = matcher.end();
        }
        literals.add(template.substring(end));
        return new Route(
                metadata.template().method(),
                List.copyOf(literals),
                List.copyOf(parameters),
                metadata.queryMapIndex(),
                metadata.bodyIndex(),
                headers(metadata.template().headers()),
                metadata.returnType());
    }

    private static Integer index(MethodMetadata metadata, String name) {
        for (Map.Entry<Integer, Collection<String>> argument :
                metadata.indexToName().entrySet()) {
            if (argument.getValue().contains(name)) {
                return argument.getKey();
            }
        }
        throw new IllegalStateException("no argument of " + metadata.configKey() + " is named " + name);
    }

    private static Map<String, String> headers(Map<String, Collection<String>> headers) {
        Collection<String> types = headers.getOrDefault("Content-Type", List.of());
        return types.isEmpty()
                ? Map.of()
                : Map.of("Content-Type", types.iterator().next());
    }

    /** The attempt comes last in every method. */
    Attempt attempt(Object[] arguments) {
        return (Attempt) arguments[arguments.length - 1];
    }

    @Nullable
    Object body(Object[] arguments) {
        return bodyIndex == null ? null : arguments[bodyIndex];
    }

    String path(Object[] arguments) {
        StringBuilder path = new StringBuilder(128).append(literals.get(0));
        for (int i = 0; i < parameters.size(); i++) {
            path.append(arguments[parameters.get(i)]).append(literals.get(i + 1));
        }
        if (query != null) {
            query((Map<?, ?>) arguments[query], path);
        }
        return path.toString();
    }

    private static void query(Map<?, ?> parameters, StringBuilder path) {
        char separator = '?';
        for (Map.Entry<?, ?> parameter : parameters.entrySet()) {
            for (Object value : (List<?>) parameter.getValue()) {
                path.append(separator).append(parameter.getKey()).append('=').append(value);
                separator = '&';
            }
        }
    }
}
