/**
 * Certificates and keys as every OpenStack client keeps them: PEM files. {@link org.glance4j.feign.tls.TlsSettings} comes
 * first.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 */
@NullMarked
package org.glance4j.feign.tls;

import org.jspecify.annotations.NullMarked;
