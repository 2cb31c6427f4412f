package org.glance4j.cli.session;

import java.util.Locale;

/** The settings of a connection, each an option and an environment variable, named as in every OpenStack client. */
public enum Setting {
    /** {@code --os-cloud}. */
    CLOUD("NAME", "the cloud of clouds.yaml to work on"),
    /** {@code --os-auth-url}. */
    AUTH_URL("URL", "the identity service, such as http://host/identity/v3"),
    /** {@code --os-auth-type}. */
    AUTH_TYPE("TYPE", "what to prove who one is with, such as v3applicationcredential; follows from what is given"),
    /** {@code --os-username}. */
    USERNAME("NAME", "the user's name"),
    /** {@code --os-user-id}. */
    USER_ID("ID", "the user's id, in place of name and domain"),
    /** {@code --os-password}. */
    PASSWORD("PASSWORD", "the user's password"),
    /** {@code --os-project-name}. */
    PROJECT_NAME("NAME", "the project to work in, by name"),
    /** {@code --os-project-id}. */
    PROJECT_ID("ID", "the project to work in, by id"),
    /** {@code --os-user-domain-name}. */
    USER_DOMAIN_NAME("NAME", "the user's domain, by name"),
    /** {@code --os-user-domain-id}. */
    USER_DOMAIN_ID("ID", "the user's domain, by id (default)"),
    /** {@code --os-project-domain-name}. */
    PROJECT_DOMAIN_NAME("NAME", "the project's domain, by name"),
    /** {@code --os-project-domain-id}. */
    PROJECT_DOMAIN_ID("ID", "the project's domain, by id (default)"),
    /** {@code --os-default-domain}. */
    DEFAULT_DOMAIN("ID", "the domain of user and project where none is given"),
    /** {@code --os-domain-name}. */
    DOMAIN_NAME("NAME", "the domain to work in, in place of a project, by name"),
    /** {@code --os-domain-id}. */
    DOMAIN_ID("ID", "the domain to work in, in place of a project, by id"),
    /** {@code --os-system-scope}. */
    SYSTEM_SCOPE("all", "the whole system to work in, in place of a project"),
    /** {@code --os-application-credential-id}. */
    APPLICATION_CREDENTIAL_ID("ID", "an application credential, by id"),
    /** {@code --os-application-credential-name}. */
    APPLICATION_CREDENTIAL_NAME("NAME", "an application credential, by name; wants its user as well"),
    /** {@code --os-application-credential-secret}. */
    APPLICATION_CREDENTIAL_SECRET("SECRET", "the application credential's secret"),
    /** {@code --os-token}. */
    TOKEN("TOKEN", "a token, in place of user and password"),
    /** {@code --os-identity-api-version}. */
    IDENTITY_API_VERSION("VERSION", "the identity service's API, 3 (the default) or 2"),
    /** {@code --os-region-name}. */
    REGION_NAME("REGION", "the region to take from the catalog"),
    /** {@code --os-interface}. */
    INTERFACE("INTERFACE", "public (the default), internal or admin"),
    /** {@code --os-image-endpoint-override}. */
    IMAGE_ENDPOINT_OVERRIDE("URL", "the Image service, in place of the catalog's"),
    /** {@code --os-cacert}. */
    CACERT("FILE", "the certificates of the authorities to trust"),
    /** {@code --os-cert}. */
    CERT("FILE", "the client's own certificate"),
    /** {@code --os-key}. */
    KEY("FILE", "the key of the client's own certificate");

    private final String valueName;
    private final String description;

    Setting(String valueName, String description) {
        this.valueName = valueName;
        this.description = description;
    }

    /** Returns the key in {@code clouds.yaml}. */
    String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Returns the option's name.
     *
     * @return the name, such as {@code --os-auth-url}
     */
    public String option() {
        return "--os-" + key().replace('_', '-');
    }

    /**
     * Returns the environment variable's name.
     *
     * @return the name, such as {@code OS_AUTH_URL}
     */
    public String variable() {
        return "OS_" + name();
    }

    /**
     * Returns what stands for the value in a usage text.
     *
     * @return one word
     */
    public String valueName() {
        return valueName;
    }

    /**
     * Returns what the setting says.
     *
     * @return one clause
     */
    public String description() {
        return description;
    }
}
