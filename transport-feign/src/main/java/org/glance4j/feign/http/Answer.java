package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.glance4j.feign.observe.MaskedJson;
import org.glance4j.internal.json.ErrorText;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * An answer whose head has arrived. Its body is read whole with {@link #json()}, taken as a stream with {@link #data}, or
 * must be empty. Not safe for use by several threads.
 */
public final class Answer {
    private static final int LONGEST_JSON = 16 << 20;
    private static final int LONGEST_SHOWN = 64 << 10;
    private static final Logger LOG = LoggerFactory.getLogger("org.glance4j.feign");
    private static final int MOST_BELIEVED = 1 << 20;
    private static final int CHUNK = 8 << 10;
    private static final int LONGEST_QUOTE = 80;

    private final ClassicHttpResponse response;
    private final Attempt attempt;
    private final Watch watch;
    private final Runnable abort;

    Answer(ClassicHttpResponse response, Attempt attempt, Watch watch, Runnable abort) {
        this.response = response;
        this.attempt = attempt;
        this.watch = watch;
        this.abort = abort;
    }

    /**
     * Returns the status code.
     *
     * @return the status
     */
    public int status() {
        return response.getCode();
    }

    /**
     * Returns a header's first value.
     *
     * @param name the header's name
     * @return the value; null where the answer does not have it
     */
    public @Nullable String header(String name) {
        return HttpEngine.header(response, name);
    }

    /**
     * Returns this answer if it is a success.
     *
     * @return this
     * @throws RefusedAnswer for any status but 2xx; the body is read then
     */
    public Answer successful() {
        int status = response.getCode();
        if (status >= 200 && status < 300) {
            return this;
        }
        String text = errorText();
        throw new RefusedAnswer(status, text, attempt.requestId(), header("Retry-After"), header("Date"));
    }

    private @Nullable String errorText() {
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            release();
            return null;
        }
        String text = null;
        String coding = Encodings.of(response);
        try (InputStream body = entity.getContent()) {
            text = Encodings.isKnown(coding) ? ErrorText.read(Encodings.decoded(coding, body)) : null;
            if (body.read() >= 0) {
                // Closing would read the rest, however long.
                abort();
            }
        } catch (IOException e) {
            // The status is the answer; a body that breaks off only makes its text shorter.
            abort();
        }
        watch.stop();
        return text == null ? null : attempt.secrets().hide(text);
    }

    /**
     * Returns the JSON document that the answer's body is.
     *
     * @return its bytes
     * @throws ExchangeFailure if the body is not JSON by its content type, encoded otherwise than as gzip, longer than 16 MiB
     *     (as it is or inflated), not UTF-8, or ends too early
     */
    public byte[] json() {
        String type = header("Content-Type");
        if (type == null || !isJson(type)) {
            abort();
            throw foreign("is not JSON but " + (type == null ? "of no content type" : quoted(type)));
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            release();
            throw failure("has no body", null);
        }
        String coding = Encodings.of(response);
        if (!Encodings.isKnown(coding)) {
            throw unasked(coding);
        }
        byte[] document;
        try (InputStream body = entity.getContent()) {
            document = whole(Encodings.decoded(coding, body), coding == null ? entity.getContentLength() : 0);
            if (body.read() >= 0) {
                abort();
                throw failure("goes on behind its end", null);
            }
            watch.stop();
        } catch (ZipException e) {
            abort();
            throw failure("is not the gzip that it says it is", e);
        } catch (IOException e) {
            throw broken(e);
        }
        if (!Utf8.isValid(document)) {
            throw failure("is not UTF-8", null);
        }
        if (LOG.isTraceEnabled()) {
            LOG.trace("{} -> {}", attempt.route(), shown(document));
        }
        return document;
    }

    private ExchangeFailure unasked(@Nullable String coding) {
        abort();
        return foreign("is encoded as " + quoted(String.valueOf(coding)) + ", which was not asked for");
    }

    /** What a header says may be long and odd. */
    private static String quoted(String value) {
        String shown = value.length() > LONGEST_QUOTE ? value.substring(0, LONGEST_QUOTE) + "..." : value;
        return "'" + shown.replaceAll("[^ -~]", "?") + "'";
    }

    /** The document as it may be seen, secrets hidden by their keys and where the request's own are repeated. */
    private String shown(byte[] document) {
        String text = MaskedJson.of(document, variable -> SecretTexts.HIDDEN, UnaryOperator.identity())
                .orElse(document.length + " bytes that are no JSON");
        return attempt.secrets().hide(text.length() > LONGEST_SHOWN ? text.substring(0, LONGEST_SHOWN) + "..." : text);
    }

    /** Reads all into one array: what is announced is believed up to a point, since it need not come. */
    private byte[] whole(InputStream body, long announced) throws IOException {
        byte[] bytes = new byte[announced <= 0 ? CHUNK : (int) Math.min(announced, MOST_BELIEVED)];
        int count = 0;
        for (int n = 0; n >= 0; n = body.read(bytes, count, bytes.length - count)) {
            count += n;
            if (count == bytes.length) {
                int next = body.read();
                if (next < 0) {
                    return bytes;
                }
                if (count == LONGEST_JSON) {
                    abort();
                    throw failure("is longer than 16 MiB", null);
                }
                bytes = Arrays.copyOf(bytes, Math.min(2 * count, LONGEST_JSON));
                bytes[count] = (byte) next;
                count++;
            }
        }
        return Arrays.copyOf(bytes, count);
    }

    /**
     * Checks that the answer is one without a body, and frees the connection.
     *
     * @throws ExchangeFailure for any status but 204
     */
    public void none() {
        none(204);
    }

    /**
     * Checks that the answer has a status that comes without a body, and frees the connection.
     *
     * @param expected the status
     * @throws ExchangeFailure for any other status
     */
    public void none(int expected) {
        if (response.getCode() != expected) {
            abort();
            throw foreign("has status " + response.getCode() + " where the Image API says " + expected);
        }
        release();
    }

    /** Frees the connection of an answer whose body is empty. */
    public void release() {
        watch.stop();
        try {
            response.close();
        } catch (IOException e) {
            abort.run();
        }
    }

    /**
     * Returns the body as a stream that holds the connection until it is read to its end or closed. A stream that ends too
     * early, or breaks, fails with an {@link IOException}.
     *
     * @param ended makes what a read throws once the exchange was ended by deadline, interrupt or closing
     * @return the stream
     * @throws ExchangeFailure if the body is a page in HTML, or is encoded, so that its bytes are not the image's
     */
    public InputStream data(Function<ExchangeFailure, RuntimeException> ended) {
        String type = header("Content-Type");
        if (type != null && type.toLowerCase(Locale.ROOT).startsWith("text/html")) {
            abort();
            throw foreign("is a page in HTML where image data belongs");
        }
        String coding = Encodings.of(response);
        if (coding != null) {
            throw unasked(coding);
        }
        HttpEntity entity = response.getEntity();
        if (entity == null) {
            release();
            return InputStream.nullInputStream();
        }
        try {
            watch.leave();
            return new DataStream(
                    entity.getContent(),
                    entity.getContentLength(),
                    watch,
                    abort,
                    (kind, cause) -> ended.apply(ended(kind, cause)),
                    attempt.secrets()::hide);
        } catch (IOException e) {
            throw broken(e);
        }
    }

    /**
     * Returns the failure of an answer that is no answer of the Image API.
     *
     * @param problem what is wrong with it, in a clause that follows <em>the answer</em>
     * @param cause what it came from; null for none
     * @return the failure, to be thrown
     */
    public ExchangeFailure failure(String problem, @Nullable Throwable cause) {
        return failure(ExchangeFailure.Kind.ANSWER, "the answer " + problem, cause);
    }

    /** Somebody else answered in the service's place, so nothing is known of what the service did. */
    private ExchangeFailure foreign(String problem) {
        return failure(ExchangeFailure.Kind.FOREIGN, "the answer " + problem, null);
    }

    private ExchangeFailure broken(IOException cause) {
        ExchangeFailure.Kind ended = watch.reason();
        abort();
        return ended == null ? failure("ends before it is complete", cause) : ended(ended, cause);
    }

    private ExchangeFailure ended(ExchangeFailure.Kind kind, IOException cause) {
        return failure(kind, "ended", cause);
    }

    private ExchangeFailure failure(ExchangeFailure.Kind kind, String message, @Nullable Throwable cause) {
        SecretTexts secrets = attempt.secrets();
        return new ExchangeFailure(
                kind,
                secrets.hide(message),
                true,
                response.getCode(),
                attempt.requestId(),
                cause == null ? null : secrets.hide(cause));
    }

    /** Gives up the rest of the body and closes the connection. */
    public void abort() {
        watch.stop();
        abort.run();
    }

    private static boolean isJson(String contentType) {
        String type = contentType.toLowerCase(Locale.ROOT);
        return type.startsWith("application/json") && (type.length() == 16 || " ;".indexOf(type.charAt(16)) >= 0);
    }
}
