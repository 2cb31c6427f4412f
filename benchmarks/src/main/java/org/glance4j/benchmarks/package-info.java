/**
 * What the library costs beside the same work on bare parts: {@link org.glance4j.benchmarks.Main} prints the table. Nothing
 * here is published.
 */
@NullMarked
package org.glance4j.benchmarks;

import org.jspecify.annotations.NullMarked;
