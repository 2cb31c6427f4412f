/** Conversations that a real Glance had, held again with the service in memory over HTTP. */
@NullMarked
package org.glance4j.inmemory.http.replay;

import org.jspecify.annotations.NullMarked;
