package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Exchange;
import org.glance4j.feign.call.Reconciliation;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.internal.json.ImagesPage;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageOperations;

/** Image records over HTTP. Safe for use by several threads. */
final class FeignImages implements ImageOperations {
    private final Calls calls;
    private final ImagesApi api;
    private final Supplier<UUID> ids;
    private final Deadline deadline;

    FeignImages(Calls calls, ImagesApi api, Supplier<UUID> ids, Deadline deadline) {
        this.calls = calls;
        this.api = api;
        this.ids = ids;
        this.deadline = deadline;
    }

    @Override
    public Image create(NewImage image) {
        RequestChecks.encodable(image);
        // With an id of its own a create can be sent again: made already, it is a conflict and can be compared.
        NewImage wanted = image.id() != null
                ? image
                : image.toBuilder().id(ImageId.of(ids.get())).build();
        ImageId id = requireNonNull(wanted.id());
        Call call = Call.of(new ImageRequest.Create(wanted), deadline);
        Call look = Call.of(new ImageRequest.Get(id), deadline);
        return calls.run(
                call,
                attempt -> api.create(wanted, attempt),
                () -> new Reconciliation.Look<>(
                        look, attempt -> api.get(encoded(id), attempt), found -> Differences.between(wanted, found)));
    }

    @Override
    public Image get(ImageId id) {
        return run(new ImageRequest.Get(id), id, attempt -> api.get(encoded(id), attempt));
    }

    @Override
    public Page<Image> list(ImageQuery query) {
        RequestChecks.encodable(query);
        Call call = Call.ofListing(query, deadline);
        ImagesPage page = calls.run(call, attempt -> api.list(QueryParameters.of(query), attempt));
        if (page.next() == null || page.images().isEmpty()) {
            return new Page<>(page.images(), Optional.empty());
        }
        // The service's own link drops repeated parameters, so only its presence counts.
        Image last = page.images().get(page.images().size() - 1);
        return new Page<>(page.images(), Optional.of(query.after(last.id())));
    }

    @Override
    public Image update(ImageId id, ImagePatch patch) {
        RequestChecks.encodable(id, patch);
        return run(new ImageRequest.Update(id, patch, false), id, attempt -> api.update(encoded(id), patch, attempt));
    }

    @Override
    public void delete(ImageId id) {
        change(new ImageRequest.Delete(id), id, attempt -> api.delete(encoded(id), attempt));
    }

    @Override
    public void addTag(ImageId id, String tag) {
        RequestChecks.addressableTag(Operation.ADD_TAG, id, tag);
        change(
                new ImageRequest.AddTag(id, tag),
                id,
                attempt -> api.addTag(encoded(id), PathSegments.encode(tag), attempt));
    }

    @Override
    public void removeTag(ImageId id, String tag) {
        RequestChecks.addressableTag(Operation.REMOVE_TAG, id, tag);
        change(
                new ImageRequest.RemoveTag(id, tag),
                id,
                attempt -> api.removeTag(encoded(id), PathSegments.encode(tag), attempt));
    }

    @Override
    public void deactivate(ImageId id) {
        change(new ImageRequest.Deactivate(id), id, attempt -> api.deactivate(encoded(id), attempt));
    }

    @Override
    public void reactivate(ImageId id) {
        change(new ImageRequest.Reactivate(id), id, attempt -> api.reactivate(encoded(id), attempt));
    }

    private Image run(ImageRequest request, ImageId id, Exchange<Image> exchange) {
        RequestChecks.addressable(request.operation(), id);
        return calls.run(Call.of(request, deadline), exchange);
    }

    private void change(ImageRequest request, ImageId id, Consumer<Attempt> exchange) {
        RequestChecks.addressable(request.operation(), id);
        calls.execute(Call.of(request, deadline), exchange);
    }

    private static String encoded(ImageId id) {
        return PathSegments.encode(id.value());
    }
}
