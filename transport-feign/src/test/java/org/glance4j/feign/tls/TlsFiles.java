package org.glance4j.feign.tls;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Objects;
import javax.net.ssl.SSLContext;
import org.glance4j.feign.tls.TlsSettings.Source;

/** The certificates and keys that {@code make.sh} beside them has made, which are good for a hundred years. */
public final class TlsFiles {
    private TlsFiles() {}

    /** A file by its name. */
    public static Path file(String name) {
        URL resource = Objects.requireNonNull(TlsFiles.class.getResource(name), name);
        try {
            return Path.of(resource.toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a server with this certificate, and the key beside it, listens with; it trusts clients of the root authority. */
    public static SSLContext server(String name) {
        return new TlsSettings(source("root.pem"), source(name), null, true).context();
    }

    static Source source(String name) {
        return new Source.InFile(file(name));
    }
}
