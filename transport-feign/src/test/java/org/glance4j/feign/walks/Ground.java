package org.glance4j.feign.walks;

import java.net.URI;
import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.contract.Party;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.ImageTransport;

/**
 * Where a walk is taken: one service, and what the images of this walk are called there. The ids are the same on each ground.
 *
 * @param service the service
 * @param ids the images' ids; the last one is never used for an image
 * @param mark the tag that all images of this walk have, and no other; its namespaces begin with it
 * @param web what a service may download from
 */
record Ground(Service service, List<ImageId> ids, String mark, Web web) {
    /** So many namespaces take part. */
    static final int NAMESPACES = 2;

    /**
     * Two addresses.
     *
     * @param image where data is
     * @param nothing where none is
     */
    record Web(URI image, URI nothing) {}

    /** A service with the walk's callers. */
    interface Service {
        String name();

        ImageTransport as(Party party);

        Caller caller(Party party);
    }

    ImageId id(int slot) {
        return ids.get(slot);
    }

    /** Returns the name of the namespace that goes with an image's slot. */
    NamespaceName namespace(ImageId id) {
        return NamespaceName.of(mark + "-" + ids.indexOf(id) % NAMESPACES);
    }

    /** Returns an image with which another namespace goes. */
    ImageId other(ImageId id) {
        return ids.get((ids.indexOf(id) + 1) % NAMESPACES);
    }

    ProjectId project(Party party) {
        return service.caller(party).project();
    }
}
