package org.glance4j.feign.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The forms in which a text can stand in another one: as it is, in JSON, in a URL, and somewhere within base64. */
final class SecretForms {
    /** Fewer characters of base64 stand in any text by chance. */
    private static final int SHORTEST_BASE64 = 6;

    private SecretForms() {}

    static Set<String> of(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        forms.add(secret);
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        String segment = PathSegments.encode(secret);
        forms.add(segment);
        forms.add(lowerCaseEscapes(segment));
        String field = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(field);
        forms.add(lowerCaseEscapes(field));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            addBase64(forms, Base64.getEncoder(), shifted, before);
            addBase64(forms, Base64.getUrlEncoder(), shifted, before);
        }
        return forms;
    }

    /** Adds the characters that the secret alone determines, whatever stands before and behind it. */
    private static void addBase64(Set<String> forms, Base64.Encoder encoder, byte[] bytes, int before) {
        int from = (before * 8 + 5) / 6;
        int to = bytes.length * 8 / 6;
        if (to - from >= SHORTEST_BASE64) {
            forms.add(encoder.encodeToString(bytes).substring(from, to));
        }
    }

    private static String lowerCaseEscapes(String encoded) {
        StringBuilder lower = new StringBuilder(encoded);
        for (int i = lower.indexOf("%"); i >= 0; i = lower.indexOf("%", i + 1)) {
            lower.replace(i, i + 3, lower.substring(i, i + 3).toLowerCase(Locale.ROOT));
        }
        return lower.toString();
    }
}
