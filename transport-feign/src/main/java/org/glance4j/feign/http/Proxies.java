package org.glance4j.feign.http;

import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.core5.http.HttpHost;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/** Which proxy stands before which server. An immutable value; safe for use by several threads. */
public final class Proxies {
    /** No proxy anywhere. */
    public static final Proxies NONE = new Proxies(null, null, NoProxy.NONE);

    private final @Nullable Proxy forHttp;
    private final @Nullable Proxy forHttps;
    private final NoProxy exceptions;

    private Proxies(@Nullable Proxy forHttp, @Nullable Proxy forHttps, NoProxy exceptions) {
        this.forHttp = forHttp;
        this.forHttps = forHttps;
        this.exceptions = exceptions;
    }

    /**
     * Returns these proxies, each before every server of its kind.
     *
     * @param forHttp the proxy before http servers; null for none
     * @param forHttps the proxy before https servers; null for none
     * @return the proxies
     */
    public static Proxies of(@Nullable Proxy forHttp, @Nullable Proxy forHttps) {
        return new Proxies(forHttp, forHttps, NoProxy.NONE);
    }

    /**
     * Returns these proxies, but none before the servers of a list.
     *
     * @param noProxy the list, in the form of {@code NO_PROXY}
     * @return the proxies
     */
    public Proxies except(String noProxy) {
        return new Proxies(forHttp, forHttps, NoProxy.of(noProxy));
    }

    /**
     * Returns these proxies with these credentials.
     *
     * @param username the user, without a colon
     * @param password the password
     * @return the proxies
     * @throws IllegalArgumentException if the user's name holds a colon
     */
    public Proxies as(String username, Secret password) {
        return new Proxies(
                forHttp == null ? null : forHttp.as(username, password),
                forHttps == null ? null : forHttps.as(username, password),
                exceptions);
    }

    @Nullable
    Proxy before(HttpHost target) {
        Proxy proxy = target.getSchemeName().equals("https") ? forHttps : forHttp;
        return proxy == null || exceptions.covers(target) ? null : proxy;
    }

    /** Returns what proves who asks, in every form that a proxy gets. */
    List<Secret> secrets() {
        return Stream.of(forHttp, forHttps)
                .flatMap(proxy -> proxy == null ? Stream.empty() : proxy.secrets().stream())
                .toList();
    }

    /** Returns the proxies' hosts, without credentials. */
    @Override
    public String toString() {
        return "http: " + shown(forHttp) + ", https: " + shown(forHttps) + ", except " + exceptions.words();
    }

    private static String shown(@Nullable Proxy proxy) {
        return proxy == null ? "none" : proxy.host().toURI();
    }
}
