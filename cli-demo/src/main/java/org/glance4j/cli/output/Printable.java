package org.glance4j.cli.output;

/** Makes text from elsewhere safe to show on a terminal. */
public final class Printable {
    private Printable() {}

    /**
     * Returns the text with every character that could steer a terminal, or reorder what stands on it, spelled out: control
     * characters, line and paragraph separators, and bidirectional controls. Such a text stays on one line.
     *
     * @param text any text
     * @return the text, with {@code \n}, {@code \r}, {@code \t} or {@code \}{@code u....} in the place of each such character
     */
    public static String of(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> append(shown, c));
        return shown.toString();
    }

    private static void append(StringBuilder shown, int c) {
        switch (c) {
            case '\n' -> shown.append("\\n");
            case '\r' -> shown.append("\\r");
            case '\t' -> shown.append("\\t");
            default -> {
                if (steersTerminal(c)) {
                    shown.append("\\u").append(String.format("%04x", c));
                } else {
                    shown.appendCodePoint(c);
                }
            }
        }
    }

    private static boolean steersTerminal(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || (c >= 0x202a && c <= 0x202e)
                || (c >= 0x2066 && c <= 0x2069)
                || Character.getType(c) == Character.SURROGATE;
    }
}
