package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.util.Arrays;
import java.util.Optional;

/**
 * How a token is asked for. The words are those of {@code auth_type} in {@code clouds.yaml}. Source: keystoneauth's and
 * rackspaceauth's plugins.
 */
public enum AuthType {
    /** A password; of Identity v2.0 where the identity service's URL ends in {@code /v2.0}, of Identity v3 otherwise. */
    PASSWORD("password"),

    /** A token; of Identity v2.0 where the identity service's URL ends in {@code /v2.0}, of Identity v3 otherwise. */
    TOKEN("token"),

    /** A password, of Identity v3. */
    V3_PASSWORD("v3password"),

    /** A token, of Identity v3. */
    V3_TOKEN("v3token"),

    /** An application credential, which has its own project; of Identity v3. */
    V3_APPLICATION_CREDENTIAL("v3applicationcredential"),

    /** A password, of Identity v2.0, which has no domains. */
    V2_PASSWORD("v2password"),

    /** A token, of Identity v2.0, which has no domains. */
    V2_TOKEN("v2token"),

    /** An API key, of Rackspace's Identity v2.0. */
    RACKSPACE_API_KEY("rackspace_apikey");

    private final String word;

    AuthType(String word) {
        this.word = word;
    }

    /**
     * Returns the type with this word.
     *
     * @param word the word, such as {@code v3password}
     * @return the type, empty where this library has none of that word
     */
    public static Optional<AuthType> of(String word) {
        requireNonNull(word, "word");
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /**
     * Returns the word.
     *
     * @return the word
     */
    public String word() {
        return word;
    }
}
