package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.jspecify.annotations.Nullable;

/** How a body is encoded: not, or as gzip. Nothing else is asked for, nor understood. */
final class Encodings {
    static final String GZIP = "gzip";
    static final String NONE = "identity";

    private Encodings() {}

    /** Returns the coding that the answer's header names; null for none. */
    static @Nullable String of(ClassicHttpResponse response) {
        Header[] headers = response.getHeaders("Content-Encoding");
        if (headers.length == 0) {
            return null;
        }
        if (headers.length > 1) {
            return "several one upon the other";
        }
        String coding = String.valueOf(headers[0].getValue()).strip().toLowerCase(Locale.ROOT);
        return coding.isEmpty() || coding.equals(NONE) ? null : coding;
    }

    static boolean isKnown(@Nullable String coding) {
        return coding == null || coding.equals(GZIP) || coding.equals("x-gzip");
    }

    /** Returns what a body says. Its length is the decoder's, and none that the answer names. */
    static InputStream decoded(@Nullable String coding, InputStream body) throws IOException {
        return coding == null ? body : new GZIPInputStream(body);
    }
}
