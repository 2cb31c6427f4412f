package org.glance4j.inmemory.http.replay;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An answer: status, header fields whatever the case of their names, and the body, null where it was not recorded. */
record Answer(
        int status, Map<String, String> headers, @Nullable String body) {

    String text() {
        return body == null ? "" : body;
    }
}
