package org.glance4j.inmemory.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A request's path, split and decoded, and its query's parameters in order.
 *
 * @param path the path as sent
 * @param segments the path's segments, decoded; an empty last one stands for a trailing slash
 * @param parameters the query's parameters
 * @param slashInSegment whether a segment holds a percent-encoded slash
 */
record RequestTarget(String path, List<String> segments, List<Parameter> parameters, boolean slashInSegment) {

    /** One parameter of a query. */
    record Parameter(String name, String value) {}

    /** The bytes behind percent signs are no UTF-8, or a percent sign stands alone. */
    static final class UndecodableException extends Exception {
        private static final long serialVersionUID = 1;

        UndecodableException(String message) {
            super(message);
        }
    }

    RequestTarget {
        segments = List.copyOf(segments);
        parameters = List.copyOf(parameters);
    }

    static RequestTarget parse(String target) throws UndecodableException {
        int question = target.indexOf('?');
        String path = question < 0 ? target : target.substring(0, question);
        List<String> segments = new ArrayList<>();
        boolean slash = false;
        for (String raw : path.substring(path.startsWith("/") ? 1 : 0).split("/", -1)) {
            String segment = decode(raw, false);
            slash |= segment.indexOf('/') >= 0;
            segments.add(segment);
        }
        List<Parameter> parameters = new ArrayList<>();
        if (question >= 0) {
            for (String pair : target.substring(question + 1).split("&", -1)) {
                if (!pair.isEmpty()) {
                    int equals = pair.indexOf('=');
                    String name = equals < 0 ? pair : pair.substring(0, equals);
                    String value = equals < 0 ? "" : pair.substring(equals + 1);
                    parameters.add(new Parameter(decode(name, true), decode(value, true)));
                }
            }
        }
        return new RequestTarget(path, segments, parameters, slash);
    }

    private static String decode(String raw, boolean plusIsSpace) throws UndecodableException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        byte[] source = raw.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < source.length; i++) {
            if (source[i] == '%') {
                int high = i + 2 < source.length ? Character.digit(source[i + 1], 16) : -1;
                int low = i + 2 < source.length ? Character.digit(source[i + 2], 16) : -1;
                if (high < 0 || low < 0) {
                    throw new UndecodableException("a percent sign stands alone");
                }
                bytes.write((high << 4) | low);
                i += 2;
            } else {
                bytes.write(plusIsSpace && source[i] == '+' ? ' ' : source[i]);
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UndecodableException("not UTF-8");
        }
    }
}
