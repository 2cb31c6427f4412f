package org.glance4j.contract;

/** Who takes part in the contract. */
public enum Party {
    /** An ordinary user of the project that owns the images. */
    OWNER,
    /** An ordinary user of the project that images are shared with. */
    CONSUMER,
    /** An ordinary user of a project that has nothing to do with the images, unless a test makes it a member. */
    BYSTANDER,
    /** An admin, of a project of its own. */
    ADMIN,
    /** A user of the owner's project with the role {@code reader} and no other. */
    READER
}
