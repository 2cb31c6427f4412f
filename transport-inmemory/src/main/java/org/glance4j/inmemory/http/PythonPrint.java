package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Values as Glance prints them in the messages of its schemas: on one line where they fit, else one item to a line, keys in
 * order. What it prints is what Python's {@code pprint.pformat} prints at a width of 72. For use by one thread.
 */
final class PythonPrint {
    private static final int WIDTH = 72;
    private static final Pattern WORD = Pattern.compile("\\S*\\s*");

    private final StringBuilder text = new StringBuilder();

    private PythonPrint() {}

    static String of(JsonNode value) {
        PythonPrint print = new PythonPrint();
        print.print(value, 0, 0, 1);
        return print.text.toString();
    }

    /** Prints a value that begins in a column, with room left behind it for what closes the values around it. */
    private void print(JsonNode value, int column, int room, int level) {
        String flat = flat(value);
        if (flat.length() <= WIDTH - column - room) {
            text.append(flat);
        } else if (value.isObject()) {
            printFields(value, column + 1, room + 1, level);
        } else if (value.isArray()) {
            printItems(value, column + 1, room + 1, level);
        } else if (value.isTextual() && !value.textValue().isEmpty()) {
            printText(value.textValue(), column, room, level);
        } else {
            text.append(flat);
        }
    }

    private static String flat(JsonNode value) {
        if (value.isArray()) {
            List<String> items = new ArrayList<>();
            value.forEach(item -> items.add(flat(item)));
            return "[" + String.join(", ", items) + "]";
        }
        if (value.isObject()) {
            List<String> fields = new ArrayList<>();
            sorted(value).forEach((key, field) -> fields.add(PythonText.quoted(key) + ": " + flat(field)));
            return "{" + String.join(", ", fields) + "}";
        }
        return PythonText.of(value);
    }

    private static SortedMap<String, JsonNode> sorted(JsonNode object) {
        SortedMap<String, JsonNode> fields = new TreeMap<>();
        object.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private void printFields(JsonNode object, int column, int room, int level) {
        text.append('{');
        List<Map.Entry<String, JsonNode>> fields = List.copyOf(sorted(object).entrySet());
        for (int i = 0; i < fields.size(); i++) {
            boolean last = i == fields.size() - 1;
            String key = PythonText.quoted(fields.get(i).getKey());
            text.append(key).append(": ");
            print(fields.get(i).getValue(), column + key.length() + 2, last ? room : 1, level + 1);
            text.append(last ? "}" : ",\n" + " ".repeat(column));
        }
    }

    private void printItems(JsonNode list, int column, int room, int level) {
        text.append('[');
        for (int i = 0; i < list.size(); i++) {
            boolean last = i == list.size() - 1;
            print(list.get(i), column, last ? room : 1, level + 1);
            text.append(last ? "]" : ",\n" + " ".repeat(column));
        }
    }

    /** A text that is too long is cut behind words and printed as several; one that is no part of anything gets parentheses. */
    private void printText(String whole, int column, int room, int level) {
        boolean outermost = level == 1;
        int start = outermost ? column + 1 : column;
        List<String> pieces = pieces(whole, WIDTH - start, outermost ? room + 1 : room);
        if (pieces.size() == 1) {
            text.append(PythonText.quoted(whole));
            return;
        }
        text.append(outermost ? "(" : "");
        text.append(String.join("\n" + " ".repeat(start), pieces));
        text.append(outermost ? ")" : "");
    }

    private static List<String> pieces(String whole, int width, int room) {
        List<String> pieces = new ArrayList<>();
        List<String> lines = new ArrayList<>(List.of(whole.split("(?<=\n)")));
        for (int i = 0; i < lines.size(); i++) {
            int roomBehind = i == lines.size() - 1 ? room : 0;
            String line = lines.get(i);
            if (PythonText.quoted(line).length() <= width - roomBehind) {
                pieces.add(PythonText.quoted(line));
            } else {
                cut(line, width, roomBehind, pieces);
            }
        }
        return pieces;
    }

    private static void cut(String line, int width, int room, List<String> pieces) {
        List<String> words = WORD.matcher(line)
                .results()
                .map(MatchResult::group)
                .filter(word -> !word.isEmpty())
                .toList();
        String current = "";
        for (int i = 0; i < words.size(); i++) {
            String longer = current + words.get(i);
            int left = i == words.size() - 1 ? width - room : width;
            if (PythonText.quoted(longer).length() > left) {
                if (!current.isEmpty()) {
                    pieces.add(PythonText.quoted(current));
                }
                current = words.get(i);
            } else {
                current = longer;
            }
        }
        pieces.add(PythonText.quoted(current));
    }
}
