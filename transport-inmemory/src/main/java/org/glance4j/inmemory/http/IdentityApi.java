package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small Keystone: versions, tokens, catalog, application credentials, projects. Observed on Keystone 22.0.2 (API v3.14),
 * which no longer has the v2.0 that this one still has.
 */
final class IdentityApi {
    private static final Logger LOG = LoggerFactory.getLogger(IdentityApi.class);
    static final String PREFIX = "identity";

    private final List<Route> routes;
    private final Tokens tokens;
    private final RouteCounts counts;

    IdentityApi(Accounts accounts, ApplicationCredentials credentials, Tokens tokens, RouteCounts counts) {
        this.tokens = tokens;
        this.counts = counts;
        TokenEndpoints token = new TokenEndpoints(accounts, credentials, tokens);
        V2TokenEndpoints v2Token = new V2TokenEndpoints(accounts, tokens);
        ApplicationCredentialEndpoints mine = new ApplicationCredentialEndpoints(accounts, credentials, tokens);
        ProjectEndpoints projects = new ProjectEndpoints(accounts);
        routes = List.of(
                new Route("/identity").on("GET", exchange -> versions(exchange)),
                new Route("/identity/v3").on("GET", exchange -> version(v3(exchange.base()))),
                new Route("/identity/v2.0").on("GET", exchange -> version(v2(exchange.base()))),
                new Route("/identity/v2.0/tokens").on("POST", v2Token::issue),
                new Route("/identity/v3/auth/tokens")
                        .on("POST", token::issue)
                        .on("GET", token::show)
                        .on("HEAD", token::show)
                        .on("DELETE", token::revoke),
                new Route("/identity/v3/auth/catalog").on("GET", token::catalog),
                new Route("/identity/v3/auth/projects").on("GET", projects::mine),
                new Route("/identity/v3/users/{user_id}/application_credentials")
                        .on("GET", mine::list)
                        .on("POST", mine::create),
                new Route("/identity/v3/users/{user_id}/application_credentials/{application_credential_id}")
                        .on("GET", mine::get)
                        .on("DELETE", mine::delete),
                new Route("/identity/v3/projects").on("GET", projects::list),
                new Route("/identity/v3/projects/{project_id}").on("GET", projects::get),
                new Route("/identity/v3/domains").on("GET", projects::domains));
    }

    List<Route> routes() {
        return routes;
    }

    WireResponse answer(WireRequest request, RequestTarget target, String base) throws IOException {
        WireResponse response;
        try {
            response = dispatch(request, target, base);
        } catch (RefusedRequest refused) {
            response = refusal(refused, base);
        } catch (RuntimeException e) {
            LOG.warn("{} failed", request, e);
            response = refusal(
                    new RefusedRequest(
                            500, "An unexpected error prevented the server from fulfilling your" + " request."),
                    base);
        }
        return (request.method().equals("HEAD") ? response.withoutBody() : response)
                .with("Vary", "X-Auth-Token")
                .with("x-openstack-request-id", RequestIds.of(request));
    }

    private WireResponse dispatch(WireRequest request, RequestTarget target, String base) throws IOException {
        List<String> path = new ArrayList<>(target.segments());
        // Unlike Glance, Keystone takes a trailing slash.
        if (path.get(path.size() - 1).isEmpty()) {
            path.remove(path.size() - 1);
        }
        for (Route route : routes) {
            Optional<List<String>> variables = route.match(path);
            if (variables.isPresent() && !target.slashInSegment()) {
                counts.count(request.method(), route.template());
                Route.Endpoint endpoint = route.endpoint(request.method())
                        .orElseThrow(() -> new RefusedRequest(
                                405,
                                "The method is not allowed for the requested URL.",
                                Map.of("Allow", route.allow())));
                Optional<Grant> grant = request.header("X-Auth-Token").flatMap(tokens::find);
                return endpoint.answer(
                        new Exchange(request, target, variables.get(), base, grant, RequestIds.of(request)));
            }
        }
        return WireResponse.of(
                404,
                "text/html; charset=utf-8",
                ("<!doctype html>\n<html lang=en>\n<title>404 Not Found</title>\n<h1>Not Found</h1>\n<p>The requested URL was"
                                + " not found on the server. If you entered the URL manually please check your spelling and try"
                                + " again.</p>\n")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static WireResponse refusal(RefusedRequest refused, String base) {
        ObjectNode error = JsonNodeFactory.instance.objectNode();
        error.putObject("error")
                .put("code", refused.status())
                .put("message", refused.text())
                .put("title", ErrorForm.phrase(refused.status()));
        WireResponse response = WireResponse.json(refused.status(), JsonText.write(error));
        for (Map.Entry<String, String> header : refused.headers().entrySet()) {
            response = response.with(header.getKey(), header.getValue());
        }
        return refused.status() == 401
                ? response.with("WWW-Authenticate", "Keystone uri=\"" + base + "/identity/v3\"")
                : response;
    }

    /** The refusal of every request without a good token, and of every failed authentication. */
    static RefusedRequest unauthorized() {
        return new RefusedRequest(401, "The request you have made requires authentication.");
    }

    static RefusedRequest forbidden(String action) {
        return RefusedRequest.forbidden(
                "You are not authorized to perform the requested action: identity:" + action + ".");
    }

    private static WireResponse versions(Exchange exchange) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.putObject("versions")
                .putArray("values")
                .add(v3(exchange.base()))
                .add(v2(exchange.base()));
        return WireResponse.json(300, JsonText.write(document)).with("Location", exchange.base() + "/identity/v3/");
    }

    private static WireResponse version(ObjectNode version) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("version", version);
        return WireResponse.json(200, JsonText.write(document));
    }

    private static ObjectNode v3(String base) {
        return version("v3.14", "stable", "2020-04-07T00:00:00Z", "v3", base);
    }

    private static ObjectNode v2(String base) {
        return version("v2.0", "deprecated", "2016-08-04T00:00:00Z", "v2.0", base);
    }

    private static ObjectNode version(String id, String status, String updated, String path, String base) {
        ObjectNode version = JsonNodeFactory.instance.objectNode();
        version.put("id", id).put("status", status).put("updated", updated);
        version.putArray("links").addObject().put("rel", "self").put("href", base + "/identity/" + path + "/");
        version.putArray("media-types")
                .addObject()
                .put("base", "application/json")
                .put("type", "application/vnd.openstack.identity-" + path + "+json");
        return version;
    }
}
