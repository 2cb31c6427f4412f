/**
 * Values of the Image service: images, members, queries and changes, as immutable records. Open {@link
 * org.glance4j.model.Image} and {@link org.glance4j.model.Member} first.
 *
 * <p>Words that a newer server may add ({@link org.glance4j.model.ImageStatus}, {@link org.glance4j.model.Visibility},
 * {@link org.glance4j.model.MemberStatus}) are open: an unknown one is kept as text, shown, and cannot be sent.
 */
@NullMarked
package org.glance4j.model;

import org.jspecify.annotations.NullMarked;
