/**
 * What a command runs in: {@link org.glance4j.cli.session.Session} reads the connection's settings and opens a {@link
 * org.glance4j.cli.session.Cloud}, a real one or one in memory.
 */
@NullMarked
package org.glance4j.cli.session;

import org.jspecify.annotations.NullMarked;
