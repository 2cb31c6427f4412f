/**
 * The Image service in a heap. Start at {@link org.glance4j.inmemory.InMemoryImageService}: one cloud, to which {@link
 * org.glance4j.inmemory.InMemoryImageService#as} connects a caller.
 */
@NullMarked
package org.glance4j.inmemory;

import org.jspecify.annotations.NullMarked;
