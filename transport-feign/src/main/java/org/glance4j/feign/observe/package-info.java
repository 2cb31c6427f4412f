/** Tells a listener what the layers below do: {@link org.glance4j.feign.observe.GuardedListener}. */
@NullMarked
package org.glance4j.feign.observe;

import org.jspecify.annotations.NullMarked;
