/**
 * The state machines of images, members and tasks, as tables and pure functions. {@link
 * org.glance4j.lifecycle.MemberLifecycle} and {@link org.glance4j.lifecycle.ImageLifecycle} answer what the service would
 * say to a request, {@link org.glance4j.lifecycle.Access} who sees what, and {@link org.glance4j.lifecycle.Explanations} why
 * a service may have refused. They do no I/O, read no clock and log nothing.
 */
@NullMarked
package org.glance4j.lifecycle;

import org.jspecify.annotations.NullMarked;
