/**
 * Reading what nobody has checked before: each class in {@link org.glance4j.feign.fuzz.Targets} takes bytes, and may end in
 * typed exceptions only. {@link org.glance4j.feign.fuzz.CorpusTest} runs the inputs that are kept beside the tests, {@link
 * org.glance4j.feign.fuzz.FuzzTest} looks for more.
 */
@NullMarked
package org.glance4j.feign.fuzz;

import org.jspecify.annotations.NullMarked;
