package org.glance4j.inmemory.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The pointers of a patch. Source: {@code glance/api/v2/images.py} (_validate_json_pointer), 25.1.0. */
final class PatchPointer {
    private static final Pattern ADJACENT = Pattern.compile("/\\s*?/");
    private static final Pattern BROKEN_ESCAPE = Pattern.compile("~(?![01])");

    private PatchPointer() {}

    static List<String> tokens(String pointer) {
        check(pointer);
        List<String> tokens = new ArrayList<>();
        for (String token : pointer.replaceFirst("^/+", "").split("/", -1)) {
            tokens.add(token.replace("~1", "/").replace("~0", "~").strip());
        }
        return tokens;
    }

    private static void check(String pointer) {
        if (!pointer.startsWith("/")) {
            throw refused(pointer, "does not start with \"/\".");
        }
        if (ADJACENT.matcher(pointer.substring(1)).find()) {
            throw refused(pointer, "contains adjacent \"/\".");
        }
        if (pointer.length() > 1 && pointer.endsWith("/")) {
            throw refused(pointer, "end with \"/\".");
        }
        if (BROKEN_ESCAPE.matcher(pointer).find()) {
            throw refused(pointer, "contains \"~\" not part of a recognized escape sequence.");
        }
    }

    private static RefusedRequest refused(String pointer, String problem) {
        return RefusedRequest.badRequest("Pointer `" + pointer + "` " + problem);
    }
}
