/**
 * The library's front: {@link org.glance4j.ImageClient}, made from an {@link org.glance4j.transport.ImageTransport}. Open it
 * first; everything else is reached from there.
 */
@NullMarked
package org.glance4j;

import org.jspecify.annotations.NullMarked;
