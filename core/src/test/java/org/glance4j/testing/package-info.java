/** What the tests of all modules share. */
@NullMarked
package org.glance4j.testing;

import org.jspecify.annotations.NullMarked;
