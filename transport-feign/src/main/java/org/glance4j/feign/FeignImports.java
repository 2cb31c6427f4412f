package org.glance4j.feign;

import java.util.List;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.internal.RequestChecks;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageImportOperations;

/** Imports over HTTP. Safe for use by several threads. */
final class FeignImports implements ImageImportOperations {
    private final Calls calls;
    private final ImportsApi api;
    private final FeignImageData data;
    private final Deadline deadline;

    FeignImports(Calls calls, ImportsApi api, FeignImageData data, Deadline deadline) {
        this.calls = calls;
        this.api = api;
        this.data = data;
        this.deadline = deadline;
    }

    @Override
    public void stage(ImageId id, ImageData source) {
        data.stage(id, source);
    }

    @Override
    public void importImage(ImageId id, ImageImport wanted) {
        RequestChecks.encodable(id, wanted);
        RequestChecks.addressable(Operation.IMPORT_IMAGE, id);
        calls.execute(
                Call.of(new ImageRequest.ImportImage(id, wanted, null), deadline),
                attempt -> api.importImage(PathSegments.encode(id.value()), wanted, attempt));
    }

    @Override
    public List<Task> tasks(ImageId id) {
        RequestChecks.addressable(Operation.LIST_IMAGE_TASKS, id);
        return calls.run(
                Call.of(new ImageRequest.ListTasks(id), deadline),
                attempt -> api.tasks(PathSegments.encode(id.value()), attempt));
    }

    @Override
    public List<ImportMethod> methods() {
        return calls.run(Call.of(new ImageRequest.ListImportMethods(), deadline), api::methods);
    }
}
