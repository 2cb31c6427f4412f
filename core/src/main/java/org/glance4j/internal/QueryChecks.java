package org.glance4j.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.glance4j.error.Failure;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.Operation;
import org.glance4j.model.TimeCondition;
import org.jspecify.annotations.Nullable;

/**
 * Refuses the conditions of a listing that a URL cannot carry, that the service would take for others, or would answer as if
 * they were not there.
 *
 * <p>Source: {@code glance/api/v2/images.py} (index), {@code glance/db/sqlalchemy/api.py} (_make_conditions_from_filters),
 * {@code glance/db/sqlalchemy/models.py} (Image), 25.1.0.
 */
final class QueryChecks {
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59.999999Z");

    /** The parameters and columns that the service looks for before it thinks of custom properties. */
    private static final Set<String> PARAMETERS = Set.of(
            "changes-since",
            "checksum",
            "container_format",
            "created_at",
            "deleted",
            "deleted_at",
            "disk_format",
            "id",
            "limit",
            "marker",
            "member_status",
            "min_disk",
            "min_ram",
            "name",
            "os_hash_algo",
            "os_hash_value",
            "os_hidden",
            "owner",
            "protected",
            "size",
            "sort",
            "sort_dir",
            "sort_key",
            "status",
            "tag",
            "updated_at",
            "virtual_size",
            "visibility");

    /** What else the service's class for images has, which it takes for columns too. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "_as_dict",
            "_extra_keys",
            "_sa_class_manager",
            "_sa_registry",
            "delete",
            "get",
            "items",
            "iteritems",
            "keys",
            "locations",
            "members",
            "metadata",
            "properties",
            "registry",
            "save",
            "tags",
            "to_dict",
            "update",
            "values");

    private QueryChecks() {}

    static ImageQuery encodable(ImageQuery query) {
        Failure.Builder failure = Failure.of(Operation.LIST_IMAGES);
        requireWords(failure, "a name", query.names());
        requireWords(failure, "an id", texts(query.ids()));
        requireWords(failure, "a disk format", texts(query.diskFormats()));
        requireWords(failure, "a container format", texts(query.containerFormats()));
        query.tags().forEach(tag -> requireTag(failure, tag));
        RequestChecks.requireText(failure, "the owner", Objects.toString(query.owner(), null));
        RequestChecks.requireText(failure, "the marker", Objects.toString(query.marker(), null));
        RequestChecks.requireUnicode(failure, "the checksum", query.checksum());
        RequestChecks.requireUnicode(failure, "the hash's algorithm", query.hashAlgorithm());
        RequestChecks.requireUnicode(failure, "the hash", query.hashValue());
        requireTime(failure, query.createdAt());
        requireTime(failure, query.updatedAt());
        query.properties().forEach((name, value) -> {
            RequestChecks.requireText(failure, "a property's name", name);
            RequestChecks.requireUnicode(failure, "the property " + name, value);
            if (isTakenForAnother(name)) {
                throw RequestChecks.refused(
                        failure,
                        "images cannot be listed by a custom property named " + name
                                + ", which the service takes for something else");
            }
        });
        return query;
    }

    private static Collection<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static void requireWords(Failure.Builder failure, String what, Collection<String> words) {
        for (String word : words) {
            RequestChecks.requireUnicode(failure, what, word);
            String problem = words.size() == 1 ? null : FilterWords.problem(word);
            if (problem != null) {
                throw RequestChecks.refused(
                        failure, what + " " + problem + ", which no list of several can carry; ask for it by itself");
            }
        }
    }

    /** The service trims tags before it compares them. */
    private static void requireTag(Failure.Builder failure, String tag) {
        RequestChecks.requireText(failure, "a tag", tag);
        if (isBlank(tag.charAt(0)) || isBlank(tag.charAt(tag.length() - 1))) {
            throw RequestChecks.refused(failure, "a tag begins or ends with a blank, which the service cuts off");
        }
    }

    /** As Python has it, which counts more than Java does. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }

    private static void requireTime(Failure.Builder failure, @Nullable TimeCondition condition) {
        if (condition != null
                && (condition.time().isBefore(EARLIEST) || condition.time().isAfter(LATEST))) {
            throw RequestChecks.refused(failure, "the service knows no time before the year 1 or after the year 9999");
        }
    }

    private static boolean isTakenForAnother(String property) {
        return PARAMETERS.contains(property)
                || ATTRIBUTES.contains(property)
                || property.startsWith("__")
                || Stream.of("_min", "_max").anyMatch(property::endsWith);
    }
}
