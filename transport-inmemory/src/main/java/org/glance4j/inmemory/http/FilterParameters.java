package org.glance4j.inmemory.http;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NumberRange;
import org.glance4j.model.ProjectId;

/**
 * The conditions on an image's own values. What has no field of that name is a custom property; where the service fails for a
 * name of its own ({@code properties=x}, a range of what is no number), a refusal says so.
 *
 * <p>Source: {@code glance/db/sqlalchemy/api.py} (_make_conditions_from_filters), 25.1.0.
 */
final class FilterParameters {
    /** The attributes of the service's class for images that are no columns: what is compared with one is never equal. */
    private static final Set<String> ATTRIBUTES = Set.of(
            "delete",
            "deleted_at",
            "get",
            "items",
            "iteritems",
            "keys",
            "metadata",
            "registry",
            "save",
            "to_dict",
            "update",
            "values");

    private static final Set<String> FAILING = Set.of("locations", "members", "properties", "tags");
    private static final Set<String> NUMBERS = Set.of("size", "virtual_size", "min_disk", "min_ram");

    private final ImageQuery.Builder query;
    private final Map<String, NumberRange> ranges = new TreeMap<>();
    private boolean nothing;

    FilterParameters(ImageQuery.Builder query) {
        this.query = query;
    }

    void add(String name, String value) {
        if (name.endsWith("_min") || name.endsWith("_max")) {
            addBound(name, value);
        } else if (NUMBERS.contains(name)) {
            addNumber(name, value);
        } else if (FAILING.contains(name)) {
            throw notSupported(name);
        } else if (ATTRIBUTES.contains(name)) {
            nothing = true;
        } else {
            addText(name, value);
        }
    }

    private void addText(String name, String value) {
        switch (name) {
            case "id" -> any(value, ImageId::of).ifPresent(query::ids);
            case "name" -> any(value, Function.identity()).ifPresent(query::names);
            case "status" -> any(value, ImageStatus::of).ifPresent(query::statuses);
            case "disk_format" -> any(value, DiskFormat::of).ifPresent(query::diskFormats);
            case "container_format" -> any(value, ContainerFormat::of).ifPresent(query::containerFormats);
            case "created_at" -> query.createdAt(FilterTexts.time(name, value));
            case "updated_at" -> query.updatedAt(FilterTexts.time(name, value));
            case "owner" -> query.owner(ProjectId.of(value));
            case "checksum" -> query.checksum(value);
            case "os_hash_algo" -> query.hashAlgorithm(value);
            case "os_hash_value" -> query.hashValue(value);
            default -> query.property(name, value);
        }
    }

    private <T> Optional<Set<T>> any(String value, Function<String, T> of) {
        Set<T> wanted = FilterTexts.words(value).stream().map(of).collect(Collectors.toSet());
        // No image has a status that the service does not know.
        wanted.remove(ImageStatus.UNRECOGNIZED);
        nothing |= wanted.isEmpty();
        return wanted.isEmpty() ? Optional.empty() : Optional.of(wanted);
    }

    private void addBound(String name, String value) {
        String field = name.substring(0, name.length() - "_min".length());
        long bound = PythonNumbers.nearest(PythonNumbers.integer(value)
                .orElseThrow(() -> RefusedRequest.badRequest("Unable to filter on a range with a non-numeric value.")));
        if (!NUMBERS.contains(field)) {
            throw notSupported(name);
        }
        narrow(field, name.endsWith("_min") ? NumberRange.atLeast(bound) : NumberRange.atMost(bound));
    }

    /** The database compares numbers with texts that are numbers, and nothing is equal to any other text. */
    private void addNumber(String name, String value) {
        try {
            narrow(name, NumberRange.exactly(new BigDecimal(value.strip()).longValueExact()));
        } catch (ArithmeticException | NumberFormatException notWhole) {
            nothing = true;
        }
    }

    private void narrow(String field, NumberRange range) {
        ranges.merge(
                field,
                range,
                (one, other) -> new NumberRange(
                        one.least() == null || (other.least() != null && other.least() > one.least())
                                ? other.least()
                                : one.least(),
                        one.most() == null || (other.most() != null && other.most() < one.most())
                                ? other.most()
                                : one.most()));
    }

    private static RefusedRequest notSupported(String name) {
        return RefusedRequest.badRequest("This service does not support the filter '" + name + "'.");
    }

    boolean matchNothing() {
        return nothing;
    }

    ImageQuery query() {
        ranges.forEach((field, range) -> {
            switch (field) {
                case "size" -> query.sizeBytes(range);
                case "virtual_size" -> query.virtualSizeBytes(range);
                case "min_disk" -> query.minDiskGb(range);
                default -> query.minRamMb(range);
            }
        });
        return query.build();
    }
}
