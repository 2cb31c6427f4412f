/** What the in-memory adapter and its HTTP side share. No promise is made of anything here. */
@NullMarked
package org.glance4j.inmemory.internal;

import org.jspecify.annotations.NullMarked;
