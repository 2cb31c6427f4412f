package org.glance4j.cache;

import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.NewImage;
import org.glance4j.model.Page;
import org.glance4j.transport.ImageOperations;

/**
 * Drops all members of an image from the cache when it is deleted, or a change of it decides who sees them: that of visibility
 * or owner. Whether the change succeeds makes no difference: one that failed may have been applied. Safe for use by several
 * threads.
 */
record InvalidatingImages(ImageOperations delegate, MemberCache cache) implements ImageOperations {

    @Override
    public Image create(NewImage image) {
        return delegate.create(image);
    }

    @Override
    public Image get(ImageId id) {
        return delegate.get(id);
    }

    @Override
    public Page<Image> list(ImageQuery query) {
        return delegate.list(query);
    }

    @Override
    public Image update(ImageId id, ImagePatch patch) {
        try {
            return delegate.update(id, patch);
        } finally {
            if (patch.operations().stream().anyMatch(InvalidatingImages::decidesWhoSeesMembers)) {
                cache.dropAll(id);
            }
        }
    }

    private static boolean decidesWhoSeesMembers(ImagePatch.Operation operation) {
        // The service trims blanks around the name of a field.
        String field = operation.field().strip();
        return field.equals("visibility") || field.equals("owner");
    }

    @Override
    public void delete(ImageId id) {
        try {
            delegate.delete(id);
        } finally {
            cache.dropAll(id);
        }
    }

    @Override
    public void addTag(ImageId id, String tag) {
        delegate.addTag(id, tag);
    }

    @Override
    public void removeTag(ImageId id, String tag) {
        delegate.removeTag(id, tag);
    }

    @Override
    public void deactivate(ImageId id) {
        delegate.deactivate(id);
    }

    @Override
    public void reactivate(ImageId id) {
        delegate.reactivate(id);
    }
}
