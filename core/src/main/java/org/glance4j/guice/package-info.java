/**
 * Guice bindings of the library's front: open {@link org.glance4j.guice.ImageClientModule} first. Guice is an optional
 * dependency; nothing outside {@code guice} packages needs it.
 */
@NullMarked
package org.glance4j.guice;

import org.jspecify.annotations.NullMarked;
