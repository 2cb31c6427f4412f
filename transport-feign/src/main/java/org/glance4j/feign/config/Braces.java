package org.glance4j.feign.config;

import static org.glance4j.feign.config.Problems.at;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts other values in the place of their names in braces, as in {@code https://{region_name}.example.com}. */
final class Braces {
    private static final Pattern PART = Pattern.compile("\\{\\{|}}|\\{([a-z0-9_]+)}|[{}]");

    private final Map<String, Node> values;
    private int budget = Limits.MOST_BYTES;

    /**
     * @param values the values to be put in, by their names
     */
    Braces(Map<String, Node> values) {
        this.values = values;
    }

    /** Returns the text with all names replaced. */
    Node.Text expand(Node.Text text) {
        if (!text.text().contains("{") && !text.text().contains("}")) {
            return text;
        }
        Matcher parts = PART.matcher(text.text());
        StringBuilder expanded = new StringBuilder();
        while (parts.find()) {
            parts.appendReplacement(expanded, Matcher.quoteReplacement(part(parts, text.source())));
            if (expanded.length() > budget) {
                throw at(text.source(), "is too long: names in braces stand for more text than a file may hold");
            }
        }
        parts.appendTail(expanded);
        budget -= expanded.length();
        return new Node.Text(expanded.toString(), text.reading(), expanded.toString(), text.source());
    }

    private String part(Matcher found, Source source) {
        String name = found.group(1);
        if (name == null) {
            if (found.group().length() == 1) {
                throw at(source, "has a brace that belongs to no {name}: write {{ or }} for the brace itself");
            }
            return found.group().substring(1);
        }
        Node value = Secrets.isSecret(name) ? null : values.get(name);
        if (value instanceof Node.Text text) {
            return text.text();
        }
        if (value instanceof Node.Flag flag) {
            return flag.isSet() ? "True" : "False";
        }
        throw at(
                source,
                "asks for {" + name + "}, which the cloud does not set beside auth: set it, or write {{" + name
                        + "}} for the braces themselves");
    }
}
