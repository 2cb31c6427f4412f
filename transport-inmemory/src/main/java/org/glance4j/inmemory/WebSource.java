package org.glance4j.inmemory;

import static java.util.Objects.requireNonNull;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.Map;

/**
 * What a service in a heap finds when it is to download from the web: it has no web but this. Called without any lock, by the
 * thread whose call first sees that an import should have begun, and where locations are open, by the one that names an address
 * or downloads from it.
 */
public interface WebSource {

    /**
     * Returns whether the site's filters let an address through; what they do not let through is refused before an import begins.
     *
     * @param uri the address, which names a host
     * @return true if it may be downloaded from
     */
    boolean allows(URI uri);

    /**
     * Returns what is found under an address. Whatever this throws fails the import. A download goes on to the image's next location; if
     * there is none, the image has no data where a {@link FileNotFoundException} or a {@link NoSuchFileException} was thrown, the service
     * fails where it was a {@link ProtocolException} or what is no {@link IOException}, and is unavailable where it was any other.
     *
     * @param uri the address
     * @return the data; it is closed when it was read, and one that fails before its end fails the import, or cuts the download
     * @throws IOException if nothing is found, or the address cannot be reached
     */
    InputStream open(URI uri) throws IOException;

    /**
     * Returns a web of some pages, where any {@code http} or {@code https} address is allowed and others are not found.
     *
     * @param pages the data by address
     * @return the web
     */
    static WebSource of(Map<URI, byte[]> pages) {
        Map<URI, byte[]> copy = Map.copyOf(requireNonNull(pages, "pages"));
        return new WebSource() {
            @Override
            public boolean allows(URI uri) {
                return "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            }

            @Override
            public InputStream open(URI uri) throws IOException {
                byte[] found = copy.get(uri);
                if (found == null) {
                    throw new FileNotFoundException("nothing is found under " + shown(uri));
                }
                return new ByteArrayInputStream(found);
            }
        };
    }

    /**
     * Returns the web of a site that nothing but Glance's own defaults is known of: {@code http} and {@code https} addresses with
     * the ports 80 and 443 are allowed, and none is found.
     *
     * @return the web
     */
    static WebSource none() {
        return new WebSource() {
            @Override
            public boolean allows(URI uri) {
                int port = uri.getPort();
                return ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                        && (port < 0 || port == 80 || port == 443);
            }

            @Override
            public InputStream open(URI uri) throws IOException {
                throw new IOException("there is no web here: " + shown(uri));
            }
        };
    }

    /**
     * Returns what can be fetched over HTTP from the loopback address, any port of it; no other address is allowed.
     *
     * @return the web
     */
    static WebSource loopback() {
        return new LoopbackWeb();
    }

    /** The address without a user and a password: what is thrown goes into logs. */
    private static String shown(URI uri) {
        return uri.getScheme() + "://" + uri.getHost() + (uri.getPort() < 0 ? "" : ":" + uri.getPort())
                + uri.getRawPath();
    }
}
