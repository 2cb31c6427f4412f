/**
 * One HTTP exchange at a time, on Apache HttpClient 5: {@link org.glance4j.feign.http.HttpEngine} makes exactly one attempt,
 * sends the token to one origin only, and ends a call whose deadline has come or whose thread is interrupted.
 *
 * <p>Internal: what is public here is so for the other packages of this module. No promise is made of it.
 */
@NullMarked
package org.glance4j.feign.http;

import org.jspecify.annotations.NullMarked;
