package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.function.Consumer;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.lifecycle.CacheRequest;
import org.glance4j.model.CachePart;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageCacheOperations;

/** The cache over HTTP. Safe for use by several threads. */
record FeignImageCache(Calls calls, ImageCacheApi api, Deadline deadline) implements ImageCacheOperations {

    @Override
    public ImageCacheState list() {
        return calls.run(Call.of(new CacheRequest.ListCache(), deadline), api::list);
    }

    @Override
    public void queue(ImageId id) {
        RequestChecks.addressable(Operation.CACHE_IMAGE, id);
        change(new CacheRequest.Queue(id), attempt -> api.queue(PathSegments.encode(id.value()), attempt));
    }

    @Override
    public void remove(ImageId id) {
        RequestChecks.addressable(Operation.UNCACHE_IMAGE, id);
        change(new CacheRequest.Remove(id), attempt -> api.remove(PathSegments.encode(id.value()), attempt));
    }

    @Override
    public void clear() {
        change(new CacheRequest.Clear(), api::clear);
    }

    @Override
    public void clear(CachePart part) {
        requireNonNull(part, "part");
        change(new CacheRequest.Clear(), attempt -> api.clear(part.word(), attempt));
    }

    private void change(CacheRequest request, Consumer<Attempt> exchange) {
        calls.execute(Call.of(request, deadline), exchange);
    }
}
