package org.glance4j.cli.session;

import java.util.Optional;
import org.glance4j.ImageClient;
import org.glance4j.model.ProjectId;

/** A cloud as one caller sees it. Who opened it closes it. */
public interface Cloud extends AutoCloseable {

    /**
     * Returns the Image service.
     *
     * @return the caller's client
     */
    ImageClient client();

    /**
     * Returns the project that an id or name means.
     *
     * @param idOrName what the user typed
     * @return the project's id, empty if there is no such project
     * @throws LookupRefusedException if the caller cannot look projects up
     */
    Optional<ProjectId> findProject(String idOrName) throws LookupRefusedException;

    /**
     * Returns where the user said that the cloud is.
     *
     * @return the settings that say so
     */
    String address();

    @Override
    void close();

    /** The caller cannot look projects up. */
    final class LookupRefusedException extends Exception {
        private static final long serialVersionUID = 1;

        /**
         * Makes the exception.
         *
         * @param reason why not, in one clause
         */
        public LookupRefusedException(String reason) {
            super(reason);
        }
    }
}
