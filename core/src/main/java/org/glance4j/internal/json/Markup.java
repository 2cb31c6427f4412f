package org.glance4j.internal.json;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Frees a text of HTML in one pass over it, whatever it holds: it comes from peers. */
final class Markup {
    /** Elements whose content is not for reading, or repeats the status line. */
    private static final Set<String> SILENT = Set.of("head", "h1", "script", "style");

    /** Elements that part what stands before them from what follows. */
    private static final Set<String> PARTING = Set.of(
            "address", "body", "br", "center", "div", "h2", "h3", "hr", "html", "li", "p", "pre", "td", "th", "title",
            "tr", "ul");

    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int LONGEST_ENTITY = 9;

    private Markup() {}

    /** Returns the text without tags and entities, each run of blanks and control characters as one blank. */
    static String strip(String text) {
        // An escaped tag is a tag again once unescaped; the service's plain form has dropped it.
        return oneLine(withoutTags(unescape(withoutTags(text))));
    }

    /** Returns the content of the first heading; empty where there is none. */
    static String heading(String html) {
        String lower = html.toLowerCase(Locale.ROOT);
        int open = lower.indexOf("<h1");
        int begin = open < 0 ? -1 : lower.indexOf('>', open);
        int end = begin < 0 ? -1 : lower.indexOf("</h1", begin);
        return end < 0 ? "" : html.substring(begin + 1, end);
    }

    private static String withoutTags(String text) {
        if (text.indexOf('<') < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        int close = -1;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
            close = close > open ? close : text.indexOf('>', open);
            if (close < 0) {
                break;
            }
            clean.append(text, at, open);
            if (beginsTag(text, open + 1)) {
                at = behind(text, open, close, clean);
            } else {
                clean.append('<');
                at = open + 1;
            }
        }
        return clean.append(text, at, text.length()).toString();
    }

    private static boolean beginsTag(String text, int at) {
        char c = text.charAt(at);
        return c == '/' || c == '!' || c == '?' || Character.isLetter(c);
    }

    private static int behind(String text, int open, int close, StringBuilder clean) {
        if (text.startsWith("<!--", open)) {
            int end = text.indexOf("-->", open);
            return end < 0 ? text.length() : end + 3;
        }
        int nameBegin = text.charAt(open + 1) == '/' ? open + 2 : open + 1;
        int nameEnd = nameBegin;
        while (nameEnd < close && Character.isLetterOrDigit(text.charAt(nameEnd))) {
            nameEnd++;
        }
        String name = text.substring(nameBegin, nameEnd).toLowerCase(Locale.ROOT);
        if (PARTING.contains(name)) {
            clean.append(' ');
        }
        if (nameBegin > open + 1 || !SILENT.contains(name)) {
            return close + 1;
        }
        String closing = "</" + name;
        for (int at = close; at < text.length(); at++) {
            if (text.regionMatches(true, at, closing, 0, closing.length())) {
                int end = text.indexOf('>', at);
                return end < 0 ? text.length() : end + 1;
            }
        }
        return text.length();
    }

    private static String unescape(String text) {
        if (text.indexOf('&') < 0) {
            return text;
        }
        StringBuilder clean = new StringBuilder(text.length());
        int at = 0;
        for (int amp = text.indexOf('&'); amp >= 0; amp = text.indexOf('&', at)) {
            clean.append(text, at, amp);
            int end = amp + 1;
            while (end < text.length() && end - amp <= LONGEST_ENTITY && text.charAt(end) != ';') {
                end++;
            }
            boolean ended = end < text.length() && text.charAt(end) == ';';
            String character = ended ? character(text.substring(amp + 1, end)) : "";
            clean.append(character.isEmpty() ? "&" : character);
            at = character.isEmpty() ? amp + 1 : end + 1;
        }
        return clean.append(text, at, text.length()).toString();
    }

    private static String character(String entity) {
        boolean decimal = entity.matches("#[0-9]{1,7}");
        if (!decimal && !entity.matches("#[xX][0-9a-fA-F]{1,6}")) {
            return ENTITIES.getOrDefault(entity, "");
        }
        int code = decimal ? Integer.parseInt(entity.substring(1)) : Integer.parseInt(entity.substring(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }

    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            boolean blank = Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c);
            if (!blank) {
                line.appendCodePoint(c);
            } else if (line.length() > 0 && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        });
        int length = line.length();
        return length > 0 && line.charAt(length - 1) == ' ' ? line.substring(0, length - 1) : line.toString();
    }
}
