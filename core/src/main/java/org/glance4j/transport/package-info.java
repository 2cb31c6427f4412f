/**
 * The port: {@link org.glance4j.transport.ImageTransport} and one operations interface for each resource. All calls block.
 *
 * <p>Every operation throws the leaves of {@link org.glance4j.error.ImageServiceException}; an id, tag or name that the
 * service cannot take, or that a URL path cannot carry, is an {@link org.glance4j.error.InvalidRequestException} before
 * anything is sent.
 */
@NullMarked
package org.glance4j.transport;

import org.jspecify.annotations.NullMarked;
