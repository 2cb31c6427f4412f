package org.glance4j.feign.faults;

import java.util.UUID;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.ImageCacheState;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.MetadefOperations;

/**
 * What one call works on.
 *
 * @param cloud where it is
 * @param image the image; there is none with this id where one is to be created
 * @param name the image's name, which no other has
 */
record Target(Cloud cloud, ImageId image, String name) {

    /** Makes what a call needs, past all faults. */
    static Target of(Cloud cloud, Deed deed) {
        String name = "image-" + UUID.randomUUID();
        ImageId image = ImageId.of(UUID.randomUUID());
        if (deed != Deed.CREATE_IMAGE) {
            cloud.direct(Cloud.OWNER)
                    .images()
                    .create(NewImage.named(name)
                            .id(image)
                            .diskFormat(DiskFormat.RAW)
                            .containerFormat(ContainerFormat.BARE)
                            .tag("red")
                            .build());
        }
        Target target = new Target(cloud, image, name);
        deed.prepare(target);
        return target;
    }

    ImageTransport owner() {
        return cloud.direct(Cloud.OWNER);
    }

    ImageTransport admin() {
        return cloud.direct(Cloud.ADMIN);
    }

    /** Returns the metadata catalog past all faults, as an admin works with it. */
    MetadefOperations catalog() {
        return cloud.direct(Cloud.ADMIN).metadefs();
    }

    /** Returns the name of a namespace that no other call works on. */
    NamespaceName namespace() {
        return NamespaceName.of(name);
    }

    /** Returns whether the image is in the cache, or is to be put there. */
    boolean isCached() {
        ImageCacheState state = admin().imageCache().list();
        return state.queued().contains(image)
                || state.cached().stream().anyMatch(each -> each.imageId().equals(image));
    }

    ProjectId consumerProject() {
        return cloud.project(Cloud.CONSUMER);
    }

    ImageStatus status() {
        return owner().images().get(image).status();
    }

    void upload() {
        owner().data().upload(image, ImageData.of(Deed.DATA));
    }

    void offer() {
        owner().members().add(image, consumerProject());
    }

    boolean isMember() {
        return owner().members().list(image).stream()
                .anyMatch(member -> member.memberId().equals(consumerProject()));
    }
}
