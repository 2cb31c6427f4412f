/** Schedules of faults below the call layer, in process and in virtual time. */
@NullMarked
package org.glance4j.feign.schedules;

import org.jspecify.annotations.NullMarked;
