package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Arrays;
import org.glance4j.auth.Secret;
import org.glance4j.feign.http.SecretTexts;
import org.jspecify.annotations.Nullable;

/**
 * The settings by which a {@link FeignTransportBuilder} gets tokens, named as in {@code clouds.yaml}; {@link CredentialChoice}
 * says which go together. A name and an id of one thing take each other's place: the last one set counts. Not safe for use by
 * several threads.
 */
abstract sealed class CredentialSettings permits FeignTransportBuilder {
    @Nullable
    URI authUrl;

    @Nullable
    AuthType authType;

    @Nullable
    String username;

    @Nullable
    String userId;

    @Nullable
    Secret password;

    @Nullable
    String userDomainName;

    @Nullable
    String userDomainId;

    @Nullable
    String projectName;

    @Nullable
    String projectId;

    @Nullable
    String projectDomainName;

    @Nullable
    String projectDomainId;

    @Nullable
    String domainId;

    @Nullable
    String domainName;

    @Nullable
    String systemScope;

    @Nullable
    Secret token;

    @Nullable
    String applicationCredentialId;

    @Nullable
    String applicationCredentialName;

    @Nullable
    Secret applicationCredentialSecret;

    @Nullable
    Secret apiKey;

    abstract FeignTransportBuilder self();

    /** Returns every secret that is set. */
    SecretTexts secrets() {
        return SecretTexts.of(Arrays.asList(password, token, applicationCredentialSecret, apiKey));
    }

    /**
     * Sets where the identity service is.
     *
     * @param authUrl its URL, with or without {@code /v3} or {@code /v2.0} at its end; the latter chooses Identity v2.0
     *     unless {@link #authType(AuthType)} says otherwise
     * @return this builder
     */
    public FeignTransportBuilder authUrl(URI authUrl) {
        this.authUrl = requireNonNull(authUrl, "authUrl");
        return self();
    }

    /**
     * Sets how a token is asked for. Without it that follows from the one secret that is set: a password, a token, an
     * application credential's secret or an API key.
     *
     * @param authType the type
     * @return this builder
     */
    public FeignTransportBuilder authType(AuthType authType) {
        this.authType = requireNonNull(authType, "authType");
        return self();
    }

    /**
     * Sets the user by name, in the place of an id. It wants the user's domain as well, but for Identity v2.0.
     *
     * @param username the user's name
     * @return this builder
     */
    public FeignTransportBuilder username(String username) {
        this.username = requireNonNull(username, "username");
        userId = null;
        return self();
    }

    /**
     * Sets the user by id, in the place of a name.
     *
     * @param userId the user's id
     * @return this builder
     */
    public FeignTransportBuilder userId(String userId) {
        this.userId = requireNonNull(userId, "userId");
        username = null;
        return self();
    }

    /**
     * Sets the user's password.
     *
     * @param password the password
     * @return this builder
     */
    public FeignTransportBuilder password(Secret password) {
        this.password = requireNonNull(password, "password");
        return self();
    }

    /**
     * Sets the user's domain by name, in the place of an id.
     *
     * @param userDomainName the domain's name
     * @return this builder
     */
    public FeignTransportBuilder userDomainName(String userDomainName) {
        this.userDomainName = requireNonNull(userDomainName, "userDomainName");
        userDomainId = null;
        return self();
    }

    /**
     * Sets the user's domain by id, in the place of a name.
     *
     * @param userDomainId the domain's id
     * @return this builder
     */
    public FeignTransportBuilder userDomainId(String userDomainId) {
        this.userDomainId = requireNonNull(userDomainId, "userDomainId");
        userDomainName = null;
        return self();
    }

    /**
     * Sets the project by name, in the place of an id. It wants the project's domain as well; of Identity v2.0 it is the tenant's
     * name.
     *
     * @param projectName the project's name
     * @return this builder
     */
    public FeignTransportBuilder projectName(String projectName) {
        this.projectName = requireNonNull(projectName, "projectName");
        projectId = null;
        return self();
    }

