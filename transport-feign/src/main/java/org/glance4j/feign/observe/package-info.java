/**
 * Tells a listener what calls do: {@link org.glance4j.feign.observe.Announcer} comes first. What an application listens with is in
 * {@code org.glance4j.observe}.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 */
@NullMarked
package org.glance4j.feign.observe;

import org.jspecify.annotations.NullMarked;
