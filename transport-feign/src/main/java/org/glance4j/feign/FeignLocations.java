package org.glance4j.feign;

import java.util.List;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.LocationOperations;
import org.jspecify.annotations.Nullable;

/** Locations over HTTP. Safe for use by several threads. */
record FeignLocations(Calls calls, LocationsApi api, Deadline deadline) implements LocationOperations {

    @Override
    public List<ImageLocation> list(ImageId id) {
        RequestChecks.addressable(Operation.LIST_LOCATIONS, id);
        return calls.run(
                        Call.of(new ImageRequest.ListLocations(id), deadline),
                        attempt -> api.list(PathSegments.encode(id.value()), attempt))
                .locations();
    }

    @Override
    public void add(ImageId id, String url, @Nullable ImageHash hash) {
        RequestChecks.addressable(Operation.ADD_LOCATION, id);
        RequestChecks.encodableLocation(id, url);
        calls.execute(
                Call.of(new ImageRequest.AddLocation(id), deadline),
                attempt -> api.add(PathSegments.encode(id.value()), new NewLocation(url, hash), attempt));
    }
}
