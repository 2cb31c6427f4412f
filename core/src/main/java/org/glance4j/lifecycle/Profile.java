package org.glance4j.lifecycle;

/** Which set of authorization rules a service applies. */
public enum Profile {
    /**
     * L: owner-or-admin checks in the code, whatever other roles a token holds; the default up to release 25
     * ({@code enforce_secure_rbac} false).
     */
    LEGACY,

    /** N: {@code reader} reads, {@code member} writes, {@code admin} does everything; the default from release 26. */
    SECURE_RBAC
}
