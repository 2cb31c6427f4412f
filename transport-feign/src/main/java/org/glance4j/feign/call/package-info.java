/**
 * What control plane and data plane share above a single HTTP exchange: the token, the one repetition after a 401, and what
 * a failure means. {@link org.glance4j.feign.call.Calls} comes first.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 */
@NullMarked
package org.glance4j.feign.call;

import org.jspecify.annotations.NullMarked;
