/**
 * What control plane, data plane and identity service share above a single HTTP exchange: the token, whether there is another
 * attempt and when, what became of a change whose answer was lost, and what a failure means. {@link
 * org.glance4j.feign.call.Calls} comes first; {@code OperationClass} and {@code RetryPolicy} hold the rules.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 */
@NullMarked
package org.glance4j.feign.call;

import org.jspecify.annotations.NullMarked;
