package org.glance4j.auth;

import java.util.Optional;
import org.glance4j.transport.Deadline;

/** Where a transport takes its tokens from. Implementations are safe for use by several threads. */
public interface TokenSource {

    /**
     * Returns a token that is good now as far as this source knows, asking the identity service if it has to. However many
     * threads ask at once, the identity service is asked once.
     *
     * @param deadline when the caller gives up
     * @return the token
     * @throws org.glance4j.error.UnauthorizedException if the identity service refuses the credentials
     */
    Secret token(Deadline deadline);

    /**
     * Tells this source that the Image service refused a token, and returns whether asking again may give a different one.
     *
     * @param rejected the token that was refused
     * @return false if the source has no way to renew it
     */
    boolean reject(Secret rejected);

    /**
     * Returns whom the newest token stands for, as far as this source knows without asking.
     *
     * @return the caller, empty where the source does not know
     */
    Optional<Caller> caller();
}
