/**
 * The Image service over HTTP. {@link org.glance4j.feign.FeignTransport#builder()} makes a transport without Guice.
 *
 * <p>Of the packages below, {@code config}, {@code guice} and {@code micrometer} are for applications. The others are internal:
 * no promise is made of them.
 */
@NullMarked
package org.glance4j.feign;

import org.jspecify.annotations.NullMarked;
