/** What several tests need: transports with something planted into them, and time that is moved by hand. */
@NullMarked
package org.glance4j.testing;

import org.jspecify.annotations.NullMarked;
