/**
 * Tokens and the service catalog of the identity service (Keystone, API v3). {@link
 * org.glance4j.feign.keystone.KeystoneTokens} comes first.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 *
 * <p>Source: Identity API v3, authentication and token management; Keystone 22.
 */
@NullMarked
package org.glance4j.feign.keystone;

import org.jspecify.annotations.NullMarked;
