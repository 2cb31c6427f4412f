/**
 * Meters for what a transport does: {@link org.glance4j.feign.micrometer.MicrometerListener}. Micrometer is an optional
 * dependency; nothing outside this package needs it.
 */
@NullMarked
package org.glance4j.feign.micrometer;

import org.jspecify.annotations.NullMarked;
