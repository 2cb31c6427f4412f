package org.glance4j.feign.http;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Tells bytes that are UTF-8 from bytes that are not. A parser that decodes while it reads lets characters pass that are
 * written longer than need be, or as two halves, and another parser would read something else.
 */
final class Utf8 {
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final int CHUNK = 4096;

    private Utf8() {}

    static boolean isValid(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        if (isAscii(in)) {
            return true;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer out = CharBuffer.allocate(CHUNK);
        while (true) {
            out.clear();
            var result = decoder.decode(in, out, true);
            if (result.isError()) {
                return false;
            }
            if (result.isUnderflow()) {
                return true;
            }
        }
    }

    /** Most documents are; eight bytes are looked at in one step. */
    private static boolean isAscii(ByteBuffer bytes) {
        int at = 0;
        for (; at <= bytes.limit() - Long.BYTES; at += Long.BYTES) {
            if ((bytes.getLong(at) & HIGH_BITS) != 0) {
                return false;
            }
        }
        for (; at < bytes.limit(); at++) {
            if (bytes.get(at) < 0) {
                return false;
            }
        }
        return true;
    }
}
