package org.glance4j.lifecycle;

/** The part that a caller plays towards one image. An admin is one whatever its project. */
public enum Actor {
    /** Holds the role {@code admin}. */
    ADMIN,
    /** Its project owns the image. */
    OWNER,
    /** Its project is a member of the image. */
    MEMBER,
    /** Its project has nothing to do with the image. */
    BYSTANDER
}
