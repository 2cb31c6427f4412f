package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.hc.core5.http.HttpEntity;
import org.glance4j.feign.observe.MaskedJson;

/** Writes a request as the command for a POSIX shell that sends it with curl, with variables in the place of secrets. */
final class CurlLine {
    private static final String FILE = " \"$IMAGE_FILE\"";

    private final StringBuilder line = new StringBuilder("curl -sS");

    private CurlLine() {}

    static String of(Attempt attempt, OutgoingRequest request) {
        CurlLine curl = new CurlLine();
        boolean download = request.data() && request.body() == null;
        // Of a download only the head is for the terminal.
        curl.line.append(download ? " -D - -o" + FILE : " -i");
        curl.line.append(" -X ").append(request.method());
        curl.line.append(' ').append(quoted(attempt.origin() + request.path()));
        curl.header("Accept", HttpEngine.ACCEPT);
        request.headers().forEach(curl::header);
        if (attempt.token() != null) {
            curl.line.append(" -H \"X-Auth-Token: $OS_TOKEN\"");
        }
        HttpEntity body = request.body();
        if (body instanceof UploadEntity) {
            curl.header("Content-Type", body.getContentType());
            curl.line.append(" -T").append(FILE);
        } else if (body != null) {
            curl.line.append(" --data-raw '").append(document(body)).append('\'');
        }
        return curl.line.toString();
    }

    private void header(String name, String value) {
        line.append(" -H ").append(quoted(name + ": " + value));
    }

    private static String document(HttpEntity body) {
        try (InputStream content = body.getContent()) {
            return MaskedJson.of(content.readAllBytes(), CurlLine::variable, CurlLine::inQuotes)
                    .orElseThrow(() -> new IllegalStateException("the body is not JSON"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Leaves the quotes, and enters them again behind the variable's value as JSON has it. */
    private static String variable(String name) {
        return "'\"$(printf %s \"$" + name + "\" | sed 's/[\\\\\"]/\\\\&/g')\"'";
    }

    private static String quoted(String word) {
        return "'" + inQuotes(word) + "'";
    }

    private static String inQuotes(String text) {
        return text.replace("'", "'\\''");
    }
}
