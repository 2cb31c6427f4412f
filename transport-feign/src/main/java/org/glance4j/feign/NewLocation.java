package org.glance4j.feign;

import org.glance4j.model.ImageHash;
import org.jspecify.annotations.Nullable;

/** The body that adds a location. */
record NewLocation(String url, @Nullable ImageHash hash) {}
