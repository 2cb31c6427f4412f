package org.glance4j.feign.keystone;

import java.net.URI;
import java.net.URISyntaxException;
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
    private final Origin identity;
    private final KeystoneTokens tokens;
    private final String visibleOn;
    private final @Nullable String region;
    private final AtomicReference<@Nullable Origin> chosen = new AtomicReference<>();

    /**
     * Makes the choice of an endpoint; it asks for nothing yet.
     *
     * @param identity where the identity service is
     * @param tokens where the catalog comes from
     * @param visibleOn the interface: {@code public}, {@code internal} or {@code admin}
     * @param region the region; null for the user's own, or any as long as there is one only
     */
    public CatalogEndpoints(Origin identity, KeystoneTokens tokens, String visibleOn, @Nullable String region) {
        this.identity = identity;
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
        Origin found = choose(tokens.session(deadline));
        Origin first = chosen.compareAndExchange(null, found);
        return first == null ? found : first;
    }

    private Origin choose(Session session) {
        List<CatalogEndpoint> images = images(session.catalog());
        List<CatalogEndpoint> fitting = images.stream()
                .filter(e -> e.visibleOn().equals(visibleOn))
                .filter(e -> region == null || region.equals(e.region()))
                .toList();
        String home = session.defaultRegion();
        if (urls(fitting) > 1 && region == null && home != null) {
            List<CatalogEndpoint> atHome =
                    fitting.stream().filter(e -> e.region().equals(home)).toList();
            fitting = atHome.isEmpty() ? fitting : atHome;
        }
        if (urls(fitting) == 1) {
            return origin(fitting.get(0));
        }
        String asked = visibleOn + " endpoint of type image" + (region == null ? "" : " in region " + region);
        if (fitting.isEmpty()) {
            throw configuration("the catalog has no " + asked + "; it has " + list(images));
        }
        String advice = region == null ? "choose a region" : "set the endpoint itself";
        throw configuration("the catalog has more than one " + asked + ", " + advice + ": " + list(fitting));
    }

    private static List<CatalogEndpoint> images(List<CatalogEndpoint> catalog) {
        List<CatalogEndpoint> images =
                catalog.stream().filter(CatalogEndpoint::isImageService).toList();
        return images.isEmpty()
                ? catalog.stream().filter(CatalogEndpoint::isCloudImages).toList()
                : images;
    }

    private static long urls(List<CatalogEndpoint> endpoints) {
        return endpoints.stream().map(CatalogEndpoint::url).distinct().count();
    }

    private static String list(List<CatalogEndpoint> endpoints) {
        return endpoints.isEmpty()
                ? "none of type image at all"
                : endpoints.stream().map(CatalogEndpoint::toString).collect(Collectors.joining(", "));
    }

    private Origin origin(CatalogEndpoint endpoint) {
        Origin origin = parsed(endpoint);
        if (identity.isGivenUpBy(origin)) {
            throw configuration("the catalog's image endpoint, " + endpoint
                    + ", is not encrypted, and the identity service is: choose another interface, or set the endpoint"
                    + " itself if its network can be trusted with tokens");
        }
        return origin;
    }

    private static Origin parsed(CatalogEndpoint endpoint) {
        try {
            return Origin.ofImageService(new URI(endpoint.url()));
        } catch (URISyntaxException e) {
            // Its own words repeat the URL, and what may be secret in it.
            throw configuration("the catalog's image endpoint, " + endpoint + ", is no URL; set the endpoint itself");
        } catch (IllegalArgumentException e) {
            throw configuration(
                    "the catalog's image endpoint, " + endpoint + ", " + e.getMessage() + "; set the endpoint itself");
        }
    }

    private static ConfigurationException configuration(String problem) {
        return new ConfigurationException(
                Failure.of(Operation.AUTHENTICATE).advice(problem).build(), null);
    }
}
