/**
 * The handshake by which an owner shares an image with other projects: open {@link org.glance4j.sharing.Sharing} first.
 *
 * <p>Source: Image API v2, image sharing; {@code glance/api/v2/image_members.py}, 25.1.0.
 */
@NullMarked
package org.glance4j.sharing;

import org.jspecify.annotations.NullMarked;
