/** The command that tells where the settings of a connection come from. */
@NullMarked
package org.glance4j.cli.config;

import org.jspecify.annotations.NullMarked;
