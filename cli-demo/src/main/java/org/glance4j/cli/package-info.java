/** The library at a terminal. */
@NullMarked
package org.glance4j.cli;

import org.jspecify.annotations.NullMarked;
