package org.glance4j.inmemory.contract;

import static org.glance4j.inmemory.contract.Corruption.calls;
import static org.glance4j.inmemory.contract.Corruption.setting;
import static org.glance4j.inmemory.contract.Corruption.wire;
import static org.glance4j.inmemory.contract.EngineCall.ADMIN;
import static org.glance4j.inmemory.contract.EngineRule.allowed;
import static org.glance4j.inmemory.contract.EngineRule.refused;
import static org.glance4j.inmemory.contract.EngineRule.when;
import static org.glance4j.model.Operation.ADD_TAG;
import static org.glance4j.model.Operation.CREATE_IMAGE;
import static org.glance4j.model.Operation.DELETE_IMAGE;
import static org.glance4j.model.Operation.GET_IMAGE;
import static org.glance4j.model.Operation.REMOVE_TAG;
import static org.glance4j.model.Operation.UPDATE_IMAGE;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.glance4j.contract.WireRequest;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.PropertyConflictException;
import org.glance4j.error.TagNotFoundException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImagePatch.Kind;
import org.glance4j.model.NewImage;
import org.jspecify.annotations.Nullable;

/** The rules on images' records and their tags, each broken once. */
final class ImageCorruptions {
    private static final int LONGEST = 255;
    private static final String PATCH = "application/openstack-images-v2.1-json-patch";

    private ImageCorruptions() {}

    static Stream<Corruption> all() {
        return Stream.of(creating(), changing(), patching(), deleting(), tagging())
                .flatMap(List::stream);
    }

    private static List<Corruption> creating() {
        return List.of(
                calls(
                        "S-074",
                        "a fresh image needs a disk of 1 GB",
                        CREATE_IMAGE,
                        image("minDiskGb", (@Nullable Integer disk) -> disk == null ? Integer.valueOf(1) : disk)),
                calls(
                        "S-075",
                        "the caller's own id is not taken",
                        CREATE_IMAGE,
                        image("id", (@Nullable ImageId id) -> null)),
                calls(
                        "S-076",
                        "an id that is none is replaced",
                        CREATE_IMAGE,
                        refused(InvalidRequestException.class, image("id", (@Nullable ImageId id) -> null))),
                calls(
                        "S-078",
                        "properties of reserved names are left out",
                        CREATE_IMAGE,
                        refused(
                                ForbiddenException.class,
                                image("properties", (@Nullable Map<String, String> properties) -> Map.of()))),
                calls(
                        "S-080",
                        "a long name is cut",
                        CREATE_IMAGE,
                        image(
                                "name",
                                (@Nullable String name) ->
                                        name == null ? null : name.substring(0, Math.min(LONGEST, name.length())))),
                calls(
                        "S-081",
                        "an unknown format is none",
                        CREATE_IMAGE,
                        refused(InvalidRequestException.class, call -> {
                            NewImage image = call.argument(NewImage.class);
                            image = Altered.copy(image, "diskFormat", format -> null);
                            image = Altered.copy(image, "containerFormat", format -> null);
                            return call.with(NewImage.class, image).pass();
                        })),
                setting("S-098", "there is no quota of properties", builder -> builder.propertyQuota(-1)));
    }

    private static List<Corruption> changing() {
        return List.of(
                calls(
                        "S-077",
                        "a change of a read-only field is taken and forgotten",
                        UPDATE_IMAGE,
                        refused(ForbiddenException.class, EngineRule::forgotten)),
                wire(
                        "S-079",
                        "a number is taken for its text",
                        (party, request, next) ->
                                next.answer(party, body(request, "(\"my_property\"|\"value\"): 7", "$1: \"7\""))),
                calls(
                        "S-085",
                        "removing the name is taken and forgotten",
                        UPDATE_IMAGE,
                        refused(ForbiddenException.class, EngineRule::forgotten)),
                calls(
                        "S-089",
                        "a change of the formats is taken and forgotten",
                        UPDATE_IMAGE,
                        when(
                                call -> call.found()
                                        .filter(image -> image.sizeBytes() != null)
                                        .isPresent(),
                                refused(ForbiddenException.class, EngineRule::forgotten))),
                calls(
                        "S-092",
                        "whoever knows the image's id changes it",
                        UPDATE_IMAGE,
                        allowed(ImageNotFoundException.class)),
                calls("S-093", "the owner gives its image away", UPDATE_IMAGE, allowed(ForbiddenException.class)));
    }

