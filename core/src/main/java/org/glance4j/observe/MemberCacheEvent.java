package org.glance4j.observe;

/** What can happen to a member in the cache. */
public enum MemberCacheEvent {
    /** A look-up found the member, or another thread's load of it under way. */
    HIT,
    /** A look-up found neither and loads the member. */
    MISS,
    /** A load brought the member. */
    LOADED,
    /** A load brought none: the project is no member, or the call failed. */
    LOAD_FAILED,
    /** A member that was asked for was loaded anew ahead of its end. */
    REFRESHED,
    /** A member, or the load of it under way, was dropped because of a change. */
    DROPPED
}
