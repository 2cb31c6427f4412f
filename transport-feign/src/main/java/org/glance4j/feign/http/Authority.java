package org.glance4j.feign.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who a URL names. Java reads no host with an underscore, as container networks give, so such a URL is read here.
 *
 * @param userInfo what stands in front of the host, as it was written; null for nothing
 * @param host the name or address in lower case; an IPv6 address without its brackets
 * @param port the port; -1 for none
 */
record Authority(@Nullable String userInfo, String host, int port) {
    private static final int LAST_PORT = 65_535;
    private static final Pattern WITH_UNDERSCORES =
            Pattern.compile("(?:([^@]*)@)?([A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*\\.?)(?::([0-9]{0,5}))?");

    /**
     * Reads a URL's authority.
     *
     * @throws IllegalArgumentException if it names no host that can be used; the message does not repeat the URL, because
     *     user info is where people put passwords
     */
    static Authority of(URI url) {
        Authority authority = url.getHost() != null
                ? new Authority(url.getRawUserInfo(), url.getHost(), url.getPort())
                : withUnderscores(url.getRawAuthority());
        if (authority.port == 0 || authority.port > LAST_PORT) {
            throw new IllegalArgumentException("names the port " + authority.port + ", and there is none");
        }
        if (authority.host.indexOf('%') >= 0) {
            throw new IllegalArgumentException(
                    "names an IPv6 address with a zone, which only this machine knows: leave the zone out");
        }
        String host = authority.host.toLowerCase(Locale.ROOT);
        return new Authority(
                authority.userInfo, host.startsWith("[") ? host.substring(1, host.length() - 1) : host, authority.port);
    }

    private static Authority withUnderscores(@Nullable String authority) {
        if (authority == null) {
            throw new IllegalArgumentException("names no host");
        }
        Matcher parts = WITH_UNDERSCORES.matcher(authority);
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "names a host that no request can be sent to: write a name beyond ASCII in"
                            + " its xn-- form, an IPv6 address in brackets");
        }
        String port = parts.group(3);
        return new Authority(
                parts.group(1), parts.group(2), port == null || port.isEmpty() ? -1 : Integer.parseInt(port));
    }
}
