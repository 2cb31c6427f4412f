package org.glance4j.feign.keystone;

/** The versions of the Identity API that tokens can be asked of. */
public enum IdentityVersion {
    /** Identity API v2.0, which Rackspace speaks still and Keystone spoke until Queens. */
    V2("/v2.0/tokens"),

    /** Identity API v3. */
    V3("/v3/auth/tokens");

    private final String tokenPath;

    IdentityVersion(String tokenPath) {
        this.tokenPath = tokenPath;
    }

    /** Returns where tokens are asked for, below the identity service's prefix. */
    String tokenPath() {
        return tokenPath;
    }
}