    private static List<Corruption> patching() {
        return List.of(
                calls(
                        "S-082",
                        "a property that is removed stays",
                        UPDATE_IMAGE,
                        operations(operation ->
                                operation.kind() == Kind.REMOVE ? Optional.empty() : Optional.of(operation))),
                calls(
                        "S-083",
                        "replacing an absent property adds it",
                        UPDATE_IMAGE,
                        refused(
                                PropertyConflictException.class,
                                operations(operation -> Optional.of(
                                        new ImagePatch.Operation(Kind.ADD, operation.field(), operation.value()))))),
                calls(
                        "S-084",
                        "removing an absent property says nothing",
                        UPDATE_IMAGE,
                        refused(
                                PropertyConflictException.class,
                                operations(operation ->
                                        operation.kind() == Kind.REMOVE ? Optional.empty() : Optional.of(operation)))),
                calls("S-086", "what stands before the operation that fails is kept", UPDATE_IMAGE, call -> {
                    try {
                        return call.pass();
                    } catch (PropertyConflictException e) {
                        List<ImagePatch.Operation> operations =
                                call.argument(ImagePatch.class).operations();
                        call.with(ImagePatch.class, new ImagePatch(operations.subList(0, operations.size() - 1)))
                                .pass();
                        throw e;
                    }
                }),
                wire(
                        "S-087",
                        "a malformed pointer is one to the name",
                        (party, request, next) ->
                                next.answer(party, body(request, "\"path\": \"[^\"]*\"", "\"path\": \"/name\""))),
                wire(
                        "S-088",
                        "an update sent as plain JSON is taken",
                        (party, request, next) -> next.answer(
                                party,
                                request.method().equals("PATCH") ? request.header("Content-Type", PATCH) : request)));
    }

    private static List<Corruption> deleting() {
        Map<ImageId, Image> gone = new ConcurrentHashMap<>();
        return List.of(
                calls("S-090", "a protected image is deleted", DELETE_IMAGE, refused(ForbiddenException.class, call -> {
                    ImagePatch release = ImagePatch.builder().isProtected(false).build();
                    call.engine().update(ADMIN, call.image(), release, false, () -> {});
                    return call.pass();
                })),
                calls(
                        "S-091",
                        "a deleted image is shown",
                        Map.of(
                                DELETE_IMAGE,
                                call -> {
                                    call.found().ifPresent(image -> gone.put(call.image(), image));
                                    return call.pass();
                                },
                                GET_IMAGE,
                                when(call -> gone.containsKey(call.image()), call -> gone.get(call.image())))));
    }

    private static List<Corruption> tagging() {
        Predicate<EngineCall> isTagged = call -> call.found()
                .filter(image -> image.tags().contains(call.argument(String.class)))
                .isPresent();
        return List.of(
                calls("S-094", "adding a tag again removes it", ADD_TAG, when(isTagged, call -> {
                    call.engine().removeTag(call.caller(), call.image(), call.argument(String.class));
                    return null;
                })),
                calls(
                        "S-095",
                        "removing an absent tag says nothing",
                        REMOVE_TAG,
                        refused(TagNotFoundException.class, EngineRule::ignored)),
                wire(
                        "S-096",
                        "a long tag is cut",
                        (party, request, next) -> next.answer(
                                party,
                                new WireRequest(
                                        request.method(),
                                        request.target().replace("t".repeat(LONGEST + 1), "t".repeat(LONGEST)),
                                        request.headers(),
                                        request.body()))),
                setting("S-097", "there is no quota of tags", builder -> builder.tagQuota(-1)));
    }

    private static WireRequest body(WireRequest request, String pattern, String instead) {
        String body = request.body();
        return body == null
                ? request
                : new WireRequest(
                        request.method(), request.target(), request.headers(), body.replaceAll(pattern, instead));
    }

    /** Changes a field of an image that is created. */
    private static <T> EngineRule image(String component, UnaryOperator<@Nullable T> change) {
        return call -> call.with(NewImage.class, Altered.copy(call.argument(NewImage.class), component, change))
                .pass();
    }

    /** Changes or drops the operations of a patch. */
    private static EngineRule operations(Function<ImagePatch.Operation, Optional<ImagePatch.Operation>> change) {
        return call -> call.with(
                        ImagePatch.class,
                        new ImagePatch(call.argument(ImagePatch.class).operations().stream()
                                .map(change)
                                .flatMap(Optional::stream)
                                .toList()))
                .pass();
    }
}
