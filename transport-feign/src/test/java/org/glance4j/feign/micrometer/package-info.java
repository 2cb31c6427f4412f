/** Tests of the meters, on the service in memory. */
@NullMarked
package org.glance4j.feign.micrometer;

import org.jspecify.annotations.NullMarked;
