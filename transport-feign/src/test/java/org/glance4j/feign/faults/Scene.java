package org.glance4j.feign.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.glance4j.feign.FeignTransport;

/** What one operation is called with, and how to see that it was done. */
abstract class Scene {

    /** Returns whose call it is. */
    String user() {
        return Cloud.OWNER;
    }

    /** Brings the image into the state that the call needs: a queued image will do. */
    void prepare(Target target) {}

    abstract Object call(FeignTransport transport, Target target) throws IOException;

    /** Returns whether the service has made the change; of a read it never has. */
    boolean done(Target target) {
        return false;
    }

    /** Checks what a successful call gave. */
    void check(Object answer, Target target) {
        assertThat(answer).isSameAs(Deed.NOTHING);
    }
}
