package org.glance4j.feign;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Secrets that are easy to find again, and the search for them. Each has a core that looks different in JSON, HTML and a URL;
 * what stands around the core takes up what base64 leaves of the neighbours.
 */
final class Canaries {
    /** Not a secret: where it is not found, nothing was captured. */
    static final String USER = "canary-that-is-no-secret";

    static final String PASSWORD = secret("passw\u00f6rd");
    static final String CREDENTIAL_SECRET = secret("credenti\u00e4l");
    static final String API_KEY = secret("apikey");
    static final String GIVEN_TOKEN = secret("given-token");
    static final String ISSUED_TOKEN = secret("issued-token");
    static final String SOURCE_TOKEN = secret("source-token");
    static final String PROXY_PASSWORD = secret("proxy");
    static final String URL_PASSWORD = "canaryInUserInfo";
    static final String BROKEN_KEY = "canaryInABrokenKey/+=";

    private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/_-]{16,}");

    private Canaries() {}

    private static String secret(String field) {
        return "abcd" + core(field) + "wxyz";
    }

    private static String core(String field) {
        return "canary/" + field + "\"+&=<%41>";
    }

    /** Where secrets stand in a text, by the secret and the form that it has there. */
    static Map<String, Integer> findings(String text, List<String> more) {
        Map<String, String> forms = Map.of(
                "plain", text,
                "in JSON",
                        text.replace("\\\"", "\"").replace("\\u00f6", "\u00f6").replace("\\u00e4", "\u00e4"),
                "in HTML",
                        text.replace("&quot;", "\"")
                                .replace("&lt;", "<")
                                .replace("&gt;", ">")
                                .replace("&amp;", "&"),
                "in a URL", percentDecoded(text),
                "in base64", base64Decoded(text));
        Map<String, Integer> findings = new TreeMap<>();
        forms.forEach((form, decoded) -> {
            for (String field : List.of(
                    "passw\u00f6rd",
                    "credenti\u00e4l",
                    "apikey",
                    "given-token",
                    "issued-token",
                    "source-token",
                    "proxy")) {
                count(findings, field + " " + form, decoded, core(field));
            }
            count(findings, "user info " + form, decoded, URL_PASSWORD);
            count(findings, "broken key " + form, decoded, BROKEN_KEY);
            more.forEach(secret -> count(findings, "key " + form, decoded, secret));
        });
        return findings;
    }

    private static void count(Map<String, Integer> findings, String what, String text, String secret) {
        for (int at = text.indexOf(secret); at >= 0; at = text.indexOf(secret, at + 1)) {
            findings.merge(what, 1, Integer::sum);
        }
    }

    private static String percentDecoded(String text) {
        byte[] bytes = text.getBytes(UTF_8);
        ByteArrayOutputStream decoded = new ByteArrayOutputStream(bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
            int low = high < 0 ? -1 : Character.digit(bytes[i + 2], 16);
            decoded.write(low < 0 ? bytes[i] : high << 4 | low);
            i += low < 0 ? 0 : 2;
        }
        return decoded.toString(UTF_8);
    }

    /** What every run of base64's characters means, from each of its first four on. */
    private static String base64Decoded(String text) {
        StringBuilder decoded = new StringBuilder();
        Matcher run = BASE64.matcher(text);
        while (run.find()) {
            String characters = run.group().replace('-', '+').replace('_', '/');
            for (int from = 0; from < 4; from++) {
                int to = characters.length() - (characters.length() - from) % 4;
                byte[] bytes = Base64.getDecoder()
                        .decode(characters.substring(from, to).getBytes(ISO_8859_1));
                decoded.append(new String(bytes, UTF_8)).append('\n');
            }
        }
        return decoded.toString();
    }
}
