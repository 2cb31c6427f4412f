package org.glance4j.feign.http;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which of the environment's variables name the proxies, as other tools read them. An immutable value. */
public final class ProxyVariables {
    private final @Nullable Variable http;
    private final @Nullable Variable https;
    private final @Nullable Variable exceptions;

    private ProxyVariables(@Nullable Variable http, @Nullable Variable https, @Nullable Variable exceptions) {
        this.http = http;
        this.https = https;
        this.exceptions = exceptions;
    }

    /**
     * A variable that counts.
     *
     * @param name its name, in the letters in which it was found
     * @param value its value, not blank, in which a password may stand
     */
    public record Variable(String name, String value) {
        /** Returns the name alone. */
        @Override
        public String toString() {
            return name;
        }
    }

    /**
     * Returns the variables that count: of two names the one in small letters, also where it is empty, which makes it none;
     * but for the exceptions, where an empty one gives way. {@code HTTP_PROXY} in capitals is no setting where
     * {@code REQUEST_METHOD} is set.
     *
     * @param environment all variables
     * @return those that count
     */
    public static ProxyVariables of(Map<String, String> environment) {
        boolean cgi = environment.containsKey("REQUEST_METHOD");
        Variable all = variable(environment, "all_proxy", "ALL_PROXY");
        Variable http = variable(environment, "http_proxy", cgi ? "http_proxy" : "HTTP_PROXY");
        Variable https = variable(environment, "https_proxy", "HTTPS_PROXY");
        Variable exceptions = variable(environment, "no_proxy", "no_proxy");
        return new ProxyVariables(
                http == null ? all : http,
                https == null ? all : https,
                exceptions == null ? variable(environment, "NO_PROXY", "NO_PROXY") : exceptions);
    }

    private static @Nullable Variable variable(Map<String, String> environment, String small, String capitals) {
        String name = environment.containsKey(small) ? small : capitals;
        String value = environment.getOrDefault(name, "").strip();
        return value.isEmpty() ? null : new Variable(name, value);
    }

    /**
     * Returns what names the proxy before http servers.
     *
     * @return the variable; empty for none
     */
    public Optional<Variable> http() {
        return Optional.ofNullable(http);
    }

    /**
     * Returns what names the proxy before https servers.
     *
     * @return the variable; empty for none
     */
    public Optional<Variable> https() {
        return Optional.ofNullable(https);
    }

    /**
     * Returns what names the servers that no proxy stands before.
     *
     * @return the variable; empty for none
     */
    public Optional<Variable> exceptions() {
        return Optional.ofNullable(exceptions);
    }
}
