/**
 * A server that misbehaves on purpose, and what becomes of calls to it. {@link org.glance4j.feign.faults.FaultServer} comes
 * first.
 */
@NullMarked
package org.glance4j.feign.faults;

import org.jspecify.annotations.NullMarked;
