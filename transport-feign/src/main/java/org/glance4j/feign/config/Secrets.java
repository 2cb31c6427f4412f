package org.glance4j.feign.config;

import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells which values are secret, by their keys. */
final class Secrets {
    static final String MASK = "****";

    private static final Pattern WORDS =
            Pattern.compile("(^|[_.-])(password|secret|token|passcode|api_key|apikey|code|pin)$");

    private static final Pattern URLS = Pattern.compile("(^|[_.-])(url|endpoint|endpoint_override|https?_proxy)$");

    /** What is behind the last at sign is host and path; a query or fragment may hold anything. */
    private static final Pattern IN_URL =
            Pattern.compile("\\A((?:[a-zA-Z][a-zA-Z0-9+.-]*:)?//)?.*@|([?#]).*\\z", Pattern.DOTALL);

    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://).*@", Pattern.DOTALL);

    private Secrets() {}

    static boolean isSecret(String key) {
        return WORDS.matcher(key.toLowerCase(Locale.ROOT).replace('-', '_')).find();
    }

    /** The way to the first secret in a section; null if there is none. */
    static @Nullable String first(Node.Section section) {
        for (Map.Entry<String, Node> entry : section.entries().entrySet()) {
            if (entry.getValue() instanceof Node.Section inner) {
                String found = first(inner);
                if (found != null) {
                    return found;
                }
            } else if (entry.getValue() instanceof Node.Text text
                    && isSecret(entry.getKey())
                    && !text.text().isEmpty()) {
                return text.source().path().toString();
            }
        }
        return null;
    }

    /** A value as it may be shown: a secret not at all, a URL without what may be a user, a password or a query in it. */
    static String shown(String key, String value) {
        if (isSecret(key)) {
            return MASK;
        }
        if (URLS.matcher(key).find()) {
            return IN_URL.matcher(value).replaceAll(part -> masked(part));
        }
        return USER_INFO.matcher(value).replaceFirst("$1" + MASK + "@");
    }

    private static String masked(MatchResult part) {
        if (part.group(2) != null) {
            return part.group(2) + MASK;
        }
        return (part.group(1) == null ? "" : part.group(1)) + MASK + "@";
    }
}
