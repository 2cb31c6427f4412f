/** The Image service in memory: one cloud in a heap. */
@NullMarked
package org.glance4j.inmemory;

import org.jspecify.annotations.NullMarked;
