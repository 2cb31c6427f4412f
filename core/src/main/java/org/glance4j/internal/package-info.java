/** What the adapters share. No promise is made of anything here: it changes without notice. */
@NullMarked
package org.glance4j.internal;

import org.jspecify.annotations.NullMarked;
