package org.glance4j.feign.http;

import org.jspecify.annotations.Nullable;

/** Reads the service's id of a request, which is logged and shown whatever else is not. */
final class RequestIds {
    private static final int USUAL_LENGTH = 40;
    private static final int LONGEST = 100;

    private RequestIds() {}

    /** Returns the id; null for what is none, or may be something else that the service was told. */
    static @Nullable String shown(String id, Attempt attempt) {
        if (id.isEmpty() || id.length() > LONGEST || !isPlain(id)) {
            return null;
        }
        // Every OpenStack service writes "req-" and a UUID: less is asked of that, since each answer has one.
        boolean usual = id.length() == USUAL_LENGTH && id.startsWith("req-");
        if (!usual) {
            return attempt.secrets().hide(id);
        }
        return attempt.showsSecret(id) ? null : id;
    }

    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char c = id.charAt(i);
            boolean letterOrDigit = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z');
            if (!letterOrDigit && "-._:".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
