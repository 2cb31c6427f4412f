/** Tests of the token holder by itself. */
@NullMarked
package org.glance4j.feign.keystone;

import org.jspecify.annotations.NullMarked;
