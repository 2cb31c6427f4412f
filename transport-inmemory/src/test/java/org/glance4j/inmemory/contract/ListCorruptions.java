package org.glance4j.inmemory.contract;

import static java.util.Objects.requireNonNull;
import static org.glance4j.inmemory.contract.Corruption.calls;
import static org.glance4j.inmemory.contract.Corruption.wire;
import static org.glance4j.inmemory.contract.EngineCall.ADMIN;
import static org.glance4j.inmemory.contract.EngineRule.allowed;
import static org.glance4j.inmemory.contract.EngineRule.refused;
import static org.glance4j.inmemory.contract.EngineRule.when;
import static org.glance4j.model.Operation.CREATE_IMAGE;
import static org.glance4j.model.Operation.GET_IMAGE;
import static org.glance4j.model.Operation.LIST_IMAGES;
import static org.glance4j.model.Operation.UPDATE_IMAGE;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glance4j.contract.WireRequest;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.NumberRange;
import org.glance4j.model.Page;
import org.glance4j.model.SortPair;
import org.glance4j.model.TimeCondition;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/** The rules on visibility and lists, each broken once. */
final class ListCorruptions {
    private ListCorruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(visibility(), listing(), filters(), pages()).flatMap(List::stream);
    }

    private static List<Corruption> visibility() {
        return List.of(
                calls("S-048", "a new image is private", CREATE_IMAGE, call -> {
                    NewImage image = call.argument(NewImage.class);
                    return call.with(
                                    NewImage.class,
                                    image.visibility() == null
                                            ? image.toBuilder()
                                                    .visibility(Visibility.PRIVATE)
                                                    .build()
                                            : image)
                            .pass();
                }),
                calls(
                        "S-049",
                        "everybody creates public images",
                        CREATE_IMAGE,
                        refused(ForbiddenException.class, call -> {
                            NewImage image = call.argument(NewImage.class);
                            return call.with(
                                            NewImage.class,
                                            image.toBuilder()
                                                    .owner(call.caller().project())
                                                    .build())
                                    .by(ADMIN)
                                    .pass();
                        })),
                calls("S-050", "the owner makes its image public", UPDATE_IMAGE, allowed(ForbiddenException.class)),
                calls(
                        "S-051",
                        "an image does not become a community one",
                        UPDATE_IMAGE,
                        when(
                                call -> call.argument(ImagePatch.class).operations().stream()
                                        .anyMatch(change ->
                                                Visibility.COMMUNITY.word().equals(change.value())),
                                EngineRule::forgotten)),
                calls("S-052", "everybody sees private images", GET_IMAGE, allowed(ImageNotFoundException.class)),
                calls("S-053", "whoever sees an image changes it", UPDATE_IMAGE, allowed(ForbiddenException.class)));
    }

    private static List<Corruption> listing() {
        return List.of(
                calls(
                        "S-054",
                        "default lists hold others' community images",
                        LIST_IMAGES,
                        word("visibilityWord", null, "all")),
                calls(
                        "S-055",
                        "asking for private images lists all",
                        LIST_IMAGES,
                        word("visibilityWord", "private", "all")),
                calls(
                        "S-056",
                        "asking for what is pending lists what was accepted",
                        LIST_IMAGES,
                        word("memberStatusWord", "pending", "accepted")),
                calls(
                        "S-057",
                        "asking for all membership statuses lists what was accepted",
                        LIST_IMAGES,
                        word("memberStatusWord", "all", "accepted")),
                calls(
                        "S-058",
                        "words that do not exist list nothing",
                        LIST_IMAGES,
                        refused(InvalidRequestException.class, call -> new Page<Image>(List.of(), Optional.empty()))),
                calls(
                        "S-059",
                        "default lists hold hidden images, and no others",
                        LIST_IMAGES,
                        query("hidden", (@Nullable Boolean hidden) -> hidden == null ? Boolean.TRUE : hidden)));
    }

    private static List<Corruption> filters() {
        return List.of(
                calls(
                        "S-060",
                        "blanks around a name do not count",
                        LIST_IMAGES,
                        query(
                                "names",
                                (@Nullable Set<String> names) ->
                                        given(names).stream().map(String::strip).collect(Collectors.toSet()))),
                calls(
                        "S-061",
                        "of several names one counts",
                        LIST_IMAGES,
                        query(
                                "names",
                                (@Nullable Set<String> names) ->
                                        given(names).stream().limit(1).collect(Collectors.toSet()))),
                wire(
                        "S-062",
                        "an unknown operator is equality",
                        (party, request, next) -> next.answer(party, to(request, "=like%3A", "=eq%3A"))),
                calls(
                        "S-063",
                        "the last of several tags does not count",
                        LIST_IMAGES,
                        query(
                                "tags",
                                (@Nullable Set<String> tags) -> new LinkedHashSet<>(new ArrayList<>(given(tags))
                                        .subList(0, Math.max(1, given(tags).size() - 1))))),
                calls(
                        "S-064",
                        "of two properties one counts",
                        LIST_IMAGES,
                        query("properties", (@Nullable Map<String, String> properties) -> {
                            Map<String, String> first = new LinkedHashMap<>();
                            new TreeMap<>(requireNonNull(properties))
                                    .entrySet().stream()
                                            .skip(Math.max(0, properties.size() - 1))
                                            .forEach(entry -> first.put(entry.getKey(), entry.getValue()));
                            return first;
                        })),
                calls(
                        "S-065",
                        "the lower bound of a size is exclusive",
                        LIST_IMAGES,
                        query(
                                "sizeBytes",
                                (@Nullable NumberRange range) -> range == null || range.least() == null
                                        ? range
                                        : new NumberRange(range.least() + 1, range.most()))),
                calls(
                        "S-066",
                        "times are not compared",
                        LIST_IMAGES,
                        query("createdAt", (@Nullable TimeCondition condition) -> null)),
                calls("S-067", "oldest comes first", LIST_IMAGES, items(items -> {
                    List<Image> turned = new ArrayList<>(items);
                    Collections.reverse(turned);
                    return turned;
                })),
                calls(
                        "S-068",
                        "of several sort keys the first counts",
                        LIST_IMAGES,
                        query(
                                "sort",
                                (@Nullable List<SortPair> sort) ->
                                        given(sort).stream().limit(1).toList())),
                wire(
                        "S-069",
                        "of two styles of sorting one counts",
                        (party, request, next) ->
                                next.answer(party, to(request, "sort=name&sort_key=name", "sort=name"))));
    }

    private static List<Corruption> pages() {
        return List.of(
                calls(
                        "S-070",
                        "a page leaves out its first image",
                        LIST_IMAGES,
                        when(
                                call -> call.argument(ImageQuery.class).marker() != null,
                                items(items -> items.subList(Math.min(1, items.size()), items.size())))),
                calls(
                        "S-071",
                        "a page holds 24 images by default",
                        LIST_IMAGES,
                        query(
                                "limit",
                                (@Nullable Integer limit) ->
                                        limit == null || limit == 25 ? Integer.valueOf(24) : limit)),
                wire(
                        "S-072",
                        "a negative limit is a positive one",
                        (party, request, next) -> next.answer(party, to(request, "limit=-1", "limit=1"))),
                calls(
                        "S-073",
                        "an unknown marker is none",
                        LIST_IMAGES,
                        refused(InvalidRequestException.class, query("marker", (@Nullable ImageId marker) -> null))));
    }

    private static <T> T given(@Nullable T value) {
        return requireNonNull(value);
    }

    private static WireRequest to(WireRequest request, String part, String instead) {
        return new WireRequest(
                request.method(), request.target().replace(part, instead), request.headers(), request.body());
    }

    /** Changes a part of what a list is narrowed by. */
    private static <T> EngineRule query(String component, UnaryOperator<@Nullable T> change) {
        return call -> call.with(ImageQuery.class, Altered.copy(call.argument(ImageQuery.class), component, change))
                .pass();
    }

    private static EngineRule word(String component, @Nullable String asked, String instead) {
        return query(component, (@Nullable String word) -> Objects.equals(word, asked) ? instead : word);
    }

    @SuppressWarnings("unchecked")
    private static EngineRule items(UnaryOperator<List<Image>> change) {
        return call -> {
            Page<Image> page = (Page<Image>) requireNonNull(call.pass());
            return new Page<>(change.apply(page.items()), page.next());
        };
    }
}
