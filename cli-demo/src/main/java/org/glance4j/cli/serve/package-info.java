/** Serves the Image service in memory over HTTP. */
@NullMarked
package org.glance4j.cli.serve;

import org.jspecify.annotations.NullMarked;
