/** The verbs of {@code openstack cached image}. Open {@link org.glance4j.cli.cached.CachedImageCommands} first. */
@NullMarked
package org.glance4j.cli.cached;

import org.jspecify.annotations.NullMarked;
