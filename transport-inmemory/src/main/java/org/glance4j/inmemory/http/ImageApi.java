package org.glance4j.inmemory.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.OutcomeUnknownException;
import org.glance4j.inmemory.internal.ImageEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Image API: versions and health, then the token, then the route, then the route's own checks. Source: {@code
 * glance/api/v2/router.py} and {@code etc/glance-api-paste.ini}, 25.1.0.
 */
final class ImageApi {
    private static final Logger LOG = LoggerFactory.getLogger(ImageApi.class);

    static final String UNAUTHORIZED_TEXT =
            "This server could not verify that you are authorized to access the document you requested. Either you supplied"
                    + " the wrong credentials (e.g., bad password), or your browser does not understand how to supply the"
                    + " credentials required.";

    private static final String SERVER_ERROR_TEXT =
            "The server has either erred or is incapable of performing the requested operation.";

    private final List<Route> routes;
    private final Versions versions;
    private final Tokens tokens;
    private final RouteCounts counts;

    ImageApi(ImageEngine engine, Tokens tokens, RouteCounts counts) {
        this.versions = new Versions(engine);
        this.tokens = tokens;
        this.counts = counts;
        ImageEndpoints images = new ImageEndpoints(engine);
        DataEndpoints data = new DataEndpoints(engine);
        MemberEndpoints members = new MemberEndpoints(engine);
        SchemaEndpoints schemas = new SchemaEndpoints(engine);
        TaskEndpoints tasks = new TaskEndpoints(engine);
        CacheEndpoints cache = new CacheEndpoints(engine);
        ServiceEndpoints service = new ServiceEndpoints(engine);
        ImportEndpoints imports = new ImportEndpoints(engine);
        List<Route> all = new ArrayList<>(List.of(
                new Route("/v2/images").on("GET", images::list).on("POST", images::create),
                new Route("/v2/images/{image_id}")
                        .bodiless("GET", images::get)
                        .on("PATCH", images::update)
                        .bodiless("DELETE", images::delete),
                new Route("/v2/images/{image_id}/file")
                        .bodiless("GET", data::download)
                        .on("PUT", data::upload),
                new Route("/v2/images/{image_id}/stage").on("PUT", imports::stage),
                new Route("/v2/images/{image_id}/import").on("POST", imports::importImage),
                new Route("/v2/images/{image_id}/tasks").bodiless("GET", imports::tasks),
                new Route("/v2/stores/{store_id}/{image_id}").bodiless("DELETE", imports::deleteFromStore),
                new Route("/v2/info/import").bodiless("GET", imports::methods),
                new Route("/v2/info/stores").bodiless("GET", imports::stores),
                new Route("/v2/info/stores/detail").bodiless("GET", imports::storeDetails),
                new Route("/v2/images/{image_id}/actions/deactivate").bodiless("POST", images::deactivate),
                new Route("/v2/images/{image_id}/actions/reactivate").bodiless("POST", images::reactivate),
                new Route("/v2/images/{image_id}/tags/{tag}")
                        .bodiless("PUT", images::addTag)
                        .bodiless("DELETE", images::removeTag),
                new Route("/v2/images/{image_id}/members")
                        .bodiless("GET", members::list)
                        .on("POST", members::add),
                new Route("/v2/images/{image_id}/members/{member_id}")
                        .bodiless("GET", members::get)
                        .on("PUT", members::update)
                        .bodiless("DELETE", members::remove),
                new Route("/v2/tasks").on("GET", tasks::list).on("POST", tasks::create),
                new Route("/v2/tasks/{task_id}").on("GET", tasks::get).on("DELETE", tasks::delete),
                new Route("/v2/cache").bodiless("GET", cache::list).on("DELETE", cache::clear),
                new Route("/v2/cache/{image_id}").on("DELETE", cache::remove).on("PUT", cache::queue),
                new Route("/v2/info/usage").onlyOn("GET", service::usage),
                new Route("/v2/schemas/{schema}").bodiless("GET", schemas::get),
                new Route("/v2/schemas/metadefs/{schema}").bodiless("GET", schemas::metadef)));
        all.addAll(new LocationEndpoints(engine).routes());
        all.addAll(new MetadefEndpoints(engine).routes());
        routes = List.copyOf(all);
    }

