package org.glance4j.auth;

import java.util.Locale;

/**
 * A role that the identity service gave a user on a project. Not to be mixed up with an image's members.
 *
 * @param name the role's name in lower case, as the Image service compares it
 */
public record Role(String name) {

    /** May do everything, in every project. */
    public static final Role ADMIN = new Role("admin");

    /** May read and write within its project. */
    public static final Role MEMBER = new Role("member");

    /** May read within its project, and not download. */
    public static final Role READER = new Role("reader");

    /** Folds the name to lower case. */
    public Role {
        name = name.toLowerCase(Locale.ROOT);
    }

    /** Returns the role's name. */
    @Override
    public String toString() {
        return name;
    }
}
