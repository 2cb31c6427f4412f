package org.glance4j.internal;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.glance4j.error.Failure;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.LocationChange;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.ProjectId;
import org.glance4j.model.StoreId;
import org.glance4j.model.TaskId;
import org.glance4j.model.TaskInput;
import org.glance4j.model.TaskQuery;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, before anything is sent, what the service cannot take or what a URL path cannot carry. Both adapters ask here, at
 * their door, so that they refuse the same.
 *
 * <p>Source: {@code glance/api/v2/images.py} and {@code image_members.py}, 25.1.0; a segment of Glance's routes cannot hold
 * a slash, even percent-encoded.
 */
public final class RequestChecks {
    /** The longest id, name or tag, in characters (code points). */
    public static final int LONGEST = 255;

    private static final String HALF_PAIR = "holds half a surrogate pair, which is no character";

    private static final Set<String> FIELDS = Set.of(
            "id",
            "name",
            "visibility",
            "owner",
            "protected",
            "os_hidden",
            "disk_format",
            "container_format",
            "min_disk",
            "min_ram",
            "tags");

    /** Glance 25.1.0 reads what is behind it in a path as Latin-1: a tag put so would be another tag. */
    private static final int LAST_ASCII = 0x7f;

    private RequestChecks() {}

    /**
     * Returns the id if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param id the image's id
     * @return the id
     */
    public static ImageId addressable(Operation operation, ImageId id) {
        requireNonNull(id, "imageId");
        String problem = segmentProblem(id.value());
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(id), "the image id " + problem);
        }
        return id;
    }

    /**
     * Returns the member's id if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param imageId the image's id
     * @param memberId the member's id
     * @return the member's id
     */
    public static ProjectId addressable(Operation operation, ImageId imageId, ProjectId memberId) {
        addressable(operation, imageId);
        requireNonNull(memberId, "memberId");
        String problem = segmentProblem(memberId.value());
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(imageId).memberId(memberId), "the member id " + problem);
        }
        return memberId;
    }

    /**
     * Returns the task's id if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param id the task's id
     * @return the id
     */
    public static TaskId addressable(Operation operation, TaskId id) {
        requireNonNull(id, "taskId");
        String problem = segmentProblem(id.value());
        if (problem != null) {
            throw refused(Failure.of(operation), "the task id " + problem);
        }
        return id;
    }

    /**
     * Returns the address of a location if a body can carry it: text that is no Unicode cannot be encoded.
     *
     * @param id the image's id
     * @param url the address
     * @return the address
     */
    public static String encodableLocation(ImageId id, String url) {
        requireNonNull(url, "url");
        requireText(Failure.of(Operation.ADD_LOCATION).imageId(id), "the address", url);
        return url;
    }

    /**
     * Returns the query if a URL can carry it: text that is no Unicode cannot be encoded, and an owner, kind or marker of no characters
     * would be as if it were not asked for.
     *
     * @param query which tasks
     * @return the query
     */
    public static TaskQuery encodable(TaskQuery query) {
        requireNonNull(query, "query");
        Failure.Builder failure = Failure.of(Operation.LIST_TASKS);
        requireText(failure, "the kind of task", query.typeWord());
        requireText(
                failure,
                "the owner",
                query.owner() == null ? null : query.owner().value());
        requireText(
                failure,
                "the marker",
                query.marker() == null ? null : query.marker().value());
        return query;
    }

    /**
     * Returns the input if a body can carry it: text that is no Unicode cannot be encoded.
     *
     * @param input what a task is to do
     * @return the input
     */
    public static TaskInput encodable(TaskInput input) {
        requireNonNull(input, "input");
        requireAllUnicode(Failure.of(Operation.CREATE_TASK), "the task's input", input.fields());
        return input;
    }

    private static void requireAllUnicode(Failure.Builder failure, String what, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> {
                requireUnicode(failure, what, name);
                requireAllUnicode(failure, what, inner);
            });
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> requireAllUnicode(failure, what, inner));
        } else {
            requireUnicode(failure, what, value);
        }
    }

    /**
     * Returns the tag if a path can carry it.
     *
     * @param operation what is about to be sent
     * @param imageId the image's id
     * @param tag the tag
     * @return the tag
     */
    public static String addressableTag(Operation operation, ImageId imageId, String tag) {
        addressable(operation, imageId);
        requireNonNull(tag, "tag");
        String problem = segmentProblem(tag);
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(imageId), "the tag " + problem);
        }
        return tag;
    }

    /**
     * Returns the store's id if a path and a header can carry it.
     *
     * @param operation what is about to be sent
     * @param imageId the image's id
     * @param store the store's id
     * @return the store's id
     */
    public static StoreId addressable(Operation operation, ImageId imageId, StoreId store) {
        addressable(operation, imageId);
        requireNonNull(store, "store");
        String problem = segmentProblem(store.value());
        if (problem == null && store.value().chars().anyMatch(c -> c < '!' || c > '~')) {
            problem = "holds what is no visible character of ASCII";
        }
        if (problem != null) {
            throw refused(Failure.of(operation).imageId(imageId), "the store id " + problem);
        }
        return store;
    }

    /**
     * Returns the import if a body can carry it: text that is no Unicode cannot be encoded.
     *
     * @param id the image's id
     * @param wanted what to import
     * @return the import
     */
    public static ImageImport encodable(ImageId id, ImageImport wanted) {
        requireNonNull(wanted, "wanted");
        Failure.Builder failure = Failure.of(Operation.IMPORT_IMAGE).imageId(id);
        requireUnicode(failure, "the method", wanted.method().word());
        requireUnicode(failure, "the URI", wanted.uri());
        requireUnicode(failure, "the region", wanted.region());
        requireUnicode(
                failure,
                "the id of the image to download",
                wanted.sourceImage() == null ? null : wanted.sourceImage().value());
        requireUnicode(failure, "the interface", wanted.serviceInterface());
        wanted.stores().forEach(store -> requireUnicode(failure, "a store id", store.value()));
        return wanted;
    }

    /**
     * Returns the new image if a body can carry it: text that is no Unicode cannot be encoded, a visibility that is not known
     * has no word, and a custom property cannot have the name of a field, which would stand in its place.
     *
     * @param image what is to be created
     * @return the image
     */
    public static NewImage encodable(NewImage image) {
        requireNonNull(image, "image");
        Failure.Builder failure = Failure.of(Operation.CREATE_IMAGE).imageId(image.id());
        if (image.visibility() == Visibility.UNRECOGNIZED) {
            throw refused(failure, "a visibility that this library does not know cannot be sent");
        }
        requireUnicode(failure, "the name", image.name());
        image.tags().forEach(tag -> requireUnicode(failure, "a tag", tag));
        image.properties().forEach((name, value) -> {
            if (isField(name)) {
                throw refused(failure, "the field " + name + " cannot be set as a custom property");
            }
            requireUnicode(failure, "a property's name", name);
            requireUnicode(failure, "the property " + name, value);
        });
        return image;
    }

    /**
     * Returns the patch if a body can carry it: text that is no Unicode cannot be encoded.
     *
     * @param id the image's id
     * @param patch the change
     * @return the patch
     */
    public static ImagePatch encodable(ImageId id, ImagePatch patch) {
        requireNonNull(patch, "patch");
        Failure.Builder failure = Failure.of(Operation.UPDATE_IMAGE).imageId(id);
        patch.operations().forEach(operation -> {
            requireUnicode(failure, "a field's name", operation.field());
            requireUnicode(failure, "the value of " + operation.field(), operation.value());
            if (operation.value() instanceof Collection<?> values) {
                values.forEach(value -> requireUnicode(failure, "a value in " + operation.field(), text(value)));
            }
            if (operation.value() instanceof LocationChange change && change.location() != null) {
                requireUnicode(failure, "the location", text(change.location()));
            }
        });
        return patch;
    }

    /** A location is all text once it is printed. */
    private static Object text(Object value) {
        return value instanceof ImageLocation ? value.toString() : value;
    }

    /**
     * Returns the query if a URL can carry it, and the service takes it for what it is.
     *
     * @param query which images
     * @return the query
     */
    public static ImageQuery encodable(ImageQuery query) {
        return QueryChecks.encodable(requireNonNull(query, "query"));
    }

    /**
     * Returns whether a name is that of a field that a new image can be given, and so not that of a custom property.
     *
     * @param name the name on the wire
     * @return true for a field
     */
    public static boolean isField(String name) {
        return FIELDS.contains(name);
    }

    static void requireUnicode(Failure.Builder failure, String what, @Nullable Object value) {
        if (value instanceof String text && hasHalfPair(text)) {
            throw refused(failure, what + " " + HALF_PAIR);
        }
    }

    static void requireText(Failure.Builder failure, String what, @Nullable String text) {
        if (text != null && text.isEmpty()) {
            throw refused(failure, what + " is empty");
        }
        requireUnicode(failure, what, text);
    }

    static @Nullable String segmentProblem(String text) {
        if (isOrdinary(text)) {
            return null;
        }
        if (text.isBlank()) {
            return "is blank";
        }
        if (text.equals(".") || text.equals("..")) {
            return "is a dot segment, which no path can carry";
        }
        if (text.indexOf('/') >= 0) {
            return "holds a slash, which no path segment can carry";
        }
        String problem = textProblem(text);
        if (problem == null && has(text, c -> c > LAST_ASCII)) {
            return "holds a character beyond ASCII, which the service takes for other characters in a path";
        }
        return problem;
    }

    /** Whether a text is what nearly all are, so that a call need not look for each of the problems. */
    private static boolean isOrdinary(String text) {
        if (text.isEmpty() || text.length() > LONGEST || text.charAt(0) == '.') {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c >= LAST_ASCII || c == '/') {
                return false;
            }
        }
        return true;
    }

    /**
     * Says what keeps the service from taking a text.
     *
     * @param text an id, name, tag, or a property's name
     * @return the problem as a predicate's clause; null where there is none
     */
    public static @Nullable String textProblem(String text) {
        if (text.codePointCount(0, text.length()) > LONGEST) {
            return "is longer than " + LONGEST + " characters";
        }
        return characterProblem(text);
    }

    /**
     * Says which character keeps the service from taking a text of any length.
     *
     * @param text the text
     * @return the problem as a predicate's clause; null where there is none
     */
    public static @Nullable String characterProblem(String text) {
        if (has(text, Character::isISOControl)) {
            return "holds a control character";
        }
        if (hasHalfPair(text)) {
            return HALF_PAIR;
        }
        if (has(text, Character::isSupplementaryCodePoint)) {
            return "holds a character beyond U+FFFF, which the service does not store";
        }
        return null;
    }

    private static boolean hasHalfPair(String text) {
        return has(text, c -> Character.getType(c) == Character.SURROGATE);
    }

    private static boolean has(String text, Predicate<Integer> unwanted) {
        return text.codePoints().anyMatch(unwanted::test);
    }

    /**
     * Returns the exception for a request that is refused here.
     *
     * @param failure what is known of the call
     * @param problem what is wrong with it, in one clause
     * @return the exception, to be thrown
     */
    public static InvalidRequestException refused(Failure.Builder failure, String problem) {
        return new InvalidRequestException(failure.advice(problem).build(), null);
    }
}
