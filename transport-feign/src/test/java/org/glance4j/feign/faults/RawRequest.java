package org.glance4j.feign.faults;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request's head as it stands on the wire.
 *
 * @param method the method
 * @param target path and query
 * @param headers the header fields; their names are found in any case
 */
record RawRequest(String method, String target, Map<String, List<String>> headers) {

    /** Reads a head; null where the connection ends in place of one. */
    static @Nullable RawRequest read(InputStream in) throws IOException {
        String line = line(in);
        if (line == null) {
            return null;
        }
        String[] words = line.split(" ", -1);
        Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (String header = line(in); header == null || !header.isEmpty(); header = line(in)) {
            if (header == null) {
                return null;
            }
            int colon = header.indexOf(':');
            headers.computeIfAbsent(header.substring(0, colon), name -> new ArrayList<>())
                    .add(header.substring(colon + 1).strip());
        }
        return new RawRequest(words[0], words[1], headers);
    }

    /** Reads the body that belongs to this head. */
    byte[] body(InputStream in) throws IOException {
        if ("chunked".equals(header("Transfer-Encoding"))) {
            return chunks(in);
        }
        String length = header("Content-Length");
        return exactly(in, length == null ? 0 : Integer.parseInt(length));
    }

    private static byte[] chunks(InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        while (true) {
            String size = line(in);
            int length = size == null ? -1 : Integer.parseInt(size, 16);
            if (length < 0) {
                throw new EOFException("the body ends inside");
            }
            body.writeBytes(exactly(in, length));
            if (!"".equals(line(in))) {
                throw new EOFException("a chunk ends inside");
            }
            if (length == 0) {
                return body.toByteArray();
            }
        }
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("the body ends inside");
        }
        return bytes;
    }

    @Nullable
    String header(String name) {
        List<String> values = headers.get(name);
        return values == null ? null : values.get(0);
    }

    boolean expectsContinue() {
        return "100-continue".equalsIgnoreCase(header("Expect"));
    }

    String path() {
        int query = target.indexOf('?');
        return query < 0 ? target : target.substring(0, query);
    }

    private static @Nullable String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    /** Returns method and target: the header fields hold a token. */
    @Override
    public String toString() {
        return method + " " + target;
    }
}