    List<Route> routes() {
        return routes;
    }

    WireResponse answer(WireRequest request, RequestTarget target, String base) throws IOException {
        if (target.segments().equals(List.of("healthcheck"))) {
            return WireResponse.of(200, "text/plain; charset=UTF-8", "OK".getBytes(StandardCharsets.US_ASCII));
        }
        Optional<List<String>> path = versions.path(target);
        if (path.isEmpty()) {
            return versions.answer(target, base);
        }
        ErrorForm form = ErrorForm.of(request.header("Accept"));
        Optional<Grant> grant = request.header("X-Auth-Token").flatMap(tokens::find);
        if (grant.isEmpty()) {
            // The filter that refuses comes before the one that names requests: no request id.
            return form.render(401, UNAUTHORIZED_TEXT)
                    .with("WWW-Authenticate", "Keystone uri=\"" + base + "/identity\"");
        }
        String requestId = RequestIds.of(request);
        return authorized(request, target, path.get(), base, grant, form, requestId)
                .with("x-openstack-request-id", requestId);
    }

    private WireResponse authorized(
            WireRequest request,
            RequestTarget target,
            List<String> path,
            String base,
            Optional<Grant> grant,
            ErrorForm form,
            String requestId)
            throws IOException {
        WireResponse response;
        try {
            response = dispatch(request, target, path, base, grant, requestId);
        } catch (RefusedRequest refused) {
            response = form.render(refused.status(), refused.text());
            for (Map.Entry<String, String> header : refused.headers().entrySet()) {
                response = response.with(header.getKey(), header.getValue());
            }
        } catch (OutcomeUnknownException | ConnectionFailedException lost) {
            throw new IOException("the answer is lost", lost);
        } catch (ImageServiceException refused) {
            response = refusal(refused, form);
        } catch (RuntimeException e) {
            LOG.warn("{} failed", request, e);
            response = form.render(500, SERVER_ERROR_TEXT);
        }
        return request.method().equals("HEAD")
                ? response.withoutBody().with("Content-Type", "text/html; charset=UTF-8")
                : response;
    }

    private WireResponse dispatch(
            WireRequest request,
            RequestTarget target,
            List<String> path,
            String base,
            Optional<Grant> grant,
            String requestId)
            throws IOException {
        if (!target.slashInSegment()) {
            for (Route route : routes) {
                Optional<List<String>> variables = route.match(path);
                if (variables.isPresent()) {
                    counts.count(request.method(), route.template());
                    Route.Endpoint endpoint =
                            route.endpoint(request.method()).orElseThrow(() -> route.refusal(request.method()));
                    if (grant.flatMap(Grant::caller).isEmpty()) {
                        refuseWithoutProject(request.method(), route.template());
                    }
                    return endpoint.answer(new Exchange(request, target, variables.get(), base, grant, requestId));
                }
            }
        }
        throw RefusedRequest.notFound();
    }

    /**
     * A token for no project sees no image and makes none, in either profile. Glance refuses so under secure RBAC; under the
     * legacy rules it takes such a token for a caller who owns nothing, which the model does not know.
     */
    private static void refuseWithoutProject(String method, String template) {
        if (template.equals("/v2/images")) {
            String action = method.equals("POST") ? "add_image" : "get_images";
            throw RefusedRequest.forbidden("You are not authorized to complete " + action + " action.");
        }
        if (!template.startsWith("/v2/schemas")) {
            throw RefusedRequest.notFound();
        }
    }

    private static WireResponse refusal(ImageServiceException refused, ErrorForm form) {
        Integer status = refused.failure().status();
        String text = refused.failure().serviceText();
        if (status == null || text == null) {
            LOG.warn("a failure that the service has no words for", refused);
            return form.render(status == null ? 500 : status, SERVER_ERROR_TEXT);
        }
        return form.render(status, text);
    }
}
