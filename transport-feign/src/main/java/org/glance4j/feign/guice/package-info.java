/** Binds the HTTP transport with Guice: {@link org.glance4j.feign.guice.FeignTransportModule}. */
@NullMarked
package org.glance4j.feign.guice;

import org.jspecify.annotations.NullMarked;
