package org.glance4j.inmemory.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Projects, by id and by name. Who is no admin sees the own project and is refused every other, whether it is there or not.
 */
final class ProjectEndpoints {
    private final Accounts accounts;

    ProjectEndpoints(Accounts accounts) {
        this.accounts = accounts;
    }

    WireResponse list(Exchange exchange) {
        admin(exchange, "list_projects");
        Optional<String> name = exchange.parameter("name");
        Optional<String> domain = exchange.parameter("domain_id");
        return collection(
                exchange,
                "projects",
                accounts.projects().stream()
                        .filter(project -> name.isEmpty() || name.get().equals(project.name()))
                        .filter(project -> domain.isEmpty() || domain.get().equals(Accounts.DOMAIN_ID))
                        .map(project -> project(project, exchange.base()))
                        .toList());
    }

    WireResponse mine(Exchange exchange) {
        Grant grant = exchange.grant().orElseThrow(IdentityApi::unauthorized);
        return collection(
                exchange,
                "projects",
                accounts.projects().stream()
                        .filter(project ->
                                !Accounts.roles(grant.user(), project).isEmpty())
                        .map(project -> project(project, exchange.base()))
                        .toList());
    }

    WireResponse get(Exchange exchange) {
        Grant grant = exchange.grant().orElseThrow(IdentityApi::unauthorized);
        String id = exchange.variables().get(0);
        boolean own = grant.project().filter(project -> project.id().equals(id)).isPresent();
        if (!own && !grant.isAdmin()) {
            throw IdentityApi.forbidden("get_project");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.set(
                "project",
                accounts.projectById(id)
                        .map(project -> project(project, exchange.base()))
                        .orElseThrow(() -> new RefusedRequest(404, "Could not find project: " + id + ".")));
        return WireResponse.json(200, JsonText.write(body));
    }

    WireResponse domains(Exchange exchange) {
        admin(exchange, "list_domains");
        ObjectNode domain = JsonNodeFactory.instance.objectNode();
        domain.put("id", Accounts.DOMAIN_ID).put("name", Accounts.DOMAIN_NAME).put("enabled", true);
        boolean wanted = exchange.parameter("name")
                .filter(name -> !name.equals(Accounts.DOMAIN_NAME))
                .isEmpty();
        return collection(exchange, "domains", wanted ? List.of(domain) : List.of());
    }

    private static void admin(Exchange exchange, String action) {
        if (!exchange.grant().orElseThrow(IdentityApi::unauthorized).isAdmin()) {
            throw IdentityApi.forbidden(action);
        }
    }

    private static WireResponse collection(Exchange exchange, String name, List<ObjectNode> items) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode array = body.putArray(name);
        array.addAll(items);
        body.putObject("links")
                .putNull("next")
                .put("self", exchange.base() + exchange.request().target())
                .putNull("previous");
        return WireResponse.json(200, JsonText.write(body));
    }

    private static ObjectNode project(Seed.Project project, String base) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", project.id())
                .put("name", project.name())
                .put("domain_id", Accounts.DOMAIN_ID)
                .put("description", "")
                .put("enabled", true)
                .put("parent_id", Accounts.DOMAIN_ID)
                .put("is_domain", false);
        node.putArray("tags");
        node.putObject("options");
        node.putObject("links").put("self", base + "/identity/v3/projects/" + project.id());
        return node;
    }
}
