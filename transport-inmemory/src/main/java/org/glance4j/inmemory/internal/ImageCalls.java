package org.glance4j.inmemory.internal;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.glance4j.auth.Caller;
import org.glance4j.lifecycle.Facts;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.lifecycle.Refusal;
import org.glance4j.lifecycle.Rule;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Visibility;
import org.jspecify.annotations.Nullable;

/** The operations on image records, apart from lists. Runs under the cloud's lock. */
final class ImageCalls {
    private final Cloud cloud;
    private final Law law;
    private final Supplier<ImageId> ids;
    private final Locations locations;
    private final Showing showing;

    ImageCalls(Cloud cloud, Law law, Supplier<ImageId> ids, Locations locations, Showing showing) {
        this.cloud = cloud;
        this.law = law;
        this.ids = ids;
        this.locations = locations;
        this.showing = showing;
    }

    Image create(Caller caller, NewImage image) {
        requireForm(Operation.CREATE_IMAGE, image.id(), ImageForm.problem(image));
        ImageId id = image.id() == null ? ids.get() : image.id();
        NewImage wanted = image.toBuilder().id(id).build();
        Facts facts = Facts.NOTHING.withLimits(law.limits()).withIdTaken(cloud.isTaken(id));
        law.require(new ImageRequest.Create(wanted), facts, caller);
        Instant now = cloud.now();
        ImageRecord created = new ImageRecord(queued(id, wanted, caller, Cloud.shown(now)), now);
        cloud.add(created);
        return showing.image(created, caller);
    }

    private static Image queued(ImageId id, NewImage wanted, Caller caller, Instant now) {
        Visibility visibility = wanted.visibility() == null ? Visibility.SHARED : wanted.visibility();
        return Image.builder(id, ImageStatus.QUEUED, now)
                .updatedAt(now)
                .name(wanted.name())
                .visibilityWord(visibility.word())
                .owner(
                        wanted.owner() == null
                                ? caller.project()
                                : Patching.owner(wanted.owner().value()))
                .isProtected(Boolean.TRUE.equals(wanted.isProtected()))
                .hidden(Boolean.TRUE.equals(wanted.hidden()))
                .diskFormat(wanted.diskFormat())
                .containerFormat(wanted.containerFormat())
                .minDiskGb(wanted.minDiskGb() == null ? 0 : wanted.minDiskGb())
                .minRamMb(wanted.minRamMb() == null ? 0 : wanted.minRamMb())
                .tags(wanted.tags())
                .properties(wanted.properties())
                .build();
    }

    Image get(Caller caller, ImageId id) {
        return showing.image(permitted(new ImageRequest.Get(id), id, caller), caller);
    }

    /** Refuses a patch for its form, or because the image is not found: what the service does before it looks for data anywhere. */
    void requirePatchable(Caller caller, ImageId id, ImagePatch wanted, boolean strictAdd) {
        wellFormed(caller, id, wanted, strictAdd);
        law.require(new ImageRequest.Update(id, new ImagePatch(List.of()), strictAdd), cloud.find(id), caller);
    }

    /**
     * Applies a patch.
     *
     * @param found how much data is under the addresses that it names, where there is any
     */
    Image update(Caller caller, ImageId id, ImagePatch wanted, boolean strictAdd, Map<String, Long> found) {
        ImagePatch patch = wellFormed(caller, id, wanted, strictAdd);
        ImageRecord image = cloud.find(id);
        law.require(
                new ImageRequest.Update(id, patch, strictAdd),
                law.facts(image, caller).withLocations(locations.facts(image, found.keySet())),
                caller);
        ImageRecord known = cloud.known(image);
        if (patch.operations().isEmpty()) {
            return showing.image(known, caller);
        }
        Image.Builder changed = Patching.apply(patch, known.image());
        Relocation relocation = new Relocation(known, found, locations);
        patch.operations().forEach(relocation::apply);
        known.relocate(relocation.stored());
        known.change(relocation.described(changed), cloud.now());
        return showing.image(known, relocation.shown(), caller);
    }

    private ImagePatch wellFormed(Caller caller, ImageId id, ImagePatch wanted, boolean strictAdd) {
        ImagePatch patch = ImageForm.trimmed(wanted);
        for (ImagePatch.Operation operation : patch.operations()) {
            if (law.refusesByName(new ImageRequest.Update(id, new ImagePatch(List.of(operation)), strictAdd), caller)) {
                // The law says so in its turn, whatever the image and the value.
                break;
            }
            requireForm(Operation.UPDATE_IMAGE, id, ImageForm.problem(operation));
        }
        return patch;
    }

    void delete(Caller caller, ImageId id) {
        ImageRecord image = permitted(new ImageRequest.Delete(id), id, caller);
        cloud.remove(image);
    }

    void addTag(Caller caller, ImageId id, String tag) {
        requireForm(Operation.ADD_TAG, id, ImageSchema.tag(tag));
        ImageRecord image = permitted(new ImageRequest.AddTag(id, tag), id, caller);
        Set<String> tags = new LinkedHashSet<>(image.image().tags());
        tags.add(tag);
        image.change(image.image().toBuilder().tags(tags), cloud.now());
    }

    void removeTag(Caller caller, ImageId id, String tag) {
        ImageRecord image = permitted(new ImageRequest.RemoveTag(id, tag), id, caller);
        Set<String> tags = new LinkedHashSet<>(image.image().tags());
        tags.remove(tag);
        image.change(image.image().toBuilder().tags(tags), cloud.now());
    }

    void deactivate(Caller caller, ImageId id) {
        permitted(new ImageRequest.Deactivate(id), id, caller).changeStatus(ImageStatus.DEACTIVATED, cloud.now());
    }

    void reactivate(Caller caller, ImageId id) {
        permitted(new ImageRequest.Reactivate(id), id, caller).changeStatus(ImageStatus.ACTIVE, cloud.now());
    }

    private ImageRecord permitted(ImageRequest request, ImageId id, Caller caller) {
        ImageRecord image = cloud.find(id);
        law.require(request, image, caller);
        return cloud.known(image);
    }

    private void requireForm(Operation operation, @Nullable ImageId id, @Nullable String problem) {
        if (problem != null) {
            throw law.refusal(
                    operation,
                    id,
                    Refusal.BAD_REQUEST,
                    Rule.VALUE_NOT_ALLOWED,
                    "the service does not take a value of this form",
                    problem);
        }
    }
}
