/** The library at a terminal. {@link org.glance4j.cli.Main} is where it starts, and puts the tree of commands together. */
@NullMarked
package org.glance4j.cli;

import org.jspecify.annotations.NullMarked;
