package org.glance4j.internal.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a service, or a proxy before it, says in the body of a refusal: JSON, HTML or plain text, told apart by how the body
 * begins, because the content type is not always right. The same refusal gives the same text in each form.
 *
 * <p>Source: webob's exception rendering; {@code glance/common/wsgi.py}, 25.1.0.
 */
public final class ErrorText {
    /** How much of a body is looked at; a text for a person is no longer. */
    public static final int LONGEST_BODY = 64 << 10;

    private static final Pattern STATUS_LINE = Pattern.compile("\\A\\s*[1-5][0-9][0-9] [^\\r\\n]{1,80}(?:\\r?\\n){2}");

    private ErrorText() {}

    /**
     * Returns the text of a refusal, on one line and free of markup.
     *
     * @param body the body; read up to {@link #LONGEST_BODY}, not closed
     * @return the text; null where the body holds none
     */
    public static @Nullable String read(InputStream body) {
        byte[] bytes = new byte[LONGEST_BODY];
        int length = 0;
        try {
            int count = 0;
            while (count >= 0 && length < bytes.length) {
                length += count;
                count = body.read(bytes, length, bytes.length - length);
            }
        } catch (IOException e) {
            // The refusal itself has arrived with the status: half of its text is better than another failure.
            return read(Arrays.copyOf(bytes, length));
        }
        return read(Arrays.copyOf(bytes, length));
    }

    /**
     * Returns the text of a refusal, on one line and free of markup.
     *
     * @param body the body, of which no more than {@link #LONGEST_BODY} is looked at
     * @return the text; null where the body holds none
     */
    public static @Nullable String read(byte[] body) {
        int length = Math.min(body.length, LONGEST_BODY);
        String raw = new String(body, 0, length, StandardCharsets.UTF_8);
        String text = "";
        if (raw.stripLeading().startsWith("{")) {
            text = Markup.strip(find(body, length, "message"));
            text = text.isEmpty() ? Markup.strip(find(body, length, "code")) : text;
        }
        if (text.isEmpty()) {
            text = Markup.strip(STATUS_LINE.matcher(raw).replaceFirst(""));
        }
        if (text.isEmpty()) {
            text = Markup.strip(raw.stripLeading().startsWith("<") ? Markup.heading(raw) : raw);
        }
        // What a service in Python has nothing to say of: Rackspace's does so.
        return text.isEmpty() || text.equals("None") ? null : text;
    }

    /** Finds a string, also one level down, where Keystone and older services keep it; empty where there is none. */
    private static String find(byte[] body, int length, String key) {
        try (JsonParser parser = Json.parser(body, length)) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.VALUE_STRING && depth <= 2 && key.equals(parser.currentName())) {
                    return parser.getText();
                }
            }
            return "";
        } catch (IOException e) {
            // Half a document, or none: it is shown as it is.
            return "";
        }
    }
}
