package org.glance4j.inmemory;

import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.internal.RequestChecks;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Page;
import org.glance4j.transport.ImageOperations;

/** The images' records, as one caller works with them. Safe for use by several threads. */
final class InMemoryImages implements ImageOperations {
    private final Door door;

    InMemoryImages(Door door) {
        this.door = door;
    }

    @Override
    public Image create(NewImage image) {
        RequestChecks.encodable(image);
        door.enter(Failure.of(Operation.CREATE_IMAGE).imageId(image.id()));
        return door.engine().create(door.caller(), image);
    }

    @Override
    public Image get(ImageId id) {
        enter(Operation.GET_IMAGE, id);
        return door.engine().get(door.caller(), id);
    }

    @Override
    public Page<Image> list(ImageQuery query) {
        RequestChecks.encodable(query);
        door.enter(Failure.of(Operation.LIST_IMAGES));
        return door.engine().list(door.caller(), query);
    }

    @Override
    public Image update(ImageId id, ImagePatch patch) {
        RequestChecks.encodable(id, patch);
        enter(Operation.UPDATE_IMAGE, id);
        Failure.Builder call = Failure.of(Operation.UPDATE_IMAGE).imageId(id).effect(Effect.NOT_APPLIED);
        return door.engine().update(door.caller(), id, patch, false, () -> door.goOn(call));
    }

    @Override
    public void delete(ImageId id) {
        enter(Operation.DELETE_IMAGE, id);
        door.engine().delete(door.caller(), id);
    }

    @Override
    public void addTag(ImageId id, String tag) {
        RequestChecks.addressableTag(Operation.ADD_TAG, id, tag);
        enter(Operation.ADD_TAG, id);
        door.engine().addTag(door.caller(), id, tag);
    }

    @Override
    public void removeTag(ImageId id, String tag) {
        RequestChecks.addressableTag(Operation.REMOVE_TAG, id, tag);
        enter(Operation.REMOVE_TAG, id);
        door.engine().removeTag(door.caller(), id, tag);
    }

    @Override
    public void deactivate(ImageId id) {
        enter(Operation.DEACTIVATE_IMAGE, id);
        door.engine().deactivate(door.caller(), id);
    }

    @Override
    public void reactivate(ImageId id) {
        enter(Operation.REACTIVATE_IMAGE, id);
        door.engine().reactivate(door.caller(), id);
    }

    private void enter(Operation operation, ImageId id) {
        RequestChecks.addressable(operation, id);
        door.enter(Failure.of(operation).imageId(id));
    }
}
