package org.glance4j.inmemory.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.LocationChange;
import org.glance4j.model.LocationValidation;
import org.jspecify.annotations.Nullable;

/**
 * Applies the changes of locations in a patch that was permitted. Nothing can fail here.
 *
 * <p>The answer has the locations in the order that was asked for, and what was told of the data. Kept is the order in which they came,
 * without that.
 *
 * <p>Source: {@code glance/api/v2/images.py} (_do_add_locations and others), {@code glance/location.py} (_set_image_size), {@code
 * glance/db/sqlalchemy/api.py} (image locations), 25.1.0.
 */
final class Relocation {
    private final Locations site;
    private final Map<String, Long> found;
    private final List<ImageLocation> shown;
    private final List<ImageLocation> old;
    private boolean isQueued;
    private boolean hasChanged;
    private @Nullable Long size;
    private @Nullable String checksum;
    private @Nullable ImageHash hash;

    Relocation(ImageRecord record, Map<String, Long> found, Locations site) {
        Image image = record.image();
        this.site = site;
        this.found = found;
        this.shown = new ArrayList<>(record.locations());
        this.old = new ArrayList<>(record.locations());
        this.isQueued = image.status() == ImageStatus.QUEUED;
        this.size = image.sizeBytes();
        this.checksum = image.checksum();
        this.hash = image.hash();
    }

    void apply(ImagePatch.Operation operation) {
        if (!operation.field().equals("locations")) {
            return;
        }
        hasChanged = true;
        if (operation.value() instanceof LocationChange change && change.location() != null) {
            ImageLocation location = site.located(change.location());
            shown.add(Math.min(change.position().orElse(shown.size()), shown.size()), location);
            take(List.of(location));
        } else if (operation.value() instanceof LocationChange change) {
            shown.remove(change.position().orElse(shown.size() - 1));
        } else if (operation.value() instanceof List<?> list) {
            shown.clear();
            old.clear();
            for (Object each : list) {
                shown.add(site.located((ImageLocation) each));
            }
            take(shown);
        }
    }

    private void take(List<ImageLocation> locations) {
        for (ImageLocation location : locations) {
            if (size == null || size == 0) {
                size = found.getOrDefault(location.url(), size);
            }
            LocationValidation validation = location.validation();
            if (isQueued && validation != null) {
                hash = validation.hash();
                checksum = validation.checksum() == null ? checksum : validation.checksum();
            }
        }
        isQueued = false;
    }

    /** Returns the locations in the order that was asked for. */
    List<ImageLocation> shown() {
        return shown;
    }

    /** Returns the locations as they are kept: those that were there, then those that came. */
    List<ImageLocation> stored() {
        List<ImageLocation> stored = new ArrayList<>(old);
        stored.retainAll(shown);
        for (ImageLocation location : shown) {
            if (!stored.contains(location)) {
                stored.add(site.kept(location));
            }
        }
        return stored;
    }

    /** Returns what becomes of the image. */
    Image.Builder described(Image.Builder changed) {
        if (hasChanged) {
            changed.sizeBytes(size).checksum(checksum).hash(hash);
            if (!isQueued) {
                changed.statusWord(ImageStatus.ACTIVE.word());
            }
        }
        return changed;
    }
}
