package org.glance4j.inmemory.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Role;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * The operations on locations that came with version 2.17. Runs under the cloud's lock.
 *
 * <p>Source: {@code glance/api/v2/images.py} (add_location, get_locations, _validate_hashing_data), 30.0.0.
 */
final class LocationCalls {
    private static final String TASK_TYPE = "location_import";
    private static final Role SERVICE = new Role("service");
    private static final Pattern HEXADECIMAL = Pattern.compile("(?:[0-9a-fA-F]{2})*");
    private static final Map<String, Integer> SIZES = Map.of("md5", 16, "sha1", 20, "sha256", 32, "sha512", 64);

    private final Cloud cloud;
    private final Law law;
    private final Locations locations;
    private final ImportSettings site;
    private final Downloads downloads;

    LocationCalls(Cloud cloud, Law law, Locations locations, ImportSettings site, Downloads downloads) {
        this.cloud = cloud;
        this.law = law;
        this.locations = locations;
        this.site = site;
        this.downloads = downloads;
    }

    List<ImageLocation> list(Caller caller, ImageId id) {
        ImageRecord image = cloud.find(id);
        law.require(new ImageRequest.ListLocations(id), image, caller);
        return cloud.known(image).locations();
    }

    void add(Caller caller, ImageId id, LocationCall call) {
        ImageHash hash = call.hash();
        if (hash != null && !SIZES.containsKey(hash.algorithm())) {
            throw refusal(
                    id,
                    Refusal.BAD_REQUEST,
                    Rule.VALIDATION_DATA_REFUSED,
                    "Provided object does not match schema 'location': '" + hash.algorithm()
                            + "' is not one of ['sha1', 'sha256', 'sha512', 'md5']");
        }
        ImageRecord image = cloud.find(id);
        law.require(new ImageRequest.AddLocation(id), image, caller);
        boolean isOfWeb = call.url().startsWith("http") && locations.hasWebStore();
        if (!caller.roles().contains(SERVICE) && !isOfWeb) {
            throw refusal(
                    id,
                    Refusal.FORBIDDEN,
                    Rule.LOCATION_UNUSABLE,
                    "http store must be enabled to use location API by normal user.");
        }
        String problem = hash == null ? null : problem(hash);
        if (problem != null) {
            throw refusal(id, Refusal.BAD_REQUEST, Rule.VALIDATION_DATA_REFUSED, problem);
        }
        if (cloud.known(image).facts().propertyNames().contains(Importing.LOCK)) {
            throw refusal(id, Refusal.CONFLICT, Rule.IMPORT_UNDER_WAY, "Image has active task");
        }
        TaskRecord task = TaskRecord.accepted(
                        site.taskIds().get(), TASK_TYPE, caller.project(), input(id, call), cloud.now())
                .about(id, call.requestId(), call.userId());
        new LocationImport(cloud, site, locations, downloads, task, id, call).accept(cloud.now());
    }

    private static @Nullable String problem(ImageHash hash) {
        if (!HEXADECIMAL.matcher(hash.value()).matches()) {
            return "os_hash_value (" + hash.value() + ") is not a valid hexadecimal value";
        }
        int size = SIZES.getOrDefault(hash.algorithm(), 0);
        return hash.value().length() == 2 * size
                ? null
                : "os_hash_value: (" + hash.value() + ") is not the correct size for " + hash.algorithm()
                        + " (should be (" + size + ") bytes)";
    }

    private static Map<String, @Nullable Object> input(ImageId id, LocationCall call) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        if (call.hash() != null) {
            told.put("os_hash_algo", call.hash().algorithm());
            told.put("os_hash_value", call.hash().value());
        }
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("image_id", id.value());
        input.put("loc_url", call.url());
        input.put("validation_data", told);
        return input;
    }

    private RuntimeException refusal(ImageId id, Refusal refusal, Rule rule, String text) {
        return law.refusal(Operation.ADD_LOCATION, id, refusal, rule, "the location cannot be added", text);
    }
}
