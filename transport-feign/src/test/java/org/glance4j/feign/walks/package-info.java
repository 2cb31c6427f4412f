/** Random walks of several callers, taken in memory and on a real Glance, and compared at each step. */
@NullMarked
package org.glance4j.feign.walks;

import org.jspecify.annotations.NullMarked;
