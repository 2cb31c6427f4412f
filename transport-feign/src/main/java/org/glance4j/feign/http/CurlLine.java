package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.glance4j.feign.observe.MaskedJson;
import org.glance4j.feign.tls.TlsSettings;
import org.jspecify.annotations.Nullable;

/** Writes a request as the command for a POSIX shell that sends it with curl, with variables in the place of secrets. */
final class CurlLine {
    private static final String FILE = " \"$IMAGE_FILE\"";

    private final StringBuilder line = new StringBuilder("curl -sS");

    private CurlLine() {}

    static String of(Attempt attempt, OutgoingRequest request, HttpSettings settings) {
        CurlLine curl = new CurlLine();
        curl.connection(attempt.origin().host(), settings);
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

    private void connection(HttpHost service, HttpSettings settings) {
        Proxy proxy = settings.proxies().before(service);
        // What the shell's own variables say of proxies does not hold for the request.
        line.append(proxy == null ? " --noproxy '*'" : " --noproxy ''");
        if (proxy != null) {
            line.append(" --proxy ").append(quoted(proxy.host().toURI()));
            if (proxy.authorization() != null) {
                line.append(" --proxy-user \"$PROXY_USER\"");
            }
        }
        if (service.getSchemeName().equals("https")) {
            TlsSettings tls = settings.tls();
            if (tls.verify()) {
                file("cacert", tls.authorities());
            } else {
                line.append(" --insecure");
            }
            file("cert", tls.certificate());
            file("key", tls.key());
        }
    }

    /** A document in memory has no name: what OpenStack's clients call its file stands in for it. */
    private void file(String option, TlsSettings.@Nullable Source document) {
        if (document != null) {
            String variable = "\"$OS_" + option.toUpperCase(Locale.ROOT) + '"';
            line.append(" --").append(option).append(' ');
            line.append(
                    document instanceof TlsSettings.Source.InFile file
                            ? quoted(file.path().toAbsolutePath().toString())
                            : variable);
        }
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
