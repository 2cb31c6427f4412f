/**
 * Who asks, and with what: {@link org.glance4j.auth.Caller}, {@link org.glance4j.auth.TokenSource}, {@link
 * org.glance4j.auth.Secret}. Interfaces and values only.
 */
@NullMarked
package org.glance4j.auth;

import org.jspecify.annotations.NullMarked;
