/** Tests of the call layer by itself: no server, no waiting, and time that moves when a test says so. */
@NullMarked
package org.glance4j.feign.call;

import org.jspecify.annotations.NullMarked;
