/**
 * The Image service over HTTP. {@link org.glance4j.feign.FeignTransport#builder()} makes a transport without Guice.
 *
 * <p>The packages below, {@code guice} apart, are internal: no promise is made of them.
 */
@NullMarked
package org.glance4j.feign;

import org.jspecify.annotations.NullMarked;
