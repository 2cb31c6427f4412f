/**
 * The in-memory service over HTTP, with a small identity service beside it (API v3, v2.0 and Rackspace's), so that any OpenStack
 * client can use it. Open {@link org.glance4j.inmemory.http.InMemoryImageServer} first; a {@link org.glance4j.inmemory.http.Seed} says what it
 * holds.
 */
@NullMarked
package org.glance4j.inmemory.http;

import org.jspecify.annotations.NullMarked;
