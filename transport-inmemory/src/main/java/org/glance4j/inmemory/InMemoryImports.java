package org.glance4j.inmemory;

import java.util.List;
import org.glance4j.error.Failure;
import org.glance4j.inmemory.internal.ImportCall;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageImportOperations;

/** The imports of images, as one caller works with them. Safe for use by several threads. */
final class InMemoryImports implements ImageImportOperations {
    private final Door door;
    private final InMemoryImageData data;

    InMemoryImports(Door door, InMemoryImageData data) {
        this.door = door;
        this.data = data;
    }

    @Override
    public void stage(ImageId id, ImageData source) {
        data.stage(id, source);
    }

    @Override
    public void importImage(ImageId id, ImageImport wanted) {
        RequestChecks.encodable(id, wanted);
        enter(Operation.IMPORT_IMAGE, id);
        door.engine().importImage(door.caller(), id, ImportCall.of(wanted));
    }

    @Override
    public List<Task> tasks(ImageId id) {
        enter(Operation.LIST_IMAGE_TASKS, id);
        return door.engine().imageTasks(door.caller(), id);
    }

    @Override
    public List<ImportMethod> methods() {
        door.enter(Failure.of(Operation.LIST_IMPORT_METHODS));
        return door.engine().importMethods(door.caller());
    }

    private void enter(Operation operation, ImageId id) {
        RequestChecks.addressable(operation, id);
        door.enter(Failure.of(operation).imageId(id));
    }
}
