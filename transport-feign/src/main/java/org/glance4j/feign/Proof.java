package org.glance4j.feign;

/** The secrets by which one proves who one is. */
enum Proof {
    PASSWORD("password"),
    TOKEN("token"),
    APPLICATION_CREDENTIAL("applicationCredentialSecret"),
    API_KEY("apiKey");

    private final String setting;

    Proof(String setting) {
        this.setting = setting;
    }

    /** Returns the name of the setting that holds the secret. */
    String setting() {
        return setting;
    }

    static Proof of(AuthType type) {
        return switch (type) {
            case PASSWORD, V2_PASSWORD, V3_PASSWORD -> PASSWORD;
            case TOKEN, V2_TOKEN, V3_TOKEN -> TOKEN;
            case V3_APPLICATION_CREDENTIAL -> APPLICATION_CREDENTIAL;
            case RACKSPACE_API_KEY -> API_KEY;
        };
    }
}
