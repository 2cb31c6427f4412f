/**
 * The cached look-up of single members, as a decorator of the port: open {@link org.glance4j.cache.CachingTransport} first.
 */
@NullMarked
package org.glance4j.cache;

import org.jspecify.annotations.NullMarked;
