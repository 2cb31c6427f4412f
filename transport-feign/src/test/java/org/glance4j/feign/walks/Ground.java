package org.glance4j.feign.walks;

import java.util.List;
import org.glance4j.auth.Caller;
import org.glance4j.contract.Party;
import org.glance4j.model.ImageId;
import org.glance4j.model.ProjectId;
import org.glance4j.transport.ImageTransport;

/**
 * Where a walk is taken: one service, and what the images of this walk are called there. The ids are the same on each ground.
 *
 * @param service the service
 * @param ids the images' ids; the last one is never used for an image
 * @param mark the tag that all images of this walk have, and no other
 */
record Ground(Service service, List<ImageId> ids, String mark) {

    /** A service with the walk's callers. */
    interface Service {
        String name();

        ImageTransport as(Party party);

        Caller caller(Party party);
    }

    ImageId id(int slot) {
        return ids.get(slot);
    }

    ProjectId project(Party party) {
        return service.caller(party).project();
    }
}
