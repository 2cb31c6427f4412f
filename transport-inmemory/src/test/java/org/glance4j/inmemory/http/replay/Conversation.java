package org.glance4j.inmemory.http.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What was asked of a real Glance, one request after the other, and what it answered. */
record Conversation(String name, Map<String, String> projects, List<Recorded> exchanges) {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /** One exchange. A body that was not recorded, for its length or because it is no text, is null. */
    record Recorded(
            String title,
            @Nullable String user,
            String method,
            String target,
            Map<String, String> requestHeaders,
            @Nullable String requestBody,
            Answer answer) {

        /** Returns what follows a piece of the target, up to the next slash. */
        String behind(String piece) {
            int start = target.indexOf(piece) + piece.length();
            int end = target.indexOf('/', start);
            return end < 0 ? target.substring(start) : target.substring(start, end);
        }
    }

    static Conversation read(String name) {
        try (InputStream file = Conversation.class.getResourceAsStream("/recorded/" + name + ".json")) {
            JsonNode document = MAPPER.readTree(file);
            Map<String, String> projects = new LinkedHashMap<>();
            document.get("projects")
                    .properties()
                    .forEach(field ->
                            projects.put(field.getKey(), field.getValue().asText()));
            List<Recorded> exchanges = new ArrayList<>();
            document.get("exchanges").forEach(exchange -> exchanges.add(recorded(exchange)));
            return new Conversation(name, projects, exchanges);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Recorded recorded(JsonNode exchange) {
        JsonNode request = exchange.get("request");
        JsonNode response = exchange.get("response");
        return new Recorded(
                exchange.get("title").asText(),
                exchange.get("as").textValue(),
                request.get("method").asText(),
                request.get("target").asText(),
                headers(request.get("headers")),
                request.get("body").textValue(),
                new Answer(
                        response.get("status").asInt(),
                        headers(response.get("headers")),
                        response.get("body").textValue()));
    }

    private static Map<String, String> headers(JsonNode pairs) {
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        pairs.forEach(pair -> headers.put(pair.get(0).asText(), pair.get(1).asText()));
        return headers;
    }
}