    /**
     * Sets the project by id, in the place of a name; of Identity v2.0 the tenant's id.
     *
     * @param projectId the project's id
     * @return this builder
     */
    public FeignTransportBuilder projectId(String projectId) {
        this.projectId = requireNonNull(projectId, "projectId");
        projectName = null;
        return self();
    }

    /**
     * Sets the project's domain by name, in the place of an id.
     *
     * @param projectDomainName the domain's name
     * @return this builder
     */
    public FeignTransportBuilder projectDomainName(String projectDomainName) {
        this.projectDomainName = requireNonNull(projectDomainName, "projectDomainName");
        projectDomainId = null;
        return self();
    }

    /**
     * Sets the project's domain by id, in the place of a name.
     *
     * @param projectDomainId the domain's id
     * @return this builder
     */
    public FeignTransportBuilder projectDomainId(String projectDomainId) {
        this.projectDomainId = requireNonNull(projectDomainId, "projectDomainId");
        projectDomainName = null;
        return self();
    }

    /**
     * Sets a token to ask the identity service for a token with; the new one ends with it. It is for the project that is set
     * as well, or else for the user's default project.
     *
     * @param token the token
     * @return this builder
     */
    public FeignTransportBuilder token(Secret token) {
        this.token = requireNonNull(token, "token");
        return self();
    }

    /**
     * Sets, by id and in the place of a name, the domain that the token is for instead of a project. Whether that opens an Image
     * service is the cloud's to decide.
     *
     * @param domainId the domain's id
     * @return this builder
     */
    public FeignTransportBuilder domainId(String domainId) {
        this.domainId = requireNonNull(domainId, "domainId");
        domainName = null;
        return self();
    }

    /**
     * Sets, by name and in the place of an id, the domain that the token is for instead of a project.
     *
     * @param domainName the domain's name
     * @return this builder
     */
    public FeignTransportBuilder domainName(String domainName) {
        this.domainName = requireNonNull(domainName, "domainName");
        domainId = null;
        return self();
    }

    /**
     * Makes the token one for the whole system instead of a project. Whether that opens an Image service is the cloud's to
     * decide.
     *
     * @param systemScope {@code all}, the one system there is
     * @return this builder
     */
    public FeignTransportBuilder systemScope(String systemScope) {
        this.systemScope = requireNonNull(systemScope, "systemScope");
        return self();
    }

    /**
     * Sets an application credential by id, in the place of a name. It belongs to one user and one project, so neither is set
     * beside it.
     *
     * @param applicationCredentialId the credential's id
     * @return this builder
     */
    public FeignTransportBuilder applicationCredentialId(String applicationCredentialId) {
        this.applicationCredentialId = requireNonNull(applicationCredentialId, "applicationCredentialId");
        applicationCredentialName = null;
        return self();
    }

    /**
     * Sets an application credential by name, in the place of an id. It wants its user as well; its project is its own.
     *
     * @param applicationCredentialName the credential's name
     * @return this builder
     */
    public FeignTransportBuilder applicationCredentialName(String applicationCredentialName) {
        this.applicationCredentialName = requireNonNull(applicationCredentialName, "applicationCredentialName");
        applicationCredentialId = null;
        return self();
    }

    /**
     * Sets an application credential's secret.
     *
     * @param applicationCredentialSecret the secret
     * @return this builder
     */
    public FeignTransportBuilder applicationCredentialSecret(Secret applicationCredentialSecret) {
        this.applicationCredentialSecret = requireNonNull(applicationCredentialSecret, "applicationCredentialSecret");
        return self();
    }

    /**
     * Sets the user's API key at Rackspace.
     *
     * @param apiKey the key
     * @return this builder
     */
    public FeignTransportBuilder apiKey(Secret apiKey) {
        this.apiKey = requireNonNull(apiKey, "apiKey");
        return self();
    }
}
