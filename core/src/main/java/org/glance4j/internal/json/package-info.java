/**
 * The wire form of the model: JSON as the Image service reads and writes it, streamed without a tree in between. Open {@link
 * org.glance4j.internal.json.ImageJson} first. No promise is made of anything here.
 *
 * <p>Reading is lenient where a service may differ (unknown fields, absent optional ones, unknown words) and strict on
 * structure: what cannot be understood is one {@link org.glance4j.internal.json.WireFormatException}.
 */
@NullMarked
package org.glance4j.internal.json;

import org.jspecify.annotations.NullMarked;
