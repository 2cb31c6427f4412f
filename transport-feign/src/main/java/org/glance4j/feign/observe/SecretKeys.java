package org.glance4j.feign.observe;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which values of a JSON document are secrets, by their keys, and the variables that stand for them. */
final class SecretKeys {
    private static final String TOKEN = "OS_TOKEN";
    private static final Pattern LOOKS_SECRET = Pattern.compile(
            "pass(word|wd|code|phrase)|adminpass|admin_pass|secret|token|api[_-]?key|private[_-]?key",
            Pattern.CASE_INSENSITIVE);

    /** As keystoneauth's options are read from the environment. */
    private static final Map<String, String> VARIABLES = Map.of(
            "password", "OS_PASSWORD",
            "passcode", "OS_PASSCODE",
            "secret", "OS_APPLICATION_CREDENTIAL_SECRET",
            "apikey", "OS_API_KEY",
            "token", TOKEN);

    /** Objects of the Identity API whose own keys tell which of their values is the secret. */
    private static final Set<String> DESCRIPTIONS =
            Set.of("password", "token", "passwordCredentials", "RAX-KSKEY:apiKeyCredentials");

    private SecretKeys() {}

    static boolean describesSecret(String key) {
        return DESCRIPTIONS.contains(key);
    }

    /**
     * Returns the variable that stands for a value.
     *
     * @param key the key that it has, or the name of the field that a patch sets
     * @param within the key of the object that holds it; empty for none
     * @return the variable's name; null where the value is no secret
     */
    static @Nullable String variable(String key, String within) {
        if (key.equals("id") && within.equals("token")) {
            return TOKEN;
        }
        return LOOKS_SECRET.matcher(key).find()
                ? VARIABLES.getOrDefault(key.toLowerCase(Locale.ROOT), "OS_SECRET")
                : null;
    }
}
