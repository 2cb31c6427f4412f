/**
 * What can be watched: open {@link org.glance4j.observe.ClientListener} first. One listener hears of calls, their attempts and
 * repeats, of tokens and of the member cache. Nothing is built for it where there is none.
 */
@NullMarked
package org.glance4j.observe;

import org.jspecify.annotations.NullMarked;
