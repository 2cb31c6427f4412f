package org.glance4j.lifecycle;

/** The rules by which the service refuses requests, one constant for each reason. */
public enum Rule {
    /** The image is not there, was deleted, or the caller may not see it. */
    IMAGE_NOT_VISIBLE,
    /** Only shared images have members. */
    IMAGE_NOT_SHARED,
    /** Members are added and removed by the owner. */
    ONLY_OWNER_CHANGES_MEMBERS,
    /** A member's status is set by the member itself. */
    ONLY_CONSUMER_SETS_STATUS
}
