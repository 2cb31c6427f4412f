/**
 * JUnit 5 support: {@link org.glance4j.inmemory.junit.GlanceExtension} gives each test a cloud of its own, and {@link
 * org.glance4j.inmemory.junit.As} says in whose name a test calls.
 */
@NullMarked
package org.glance4j.inmemory.junit;

import org.jspecify.annotations.NullMarked;
