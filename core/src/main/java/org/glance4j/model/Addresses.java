package org.glance4j.model;

import java.util.regex.Pattern;

/** Addresses as they may be shown: stores and websites take a user and a password in them. */
final class Addresses {
    /** A secret may hold slashes, and even at signs. */
    private static final Pattern USER_INFO = Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]*://)\\S*@");

    private Addresses() {}

    /** Returns a text whose addresses have lost what stands before the host. */
    static String shown(String text) {
        return USER_INFO.matcher(text).replaceAll("$1****@");
    }
}
