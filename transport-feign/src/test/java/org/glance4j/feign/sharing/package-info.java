/** The handshake over HTTP. */
@NullMarked
package org.glance4j.feign.sharing;

import org.jspecify.annotations.NullMarked;
