package org.glance4j.feign;

import java.util.SplittableRandom;

/** Texts that have led some client or server astray, put together at random; the same seed gives the same texts. */
final class OddTexts {
    private static final String[] PIECES = {
        "..",
        ".",
        "/",
        "\\",
        "%",
        "%2e",
        "%2E%2e",
        "%2f",
        "%5c",
        "%00",
        "%0d%0a",
        "%25",
        "%252e",
        "%c0%af",
        "%zz",
        "?",
        "#",
        ";",
        "&",
        "=",
        "+",
        " ",
        "//",
        "/../",
        "..;/",
        "/v2/",
        "http://",
        "@",
        ":",
        "{id}",
        "{",
        "}",
        "${x}",
        "\r\n",
        "\n",
        "\r",
        "\u0000",
        "\t",
        "\u007f",
        "\u0085",
        "\u2028",
        "\ufeff",
        "\u202e",
        "\ud800",
        "\udc00",
        "\ud83d\ude00",
        "\ufffd",
        "\u0301",
        "é",
        "e\u0301",
        "ß",
        "ﬁ",
        "。",
        "／",
        "\"",
        "'",
        "<b>",
        "`",
        "|",
        "^",
        "*",
        "in:",
        "eq:",
        "null",
        "true",
        "0",
        "images",
        "members",
        "tags",
        "file",
        "HTTP/1.1",
        "X-Evil: 1"
    };
    private static final String ORDINARY = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._~";

    private final SplittableRandom random;

    OddTexts(long seed) {
        this.random = new SplittableRandom(seed);
    }

    String next() {
        return switch (random.nextInt(20)) {
            case 0 -> pieces(random.nextInt(4));
            case 1, 2, 3, 4 -> pieces(1 + random.nextInt(4));
            case 5, 6 -> characters(0x110000);
            case 7, 8 -> characters(0xffff);
            case 9 -> characters(0x250);
            case 10 -> "x".repeat(250 + random.nextInt(10));
            case 11 -> PIECES[random.nextInt(PIECES.length)];
            default -> ascii();
        };
    }

    private String pieces(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(PIECES[random.nextInt(PIECES.length)]);
            if (random.nextBoolean()) {
                text.append(ORDINARY.charAt(random.nextInt(ORDINARY.length())));
            }
        }
        return text.toString();
    }

    /** Any code points below a bound, halves of pairs among them. */
    private String characters(int bound) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            text.appendCodePoint(random.nextInt(bound));
        }
        return text.toString();
    }

    private String ascii() {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(24); i >= 0; i--) {
            text.append((char) (0x20 + random.nextInt(0x5f)));
        }
        return text.toString();
    }
}
