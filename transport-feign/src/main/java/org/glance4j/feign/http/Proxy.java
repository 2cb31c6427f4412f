package org.glance4j.feign.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import org.apache.hc.core5.http.HttpHost;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * A proxy that speaks HTTP, and what it is told of the user.
 *
 * @param host where it listens
 * @param authorization the {@code Proxy-Authorization} header; null for none
 */
public record Proxy(HttpHost host, @Nullable Secret authorization) {
    private static final int DEFAULT_PORT = 80;
    private static final String BASIC = "Basic ";

    /**
     * Returns the proxy at a URL, whose user info is its credentials, percent-encoded.
     *
     * @param url the URL
     * @return the proxy
     * @throws IllegalArgumentException if it is no absolute http URL of a host alone; the message repeats nothing of it
     */
    public static Proxy at(URI url) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http")) {
            throw new IllegalArgumentException("is not an http URL: proxies of other kinds are not supported");
        }
        Authority authority = Authority.of(url);
        String path = url.getRawPath();
        if ((path != null && !path.isEmpty() && !path.equals("/"))
                || url.getRawQuery() != null
                || url.getRawFragment() != null) {
            throw new IllegalArgumentException("holds more than user, password, host and port");
        }
        int port = authority.port() >= 0 ? authority.port() : DEFAULT_PORT;
        String userInfo = authority.userInfo();
        return new Proxy(new HttpHost(scheme, authority.host(), port), userInfo == null ? null : basic(userInfo));
    }

    /**
     * Returns this proxy with these credentials.
     *
     * @param username the user, without a colon
     * @param password the password
     * @return the proxy
     * @throws IllegalArgumentException if the user's name holds a colon
     */
    public Proxy as(String username, Secret password) {
        if (username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("a user name with a colon cannot be told from its password");
        }
        return new Proxy(host, basic(username, password.reveal()));
    }

    /** Returns the password, and what it stands in. */
    List<Secret> secrets() {
        if (authorization == null) {
            return List.of();
        }
        String encoded = authorization.reveal().substring(BASIC.length());
        String both = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
        return List.of(Secret.of(both.substring(both.indexOf(':') + 1)), Secret.of(encoded));
    }

    private static Secret basic(String userInfo) {
        int colon = userInfo.indexOf(':');
        String user = colon < 0 ? userInfo : userInfo.substring(0, colon);
        String password = colon < 0 ? "" : userInfo.substring(colon + 1);
        return basic(decoded(user), decoded(password));
    }

    private static Secret basic(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return Secret.of(BASIC + Base64.getEncoder().encodeToString(both));
    }

    private static String decoded(String text) {
        // A plus sign stands for itself here, and for a blank in what this decoder is made for.
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
