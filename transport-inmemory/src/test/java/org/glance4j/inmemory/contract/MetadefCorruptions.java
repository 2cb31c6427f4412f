package org.glance4j.inmemory.contract;

import static java.util.Objects.requireNonNull;
import static org.glance4j.inmemory.contract.Corruption.calls;
import static org.glance4j.inmemory.contract.Corruption.wire;
import static org.glance4j.inmemory.contract.EngineRule.allowed;
import static org.glance4j.inmemory.contract.EngineRule.refused;
import static org.glance4j.inmemory.contract.EngineRule.when;
import static org.glance4j.model.Operation.ADD_METADEF_TAGS;
import static org.glance4j.model.Operation.ADD_RESOURCE_TYPE_ASSOCIATION;
import static org.glance4j.model.Operation.CREATE_METADEF_OBJECT;
import static org.glance4j.model.Operation.CREATE_METADEF_PROPERTY;
import static org.glance4j.model.Operation.CREATE_METADEF_TAG;
import static org.glance4j.model.Operation.CREATE_NAMESPACE;
import static org.glance4j.model.Operation.DELETE_METADEF_OBJECT;
import static org.glance4j.model.Operation.DELETE_METADEF_PROPERTIES;
import static org.glance4j.model.Operation.DELETE_METADEF_TAG;
import static org.glance4j.model.Operation.DELETE_METADEF_TAGS;
import static org.glance4j.model.Operation.DELETE_NAMESPACE;
import static org.glance4j.model.Operation.GET_METADEF_OBJECT;
import static org.glance4j.model.Operation.GET_METADEF_PROPERTY;
import static org.glance4j.model.Operation.GET_NAMESPACE;
import static org.glance4j.model.Operation.LIST_METADEF_TAGS;
import static org.glance4j.model.Operation.LIST_NAMESPACES;
import static org.glance4j.model.Operation.REMOVE_RESOURCE_TYPE_ASSOCIATION;
import static org.glance4j.model.Operation.REPLACE_METADEF_TAGS;
import static org.glance4j.model.Operation.UPDATE_METADEF_OBJECT;
import static org.glance4j.model.Operation.UPDATE_METADEF_PROPERTY;
import static org.glance4j.model.Operation.UPDATE_METADEF_TAG;
import static org.glance4j.model.Operation.UPDATE_NAMESPACE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.contract.WireRequest;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.MetadefAlreadyExistsException;
import org.glance4j.error.MetadefNotFoundException;
import org.glance4j.model.Visibility;
import org.glance4j.model.metadef.MetadefObject;
import org.glance4j.model.metadef.MetadefProperty;
import org.glance4j.model.metadef.MetadefTag;
import org.glance4j.model.metadef.Namespace;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.model.metadef.NamespacePage;
import org.glance4j.model.metadef.NamespaceQuery;
import org.jspecify.annotations.Nullable;

