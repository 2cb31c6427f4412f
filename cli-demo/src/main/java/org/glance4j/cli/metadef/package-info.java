/** The verbs of {@code openstack image metadef}. Open {@link org.glance4j.cli.metadef.MetadefCommands} first. */
@NullMarked
package org.glance4j.cli.metadef;

import org.jspecify.annotations.NullMarked;
