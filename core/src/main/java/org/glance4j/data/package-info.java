/**
 * Image data that can be trusted: what is moved is hashed on its way and compared with the image's record. Open {@link
 * org.glance4j.data.VerifiedData} first.
 *
 * <p>Source: Image API v2, image data; {@code glance/api/v2/image_data.py} and {@code glance/location.py}, 25.1.0.
 */
@NullMarked
package org.glance4j.data;

import org.jspecify.annotations.NullMarked;
