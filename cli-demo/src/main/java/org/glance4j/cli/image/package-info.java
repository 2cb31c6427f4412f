/** The verbs of {@code openstack image}. Open {@link org.glance4j.cli.image.ImageCommands} first. */
@NullMarked
package org.glance4j.cli.image;

import org.jspecify.annotations.NullMarked;
