package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.glance4j.auth.Secret;
import org.glance4j.error.ConfigurationException;
import org.glance4j.feign.http.Proxies;
import org.glance4j.feign.http.Proxy;
import org.glance4j.feign.http.ProxyVariables;
import org.glance4j.feign.http.ProxyVariables.Variable;
import org.jspecify.annotations.Nullable;

/**
 * Which HTTP proxy a transport goes through, and for which servers it does not. Requests to https servers pass through a
 * tunnel ({@code CONNECT}), so that the proxy sees neither token nor data; requests to http servers are open to it. Credentials
 * go to the proxy alone. An immutable value; safe for use by several threads.
 */
public final class ProxySettings {
    private final Proxies proxies;

    private ProxySettings(Proxies proxies) {
        this.proxies = proxies;
    }

    /**
     * Returns the settings of a transport that goes through no proxy, which is the default.
     *
     * @return no proxy
     */
    public static ProxySettings none() {
        return new ProxySettings(Proxies.NONE);
    }

    /**
     * Returns the settings of a transport that goes through one proxy to every server.
     *
     * @param proxy the proxy's URL, {@code http://host:port}, in which {@code user:password@} may stand in front of the host,
     *     percent-encoded
     * @return the settings
     * @throws ConfigurationException if the URL is none of a proxy
     */
    public static ProxySettings through(URI proxy) {
        Proxy found = parse("the proxy", requireNonNull(proxy, "proxy"));
        return new ProxySettings(Proxies.of(found, found));
    }

    /**
     * Returns the settings that environment variables make, as other tools read them: {@code http_proxy} for http servers,
     * {@code https_proxy} for https servers, {@code all_proxy} for either without one of its own, and {@code no_proxy} for the
     * exceptions, each also in capitals, of which the small letters win, also where they name an empty value, which is no proxy.
     * A proxy without a scheme is an http one. {@code HTTP_PROXY} in capitals does not count where {@code REQUEST_METHOD} is set, because
     * whoever sends a request to a CGI program could set it. The transport never reads them by itself.
     *
     * @param environment the variables, such as {@link System#getenv()}
     * @return the settings
     * @throws ConfigurationException if a variable is no URL of a proxy; the message names the variable and not its value
     */
    public static ProxySettings fromEnvironment(Map<String, String> environment) {
        ProxyVariables variables = ProxyVariables.of(environment);
        Proxies proxies = Proxies.of(proxy(variables.http()), proxy(variables.https()));
        return new ProxySettings(
                proxies.except(variables.exceptions().map(Variable::value).orElse("")));
    }

    /**
     * Returns these settings with credentials for the proxy, in the place of those in its URL.
     *
     * @param username the user, without a colon
     * @param password the password
     * @return the settings
     * @throws IllegalArgumentException if the user's name holds a colon
     */
    public ProxySettings as(String username, Secret password) {
        requireNonNull(username, "username");
        requireNonNull(password, "password");
        return new ProxySettings(proxies.as(username, password));
    }

    /**
     * Returns these settings with the servers that no proxy stands before.
     *
     * @param noProxy a list as in {@code NO_PROXY}, parted by commas or blanks: {@code *} for every server; a name for itself and
     *     every name below it, with or without a dot in front; an address; a network such as {@code 10.0.0.0/8}; each name or
     *     address with or without a port. Names are not resolved. Case does not matter.
     * @return the settings
     */
    public ProxySettings except(String noProxy) {
        return new ProxySettings(proxies.except(requireNonNull(noProxy, "noProxy")));
    }

    Proxies proxies() {
        return proxies;
    }

    private static @Nullable Proxy proxy(Optional<Variable> variable) {
        if (variable.isEmpty()) {
            return null;
        }
        String name = variable.get().name();
        String value = variable.get().value();
        try {
            return parse("the variable " + name, URI.create(value.contains("://") ? value : "http://" + value));
        } catch (IllegalArgumentException e) {
            // The cause is left out: it quotes the value, which may hold a password.
            throw FeignTransportBuilder.configuration("the variable " + name + " is no URL", null);
        }
    }

    private static Proxy parse(String what, URI url) {
        try {
            return Proxy.at(url);
        } catch (IllegalArgumentException e) {
            throw FeignTransportBuilder.configuration(what + " " + e.getMessage(), null);
        }
    }

    /** Returns the proxies and the exceptions, without credentials. */
    @Override
    public String toString() {
        return "ProxySettings[" + proxies + "]";
    }
}
