package org.glance4j.feign.keystone;

import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.glance4j.error.ConfigurationException;
import org.glance4j.error.Failure;
import org.glance4j.feign.call.Endpoint;
import org.glance4j.feign.http.Origin;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.jspecify.annotations.Nullable;

/**
 * The Image service's endpoint as the catalog of the first token gives it. It stays that one: a later catalog cannot lead
 * tokens elsewhere. Safe for use by several threads.
 */
public final class CatalogEndpoints implements Endpoint {
    private static final String IMAGE = "image";

    private final KeystoneTokens tokens;
    private final String visibleOn;
    private final @Nullable String region;
    private final AtomicReference<@Nullable Origin> chosen = new AtomicReference<>();

    /**
     * Makes the choice of an endpoint; it asks for nothing yet.
     *
     * @param tokens where the catalog comes from
     * @param visibleOn the interface: {@code public}, {@code internal} or {@code admin}
     * @param region the region; null where any will do as long as there is one only
     */
    public CatalogEndpoints(KeystoneTokens tokens, String visibleOn, @Nullable String region) {
        this.tokens = tokens;
        this.visibleOn = visibleOn;
        this.region = region;
    }

    @Override
    public Origin origin(Deadline deadline) {
        Origin known = chosen.get();
        if (known != null) {
            return known;
        }
        Origin found = choose(tokens.session(deadline).catalog());
        Origin first = chosen.compareAndExchange(null, found);
        return first == null ? found : first;
    }

    private Origin choose(List<CatalogEndpoint> catalog) {
        List<CatalogEndpoint> images =
                catalog.stream().filter(e -> e.type().equals(IMAGE)).toList();
        List<CatalogEndpoint> fitting = images.stream()
                .filter(e -> e.visibleOn().equals(visibleOn))
                .filter(e -> region == null || region.equals(e.region()))
                .toList();
        List<String> urls =
                fitting.stream().map(CatalogEndpoint::url).distinct().toList();
        if (urls.size() == 1) {
            return origin(urls.get(0));
        }
        String asked = "a " + visibleOn + " endpoint of type image" + (region == null ? "" : " in region " + region);
        throw configuration(
                urls.isEmpty()
                        ? "the catalog has no " + asked.substring(2) + "; it has " + list(images)
                        : "the catalog has more than " + asked.replaceFirst("a ", "one ") + ", choose a region: "
                                + list(fitting));
    }

    private static String list(List<CatalogEndpoint> endpoints) {
        return endpoints.isEmpty()
                ? "none of type image at all"
                : endpoints.stream().map(CatalogEndpoint::toString).collect(Collectors.joining(", "));
    }

    private static Origin origin(String url) {
        try {
            return Origin.ofImageService(URI.create(url));
        } catch (IllegalArgumentException e) {
            throw configuration("the catalog's image endpoint " + url + " is no URL that can be used");
        }
    }

    private static ConfigurationException configuration(String problem) {
        return new ConfigurationException(
                Failure.of(Operation.AUTHENTICATE).advice(problem).build(), null);
    }
}