/** The rules on the metadata catalog, each broken once. */
final class MetadefCorruptions {
    private MetadefCorruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(namespaces(), lists(), objects(), properties(), tags(), types(), wires())
                .flatMap(List::stream);
    }

    /** Answers with what was to be made, as if it had been. */
    private static <T> EngineRule pretended(Class<T> type) {
        return call -> call.argument(type);
    }

    private static EngineRule given(UnaryOperator<Namespace.Builder> change) {
        return call -> call.with(
                        Namespace.class,
                        change.apply(call.argument(Namespace.class).toBuilder()).build())
                .pass();
    }

    private static List<Corruption> namespaces() {
        return List.of(
                calls("D-001", "everybody makes namespaces", CREATE_NAMESPACE, allowed(ForbiddenException.class)),
                calls(
                        "D-002",
                        "a namespace that is there is made again",
                        CREATE_NAMESPACE,
                        refused(MetadefAlreadyExistsException.class, pretended(Namespace.class))),
                calls(
                        "D-003",
                        "what a namespace is to hold is forgotten",
                        CREATE_NAMESPACE,
                        call -> call.with(
                                        Namespace.class,
                                        call.argument(Namespace.class)
                                                .toBuilderWithoutContents()
                                                .build())
                                .pass()),
                calls(
                        "D-004",
                        "names that are there twice are taken",
                        CREATE_NAMESPACE,
                        refused(MetadefAlreadyExistsException.class, pretended(Namespace.class))),
                calls(
                        "D-005",
                        "private namespaces are shown to everybody",
                        GET_NAMESPACE,
                        allowed(MetadefNotFoundException.class)),
                calls(
                        "D-006",
                        "public namespaces are made private",
                        CREATE_NAMESPACE,
                        given(namespace -> namespace.visibility(Visibility.PRIVATE))),
                calls(
                        "D-007",
                        "a namespace that is not there is shown",
                        GET_NAMESPACE,
                        refused(
                                MetadefNotFoundException.class,
                                call -> Namespace.named("x").build())),
                calls(
                        "D-008",
                        "an update leaves the display name",
                        UPDATE_NAMESPACE,
                        given(namespace -> namespace.displayName("Everything"))),
                calls(
                        "D-009",
                        "a name that is taken is given",
                        UPDATE_NAMESPACE,
                        refused(MetadefAlreadyExistsException.class, pretended(Namespace.class))),
                calls("D-010", "a project updates its namespaces", UPDATE_NAMESPACE, allowed(ForbiddenException.class)),
                calls(
                        "D-011",
                        "a protected namespace is deleted, it is said",
                        DELETE_NAMESPACE,
                        refused(ForbiddenException.class, EngineRule::ignored)),
                calls(
                        "D-012",
                        "values of any length are taken",
                        CREATE_NAMESPACE,
                        refused(InvalidRequestException.class, pretended(Namespace.class))),
                calls(
                        "D-013",
                        "the type of resource is passed over",
                        GET_NAMESPACE,
                        call -> call.with(String.class, null).pass()),
                calls(
                        "D-014",
                        "a plus in a name is read as a blank",
                        GET_NAMESPACE,
                        call -> call.with(
                                        NamespaceName.class,
                                        NamespaceName.of(call.argument(NamespaceName.class)
                                                .value()
                                                .replace('+', ' ')))
                                .pass()));
    }

    private static EngineRule asked(UnaryOperator<NamespaceQuery> change) {
        return call -> call.with(NamespaceQuery.class, change.apply(call.argument(NamespaceQuery.class)))
                .pass();
    }

    private static List<Corruption> lists() {
        return List.of(
                calls("D-015", "everybody lists everything", LIST_NAMESPACES, EngineRule::asAdmin),
                calls(
                        "D-016",
                        "a list is not narrowed to types",
                        LIST_NAMESPACES,
                        asked(query ->
                                query.toBuilder().resourceTypes(List.of()).build())),
                calls(
                        "D-017",
                        "a page has no limit",
                        LIST_NAMESPACES,
                        asked(query -> new NamespaceQuery(
                                query.visibilityWord(),
                                query.resourceTypes(),
                                null,
                                query.marker(),
                                query.sortKey(),
                                query.sortDirection()))),
                calls(
                        "D-018",
                        "every list begins with the newest",
                        LIST_NAMESPACES,
                        asked(query -> new NamespaceQuery(
                                query.visibilityWord(),
                                query.resourceTypes(),
                                query.limit(),
                                query.marker(),
                                null,
                                null))),
                calls(
                        "D-019",
                        "a query that cannot be answered lists nothing",
                        LIST_NAMESPACES,
                        refused(
                                InvalidRequestException.class,
                                call -> new NamespacePage(List.of(), Optional.empty()))));
    }

    private static List<Corruption> objects() {
        return List.of(
                calls("D-020", "everybody makes objects", CREATE_METADEF_OBJECT, allowed(ForbiddenException.class)),
                calls(
                        "D-021",
                        "an object that is there is made again",
                        CREATE_METADEF_OBJECT,
                        refused(MetadefAlreadyExistsException.class, pretended(MetadefObject.class))),
                calls(
                        "D-022",
                        "a name that is taken is given to an object",
                        UPDATE_METADEF_OBJECT,
                        refused(MetadefAlreadyExistsException.class, pretended(MetadefObject.class))),
                calls(
                        "D-023",
                        "an object is deleted twice",
                        DELETE_METADEF_OBJECT,
                        refused(MetadefNotFoundException.class, EngineRule::ignored)),
                calls(
                        "D-024",
                        "an object may have any name",
                        CREATE_METADEF_OBJECT,
                        refused(InvalidRequestException.class, pretended(MetadefObject.class))),
                calls("D-025", "required names are kept apart from commas", GET_METADEF_OBJECT, call -> {
                    MetadefObject object = (MetadefObject) requireNonNull(call.pass());
                    return object.toBuilder()
                            .required(List.of(String.join(",", object.required())))
                            .build();
                }));
    }

    private static MetadefProperty without(MetadefProperty property, String key) {
        Map<String, @Nullable Object> schema = new LinkedHashMap<>(property.schema());
        schema.remove(key);
        return new MetadefProperty(property.name(), schema);
    }

    private static List<Corruption> properties() {
        return List.of(
                calls(
                        "D-026",
                        "allowed values are lost",
                        CREATE_METADEF_PROPERTY,
                        call -> call.with(MetadefProperty.class, without(call.argument(MetadefProperty.class), "enum"))
                                .pass()),
                calls(
                        "D-027",
                        "a property is shown without its default",
                        GET_METADEF_PROPERTY,
                        call -> without((MetadefProperty) requireNonNull(call.pass()), "default")),
                calls(
                        "D-028",
                        "a property that is there is made again",
                        CREATE_METADEF_PROPERTY,
                        refused(MetadefAlreadyExistsException.class, pretended(MetadefProperty.class))),
                calls(
                        "D-029",
                        "a name that is taken is given to a property",
                        UPDATE_METADEF_PROPERTY,
                        refused(MetadefAlreadyExistsException.class, pretended(MetadefProperty.class))),
                calls("D-030", "properties stay when all are deleted", DELETE_METADEF_PROPERTIES, EngineRule::ignored),
                calls(
                        "D-031",
                        "any schema is taken",
                        CREATE_METADEF_PROPERTY,
                        refused(InvalidRequestException.class, pretended(MetadefProperty.class))),
                calls(
                        "D-032",
                        "a property is shown by any name",
                        GET_METADEF_PROPERTY,
                        refused(
                                MetadefNotFoundException.class,
                                call -> new MetadefProperty("p", Map.of("type", "string")))));
    }

    private static List<Corruption> tags() {
        return List.of(
                calls("D-033", "tags are listed oldest first", LIST_METADEF_TAGS, call -> {
                    List<Object> tags = new ArrayList<>((List<?>) requireNonNull(call.pass()));
                    Collections.reverse(tags);
                    return tags;
                }),
                calls(
                        "D-034",
                        "tags that are there are added again",
                        ADD_METADEF_TAGS,
                        refused(MetadefAlreadyExistsException.class, call -> List.of())),
                calls(
                        "D-035",
                        "tags are replaced by none",
                        REPLACE_METADEF_TAGS,
                        when(call -> call.argument(List.class).isEmpty(), call -> {
                            call.engine().metadefs().deleteTags(call.caller(), call.argument(NamespaceName.class));
                            return List.of();
                        })),
                calls(
                        "D-036",
                        "a name that is taken is given to a tag",
                        UPDATE_METADEF_TAG,
                        refused(MetadefAlreadyExistsException.class, call -> MetadefTag.of("b"))),
                calls("D-037", "tags stay when all are deleted", DELETE_METADEF_TAGS, EngineRule::ignored),
                calls(
                        "D-038",
                        "a tag of any length is taken",
                        CREATE_METADEF_TAG,
                        refused(InvalidRequestException.class, call -> MetadefTag.of("x"))));
    }

    private static List<Corruption> types() {
        return List.of(
                calls(
                        "D-040",
                        "everybody says what a namespace is for",
                        ADD_RESOURCE_TYPE_ASSOCIATION,
                        allowed(ForbiddenException.class)),
                calls(
                        "D-041",
                        "that a namespace is for a type is ended twice",
                        REMOVE_RESOURCE_TYPE_ASSOCIATION,
                        refused(MetadefNotFoundException.class, EngineRule::ignored)),
                calls(
                        "D-042",
                        "a tag is deleted from a protected namespace, it is said",
                        DELETE_METADEF_TAG,
                        refused(ForbiddenException.class, EngineRule::ignored)),
                calls(
                        "D-043",
                        "tags of hidden namespaces are listed",
                        LIST_METADEF_TAGS,
                        allowed(MetadefNotFoundException.class)));
    }

    private static WireRule sent(UnaryOperator<WireRequest> change) {
        return (party, request, next) -> next.answer(party, change.apply(request));
    }

    private static WireRequest with(WireRequest request, String target, String body, String changed) {
        String text = request.body();
        return text == null || !request.target().endsWith(target)
                ? request
                : new WireRequest(request.method(), request.target(), request.headers(), text.replace(body, changed));
    }

    private static WireRequest to(WireRequest request, String method, String target) {
        return new WireRequest(method, target, request.headers(), request.body());
    }

    private static List<Corruption> wires() {
        return List.of(
                wire(
                        "D-039",
                        "a limit is passed over",
                        sent(request ->
                                to(request, request.method(), request.target().replace("limit=1&", "")))),
                wire(
                        "D-044",
                        "a namespace always has a display name",
                        sent(request -> with(request, "/namespaces", "\"}", "\", \"display_name\": \"x\"}"))),
                wire(
                        "D-045",
                        "an object always has a description",
                        sent(request -> with(request, "/objects", "\"}", "\", \"description\": \"x\"}"))),
                wire(
                        "D-046",
                        "the times of a body are unknown fields",
                        sent(request -> with(request, "", "created_at", "unknown"))),
                wire(
                        "D-047",
                        "a patch is taken for a look",
                        sent(request -> to(
                                request,
                                request.method().equals("PATCH") ? "GET" : request.method(),
                                request.target()))),
                wire(
                        "D-048",
                        "the schema of tags is that of one",
                        sent(request -> to(
                                request,
                                request.method(),
                                request.target().replace("metadefs/tags", "metadefs/tag")))));
    }
}
