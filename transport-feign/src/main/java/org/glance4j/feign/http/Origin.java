package org.glance4j.feign.http;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/**
 * A server and the path below which its API lies. A request is made of an origin and a path, so it cannot go elsewhere.
 *
 * @param host scheme, name and port
 * @param prefix the path in front of the API's own, without a slash at its end; empty for none
 */
public record Origin(HttpHost host, String prefix) {
    private static final Pattern FIRST_VERSION = Pattern.compile("/v1(\\.[0-9]+)?$");
    private static final Pattern DOTS = Pattern.compile("(?i)(^|/)(\\.|%2e){1,2}(/|$)");

    /**
     * Returns the origin of an Image service, whose endpoint may or may not end in {@code /v2}, {@code /v2.N} and slashes.
     *
     * @param endpoint the endpoint, as a catalog or a user gives it
     * @return the origin
     * @throws IllegalArgumentException if it is no absolute http or https URL, holds a query, fragment or user info, or ends in
     *     {@code /v1}, where every image would seem to be missing
     */
    public static Origin ofImageService(URI endpoint) {
        Origin origin = of(endpoint, "/v2(\\.[0-9]+)?");
        if (FIRST_VERSION.matcher(origin.prefix()).find()) {
            throw new IllegalArgumentException(
                    "leads to version 1 of the Image API, and this is a client of version 2");
        }
        return origin;
    }

    /**
     * Returns the origin of an identity service, whose URL may or may not end in {@code /v3}, {@code /v2.0} and slashes.
     *
     * @param authUrl the URL
     * @return the origin
     * @throws IllegalArgumentException if it is no absolute http or https URL, or holds a query, fragment or user info
     */
    public static Origin ofIdentityService(URI authUrl) {
        return of(authUrl, "/(v3|v2\\.0)");
    }

    private static Origin of(URI url, String version) {
        String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException("is not an http or https URL");
        }
        Authority authority = Authority.of(url);
        if (authority.userInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException("holds more than scheme, host, port and path");
        }
        int port = authority.port() >= 0 ? authority.port() : scheme.equals("https") ? 443 : 80;
        String path = URI.create(url.toASCIIString()).getRawPath();
        path = path.replaceFirst("^/+", "/").replaceFirst("/+$", "").replaceFirst(version + "$", "");
        if (DOTS.matcher(path).find()) {
            throw new IllegalArgumentException("has a path with dot segments, which lead who knows where");
        }
        return new Origin(new HttpHost(scheme, authority.host(), port), path.replaceFirst("/+$", ""));
    }

    /**
     * Returns whether what is asked here is encrypted.
     *
     * @return true for https
     */
    public boolean isSecure() {
        return host.getSchemeName().equals("https");
    }

    /**
     * Returns whether somebody who came here over an encrypted connection would go there over an open one.
     *
     * @param next where the way leads from here
     * @return true if here is https and there is not
     */
    public boolean isGivenUpBy(Origin next) {
        return isSecure() && !next.isSecure();
    }

    /** Returns the URL. */
    @Override
    public String toString() {
        return host.toURI() + prefix;
    }
}
