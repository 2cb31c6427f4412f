package org.glance4j.cli.session;

import java.util.Locale;

/** The settings of a connection, each an option and an environment variable, named as in every OpenStack client. */
public enum Setting {
    /** {@code --os-auth-url}. */
    AUTH_URL("URL", "the identity service, such as http://host/identity/v3"),
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
    /** {@code --os-region-name}. */
    REGION_NAME("REGION", "the region to take from the catalog"),
    /** {@code --os-interface}. */
    INTERFACE("INTERFACE", "public (the default), internal or admin"),
    /** {@code --os-token}. */
    TOKEN("TOKEN", "a token, in place of user and password"),
    /** {@code --os-image-endpoint-override}. */
    IMAGE_ENDPOINT_OVERRIDE("URL", "the Image service, in place of the catalog's");

    private final String valueName;
    private final String description;

    Setting(String valueName, String description) {
        this.valueName = valueName;
        this.description = description;
    }

    /**
     * Returns the option's name.
     *
     * @return the name, such as {@code --os-auth-url}
     */
    public String option() {
        return "--os-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
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
