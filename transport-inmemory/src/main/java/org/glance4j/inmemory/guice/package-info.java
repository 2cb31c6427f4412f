/**
 * Guice bindings of the in-memory adapter: {@link org.glance4j.inmemory.guice.InMemoryImageModule}. Guice is an optional
 * dependency; nothing outside {@code guice} packages needs it.
 */
@NullMarked
package org.glance4j.inmemory.guice;

import org.jspecify.annotations.NullMarked;
