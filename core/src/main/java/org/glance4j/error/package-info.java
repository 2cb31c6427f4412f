/**
 * What can go wrong: one unchecked root, {@link org.glance4j.error.ImageServiceException}, and one leaf for each meaning.
 * Every adapter throws the same ones. {@link org.glance4j.error.Failure} holds what each of them knows.
 */
@NullMarked
package org.glance4j.error;

import org.jspecify.annotations.NullMarked;
