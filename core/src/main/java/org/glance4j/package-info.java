/** The OpenStack Image service: images, their members, and the handshake by which projects share them. */
@NullMarked
package org.glance4j;

import org.jspecify.annotations.NullMarked;
