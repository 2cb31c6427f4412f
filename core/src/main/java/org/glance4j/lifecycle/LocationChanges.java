package org.glance4j.lifecycle;

import static org.glance4j.lifecycle.Refusing.PERMITTED;
import static org.glance4j.lifecycle.Refusing.refuse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.LocationChange;
import org.glance4j.model.LocationValidation;
import org.jspecify.annotations.Nullable;

/**
 * What the service says to the changes of locations in one patch, each on what the earlier ones made: status, what is told of the data,
 * position, number, address, whether it is there already.
 *
 * <p>Source: {@code glance/api/v2/images.py} (_do_add_locations, _do_replace_locations, _do_remove_locations,
 * _validate_validation_data), {@code glance/location.py} (StoreLocations, _locations_proxy), {@code glance/quota/__init__.py}, 25.1.0.
 */
final class LocationChanges {
    private static final int MOST = 10;
    private static final int CHECKSUM_DIGITS = 32;
    private static final int HASH_DIGITS = 128;
    private static final String ALGORITHM = "sha512";
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-fA-F]{2})*");

    private final ImageId id;
    private final LocationFacts facts;
    private List<ImageLocation> locations;
    private final Map<String, String> known = new LinkedHashMap<>();

    LocationChanges(ImageId id, LocationFacts facts) {
        this.id = id;
        this.facts = facts;
        this.locations = new ArrayList<>(facts.locations());
        tell(facts.checksum(), facts.hash());
    }

    private void tell(@Nullable String checksum, @Nullable ImageHash hash) {
        if (checksum != null) {
            known.put("checksum", checksum);
        }
        if (hash != null) {
            known.put("os_hash_algo", hash.algorithm());
            known.put("os_hash_value", hash.value());
        }
    }

    static Decision.Refused closed(ImageId id, String text) {
        return refuse(
                Refusal.FORBIDDEN,
                Rule.LOCATIONS_CLOSED,
                "the service does not let the locations of image " + id + " be changed",
                text);
    }

    Decision decide(ImagePatch.Operation change, ImageStatus status) {
        ImagePatch.Kind kind = change.kind();
        if (!facts.isOpen()) {
            String verb = kind == ImagePatch.Kind.REPLACE ? "update" : verb(kind);
            return closed(id, "It's not allowed to " + verb + " locations if locations are invisible.");
        }
        boolean fits = status == ImageStatus.ACTIVE || (status == ImageStatus.QUEUED && kind != ImagePatch.Kind.REMOVE);
        if (!fits) {
            return refuse(
                    Refusal.CONFLICT,
                    Rule.LOCATIONS_FIXED,
                    "the locations of image " + id + " cannot be changed in its status",
                    "It's not allowed to " + verb(kind) + " locations if image status is " + status.word() + ".");
        }
        return switch (kind) {
            case ADD ->
                change.value() instanceof LocationChange one && one.location() != null
                        ? add(one.position(), one.location(), status)
                        : badPosition("adding");
            case REPLACE -> replace(all(change.value()), status);
            case REMOVE ->
                change.value() instanceof LocationChange one ? remove(one.position()) : badPosition("removing");
        };
    }

    private static String verb(ImagePatch.Kind kind) {
        return switch (kind) {
            case ADD -> "add";
            case REPLACE -> "replace";
            case REMOVE -> "remove";
        };
    }

    private static List<ImageLocation> all(@Nullable Object value) {
        List<ImageLocation> all = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object each : list) {
                if (each instanceof ImageLocation location) {
                    all.add(location);
                }
            }
        }
        return all;
    }

    private Decision add(OptionalInt position, ImageLocation location, ImageStatus status) {
        Decision told = told(List.of(location), status);
        if (told instanceof Decision.Refused) {
            return told;
        }
        if (locations.size() + 1 > MOST) {
            return limit(locations.size() + 1);
        }
        if (!facts.usable().contains(location.url())) {
            return unusable(location);
        }
        if (isAmong(locations, location) > 0) {
            return present(location);
        }
        locations.add(Math.min(position.orElse(locations.size()), locations.size()), location);
        return PERMITTED;
    }

    private Decision replace(List<ImageLocation> wanted, ImageStatus status) {
        Decision told = told(wanted, status);
        if (told instanceof Decision.Refused) {
            return told;
        }
        if (wanted.size() > MOST) {
            return limit(wanted.size());
        }
        if (!addresses(wanted).equals(addresses(locations))) {
            if (!locations.isEmpty()) {
                return refuse(
                        Refusal.BAD_REQUEST,
                        Rule.LOCATIONS_PRESENT,
                        "image " + id + " has locations already, which other addresses cannot replace at once",
                        "Original locations is not empty: "
                                + locations.stream().map(ImageLocation::url).toList());
            }
            for (ImageLocation location : wanted) {
                if (!facts.usable().contains(location.url())) {
                    return unusable(location);
                }
                if (isAmong(wanted, location) > 1) {
                    return present(location);
                }
            }
        }
        locations = new ArrayList<>(wanted);
        return PERMITTED;
    }

    private static List<String> addresses(List<ImageLocation> locations) {
        return locations.stream().map(ImageLocation::url).sorted().toList();
    }

    private long isAmong(List<ImageLocation> among, ImageLocation location) {
        Map<String, @Nullable Object> metadata = metadata(location);
        return among.stream()
                .filter(each ->
                        each.url().equals(location.url()) && metadata(each).equals(metadata))
                .count();
    }

    /** The store is among what is said of a location, whoever says it. */
    private Map<String, @Nullable Object> metadata(ImageLocation location) {
        Map<String, @Nullable Object> metadata = new LinkedHashMap<>(location.metadata());
        if (facts.store() != null && facts.usable().contains(location.url())) {
            metadata.put("store", facts.store().value());
        }
        return metadata;
    }

    private Decision remove(OptionalInt wanted) {
        if (locations.size() == 1) {
            return refuse(
                    Refusal.FORBIDDEN,
                    Rule.LAST_LOCATION,
                    "image " + id + " keeps its last location; delete the image instead",
                    UpdateLaw.DENIED + " Cannot remove last location in the image.");
        }
        int position = wanted.orElse(locations.size() - 1);
        if (position < 0 || position >= locations.size()) {
            return badPosition("removing");
        }
        locations.remove(position);
        return PERMITTED;
    }

    private Decision badPosition(String doing) {
        return refuse(
                Refusal.BAD_REQUEST,
                Rule.LOCATION_NOT_FOUND,
                "image " + id + " has no location at that position",
                "Invalid position for " + doing + " a location.");
    }

    private static Decision limit(int attempted) {
        return refuse(
                Refusal.TOO_LARGE,
                Rule.LOCATION_LIMIT,
                "the image would have more locations than the service allows",
                "The limit has been exceeded on the number of allowed image locations. Attempted: " + attempted
                        + ", Maximum: " + MOST);
    }

    private static Decision unusable(ImageLocation location) {
        return refuse(
                Refusal.BAD_REQUEST,
                Rule.LOCATION_UNUSABLE,
                "no data is found at " + location.url() + ", or the site takes none from there",
                "Invalid location");
    }

    private Decision present(ImageLocation location) {
        return refuse(
                Refusal.BAD_REQUEST,
                Rule.LOCATION_PRESENT,
                "image " + id + " has the location " + location.url() + " already",
                "The location " + location.url() + " already exists");
    }

    /** Looks at what is told of the data, and keeps it for a queued image. */
    private Decision told(List<ImageLocation> wanted, ImageStatus status) {
        Map<String, String> all = new LinkedHashMap<>();
        for (ImageLocation location : wanted) {
            for (Map.Entry<String, String> each : told(location.validation()).entrySet()) {
                String earlier = all.put(each.getKey(), each.getValue());
                if (earlier != null && !earlier.equals(each.getValue())) {
                    return refused("Conflicting values for " + each.getKey());
                }
            }
        }
        Map<String, String> news = new LinkedHashMap<>();
        for (Map.Entry<String, String> each : all.entrySet()) {
            String current = known.get(each.getKey());
            if (current == null) {
                news.put(each.getKey(), each.getValue());
            } else if (!current.equals(each.getValue())) {
                return refused(each.getKey() + " is already set with a different value");
            }
        }
        if (news.isEmpty()) {
            return PERMITTED;
        }
        if (status != ImageStatus.QUEUED) {
            return refused("New value(s) for " + news.keySet().stream().collect(Collectors.joining(", "))
                    + " may only be provided when image status is 'queued'");
        }
        String problem = problem(news);
        if (problem == null) {
            known.putAll(news);
        }
        return problem == null ? PERMITTED : refused(problem);
    }

    private static Map<String, String> told(@Nullable LocationValidation validation) {
        Map<String, String> told = new LinkedHashMap<>();
        if (validation != null) {
            told.put("os_hash_algo", validation.hash().algorithm());
            told.put("os_hash_value", validation.hash().value());
            if (validation.checksum() != null) {
                told.put("checksum", validation.checksum());
            }
        }
        return told;
    }

    private static @Nullable String problem(Map<String, String> news) {
        String checksum = news.get("checksum");
        if (checksum != null && !HEXADECIMAL.matcher(checksum).matches()) {
            return "checksum (" + checksum + ") is not a valid hexadecimal value";
        }
        if (checksum != null && checksum.length() != CHECKSUM_DIGITS) {
            return "checksum (" + checksum + ") is not the correct size for md5 (should be 16 bytes)";
        }
        String algorithm = news.get("os_hash_algo");
        if (!ALGORITHM.equals(algorithm)) {
            return "os_hash_algo must be " + ALGORITHM + ", not " + (algorithm == null ? "None" : algorithm);
        }
        String value = news.getOrDefault("os_hash_value", "");
        if (!HEXADECIMAL.matcher(value).matches()) {
            return "os_hash_value (" + value + ") is not a valid hexadecimal value";
        }
        return value.length() == HASH_DIGITS
                ? null
                : "os_hash_value (" + value + ") is not the correct size for sha512 (should be 64 bytes)";
    }

    private Decision refused(String text) {
        return refuse(
                Refusal.CONFLICT,
                Rule.VALIDATION_DATA_REFUSED,
                "what is told of the data of image " + id + " is not of the right form, or differs from what is known",
                text);
    }
}
