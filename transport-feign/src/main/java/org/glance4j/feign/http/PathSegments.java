package org.glance4j.feign.http;

import java.nio.charset.StandardCharsets;

/** Writes a text as one segment of a path, or as a part of a query, so that its bytes arrive as they are. */
public final class PathSegments {
    private static final String UNRESERVED = "-._~";
    private static final String HEX = "0123456789ABCDEF";

    private PathSegments() {}

    /**
     * Returns a text with every byte of its UTF-8 form outside RFC 3986's unreserved set percent-encoded; a percent sign is
     * such a byte. Nothing in the result has a meaning to a URI template, a path or a query.
     *
     * @param text the text
     * @return the encoded text
     */
    public static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length() + 8);
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (isUnreserved(c)) {
                encoded.append(c);
            } else {
                encoded.append('%').append(HEX.charAt(c >> 4)).append(HEX.charAt(c & 15));
            }
        }
        return encoded.toString();
    }

    private static boolean isUnreserved(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || UNRESERVED.indexOf(c) >= 0;
    }
}
