package org.glance4j.feign.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/** Everything that the server can do wrong. */
enum Fault {
    /** Nobody listens. */
    CONNECT_REFUSED(Sign.NOT_SENT, Reach.NONE, (wire, reply, elsewhere) -> {}),
    /** The connection is reset before a byte of it is read. */
    RESET_BEFORE_REQUEST(Sign.LOST, Reach.NONE, (wire, reply, elsewhere) -> wire.reset()),
    /** The connection is reset once the request's head has come. */
    RESET_IN_REQUEST(Sign.LOST, Reach.HEAD, (wire, reply, elsewhere) -> wire.reset()),
    RESET_AFTER_REQUEST(Sign.LOST, Reach.EITHER, (wire, reply, elsewhere) -> wire.reset()),
    CLOSE_AFTER_REQUEST(Sign.LOST, Reach.EITHER, (wire, reply, elsewhere) -> wire.close()),
    /** The request's body is asked for, and not read. */
    NEVER_READ(Sign.SILENT, Reach.HEAD, (wire, reply, elsewhere) -> {
        wire.send("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        wire.hang();
    }),
    NEVER_ANSWERED(Sign.SILENT, Reach.EITHER, (wire, reply, elsewhere) -> wire.listenOnly()),
    SLOW_HEAD(Sign.SLOW, Reach.APPLIED, (wire, reply, elsewhere) -> {
        wire.drip(reply.head());
        wire.send(reply.body());
    }),
    SLOW_BODY(Sign.SLOW, Reach.APPLIED, (wire, reply, elsewhere) -> {
        wire.send(reply.head());
        wire.drip(reply.body());
    }),
    RESET_AFTER_HEAD(Sign.BROKEN, Reach.APPLIED, (wire, reply, elsewhere) -> {
        wire.send(reply.head());
        wire.reset();
    }),
    RESET_IN_BODY(Sign.BROKEN, Reach.APPLIED, (wire, reply, elsewhere) -> {
        wire.send(reply.head(), half(reply.body()));
        wire.reset();
    }),
    /** More follows than was said; what follows looks like an answer. */
    LENGTH_TOO_SHORT(Sign.UNREADABLE, Reach.APPLIED, (wire, reply, elsewhere) -> {
        byte[] half = half(reply.body());
        RawReply smuggled = RawReply.of(200, RawReply.JSON, "{\"smuggled\":true}");
        wire.send(reply.head(half.length), half, smuggled.head(), smuggled.body());
    }),
    LENGTH_TOO_LONG(Sign.BROKEN, Reach.APPLIED, (wire, reply, elsewhere) -> {
        wire.send(reply.head(reply.body().length + 10), reply.body());
        wire.close();
    }),
    TRUNCATED_GZIP(
            Sign.UNREADABLE,
            Reach.APPLIED,
            (wire, reply, elsewhere) -> wire.send(reply.withBody(half(gzip(reply.body())), "Content-Encoding: gzip"))),
    ENDLESS_ARRAY(Sign.UNREADABLE, Reach.APPLIED, (wire, reply, elsewhere) -> {
        String head = "HTTP/1.1 " + status(reply) + " OK\r\nContent-Type: application/json\r\n\r\n";
        wire.send((head + "{\"images\":[0").getBytes(ISO_8859_1));
        wire.sendWithoutEnd(",0".repeat(32 << 10).getBytes(ISO_8859_1));
    }),
    NESTED_OBJECTS(
            Sign.UNREADABLE,
            Reach.APPLIED,
            (wire, reply, elsewhere) -> wire.send(document(reply, "{\"id\":".repeat(1_000) + "1" + "}".repeat(1_000)))),
    DUPLICATE_KEYS(
            Sign.UNREADABLE,
            Reach.APPLIED,
            (wire, reply, elsewhere) -> wire.send(document(reply, twice(new String(reply.body(), UTF_8))))),
    INVALID_UTF8(
            Sign.UNREADABLE,
            Reach.APPLIED,
            (wire, reply, elsewhere) ->
                    wire.send(document(reply, "").withBody("{\"id\":\"\u00c3(\u00ff\"}".getBytes(ISO_8859_1)))),
    LOGIN_PAGE(
            Sign.LOGIN,
            Reach.HEAD,
            (wire, reply, elsewhere) -> wire.send(RawReply.of(200, RawReply.HTML, "<h1>Welcome to the hotel</h1>"))),
    REDIRECT_301(301),
    REDIRECT_302(302),
    REDIRECT_303(303),
    REDIRECT_307(307),
    REDIRECT_308(308),
    UNAUTHORIZED(Sign.UNAUTHORIZED, Reach.HEAD, 401),
    TOO_LARGE(Sign.REFUSED, Reach.HEAD, 413),
    /** The refusal comes in the middle of an upload, and the connection ends behind it. */
    TOO_LARGE_EARLY(Sign.EARLY, Reach.HEAD, (wire, reply, elsewhere) -> {
        wire.send("HTTP/1.1 100 Continue\r\n\r\n".getBytes(ISO_8859_1));
        if (wire.in().read() >= 0) {
            wire.send(RawReply.refusal(413));
        }
        wire.close();
    }),
    TOO_LARGE_COME_NOW(Sign.BUSY, Reach.HEAD, 413, "Retry-After: 0"),
    TOO_LARGE_COME_LATE(Sign.BUSY_FOR_LONG, Reach.HEAD, 413, "Retry-After: 3600"),
    TOO_MANY(Sign.BUSY, Reach.HEAD, 429),
    TOO_MANY_COME_NOW(Sign.BUSY, Reach.HEAD, 429, "Retry-After: 0"),
    TOO_MANY_COME_SOON(Sign.BUSY, Reach.HEAD, 429, "Retry-After: 60"),
    TOO_MANY_COME_LATE(Sign.BUSY_FOR_LONG, Reach.HEAD, 429, "Retry-After: 3600"),
    SERVER_ERROR(Sign.SERVER_ERROR, Reach.EITHER, 500),
    BAD_GATEWAY(Sign.GATEWAY, Reach.EITHER, 502),
    GATEWAY_TIMEOUT(Sign.GATEWAY, Reach.EITHER, 504),
    UNAVAILABLE(Sign.GATEWAY, Reach.EITHER, 503),
    UNAVAILABLE_COME_NOW(
            Sign.GATEWAY,
            Reach.EITHER,
            503,
            "Date: Mon, 23 Nov 2026 12:00:00 GMT",
            "Retry-After: Mon, 23 Nov 2026 12:00:00 GMT"),
    UNAVAILABLE_COME_LATE(
            Sign.GATEWAY_FOR_LONG,
            Reach.EITHER,
            503,
            "Date: Mon, 23 Nov 2026 12:00:00 GMT",
            "Retry-After: Mon, 23 Nov 2026 13:00:00 GMT");

    /** What of it the client can see. */
    enum Sign {
        /** There is no connection. */
        NOT_SENT,
        /** The request has left, and the connection ends without an answer. */
        LOST,
        /** The request has left, and nothing comes. */
        SILENT,
        /** An answer comes, and takes longer than any deadline here. */
        SLOW,
        /** The head of an answer came, and its body breaks off. */
        BROKEN,
        /** An answer came whole, and is no document of the API. */
        UNREADABLE,
        /** A page in HTML came. */
        LOGIN,
        /** The service refuses for good. */
        REFUSED,
        /** The service refuses in the middle of the request, in a way that may be lost. */
        EARLY,
        REDIRECTED,
        UNAUTHORIZED,
        /** The service has not done it, and says so. */
        BUSY,
        BUSY_FOR_LONG,
        /** Somebody on the way could not get an answer: the service may have done it. */
        GATEWAY,
        GATEWAY_FOR_LONG,
        SERVER_ERROR
    }

    /** How far the request comes. */
    enum Reach {
        /** The server sees nothing of it. */
        NONE,
        /** The server sees its head, and the service nothing. */
        HEAD,
        /** The service gets it, or the server keeps it: both have to be tried. */
        EITHER,
        /** The service gets it and answers. */
        APPLIED
    }

    /** Plays the fault on a connection. */
    @FunctionalInterface
    private interface Act {
        /** @param reply what the service answered; a 200 without a body where it was not asked */
        void play(Wire wire, RawReply reply, String elsewhere) throws IOException, InterruptedException;
    }

    private final Sign sign;
    private final Reach reach;

    @SuppressWarnings("ImmutableEnumChecker") // The acts are functions without a state.
    private final Act act;

    Fault(Sign sign, Reach reach, Act act) {
        this.sign = sign;
        this.reach = reach;
        this.act = act;
    }

    Fault(Sign sign, Reach reach, int status, String... headers) {
        this(sign, reach, (wire, reply, elsewhere) -> wire.send(RawReply.refusal(status, headers)));
    }

    Fault(int redirect) {
        this(
                Sign.REDIRECTED,
                Reach.HEAD,
                (wire, reply, elsewhere) -> wire.send(RawReply.refusal(redirect, "Location: " + elsewhere)));
    }

    Sign sign() {
        return sign;
    }

    Reach reach() {
        return reach;
    }

    void play(Wire wire, RawReply reply, String elsewhere) throws IOException, InterruptedException {
        act.play(wire, reply, elsewhere);
    }

    private static byte[] half(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length / 2);
    }

    /** The status stays as true as it was; only where it says that there is no body it cannot. */
    private static int status(RawReply reply) {
        return reply.status() == 204 ? 200 : reply.status();
    }

    private static RawReply document(RawReply instead, String json) {
        return RawReply.of(status(instead), RawReply.JSON, json);
    }

    /** Says every field of an object a second time. */
    private static String twice(String object) {
        String fields = object.isEmpty() ? "\"id\":1" : object.substring(1, object.lastIndexOf('}'));
        return "{" + fields + "," + fields + "}";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream zipped = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
            zip.write(bytes);
        }
        return zipped.toByteArray();
    }
}
