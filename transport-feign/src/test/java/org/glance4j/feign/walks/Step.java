package org.glance4j.feign.walks;

import java.io.IOException;
import org.glance4j.contract.Party;
import org.glance4j.error.ImageServiceException;

/**
 * One step of a walk.
 *
 * @param party who takes it
 * @param slot which of the walk's images it is about
 * @param deed what is done
 */
record Step(Party party, int slot, Deed deed) {

    Outcome take(Ground ground) throws IOException {
        try {
            return Outcome.of(deed.action().act(ground, ground.service().as(party), ground.id(slot)));
        } catch (ImageServiceException refused) {
            return Outcome.of(refused);
        }
    }

    /** Says who does what. */
    @Override
    public String toString() {
        return party + ": image " + slot + ": " + deed.words();
    }
}
