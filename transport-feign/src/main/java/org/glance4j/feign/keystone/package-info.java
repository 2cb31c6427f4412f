/**
 * Tokens and the service catalog of the identity service: Keystone's API v3 and v2.0, and Rackspace's. {@link
 * org.glance4j.feign.keystone.KeystoneTokens} comes first; {@link org.glance4j.feign.keystone.Credentials} say what a token is
 * asked with, {@link org.glance4j.feign.keystone.CatalogEndpoints} where the Image service is.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 *
 * <p>Source: Identity API v3, authentication and token management; Keystone 22; Identity API v2.0; Rackspace Cloud Identity.
 */
@NullMarked
package org.glance4j.feign.keystone;

import org.jspecify.annotations.NullMarked;
