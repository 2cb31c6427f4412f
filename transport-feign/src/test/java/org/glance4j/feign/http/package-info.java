/** Tests of what belongs to one exchange and needs no server. */
@NullMarked
package org.glance4j.feign.http;

import org.jspecify.annotations.NullMarked;
