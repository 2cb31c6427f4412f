/** The Image service over HTTP. */
@NullMarked
package org.glance4j.feign;

import org.jspecify.annotations.NullMarked;
