/** The handshake between an owner and a consumer, told by playing it. Open {@link org.glance4j.cli.demo.Handshake} first. */
@NullMarked
package org.glance4j.cli.demo;

import org.jspecify.annotations.NullMarked;
