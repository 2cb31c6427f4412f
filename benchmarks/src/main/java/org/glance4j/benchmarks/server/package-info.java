/**
 * A server of fixed answers in the shape of Glance's, cheap enough that the client is what is measured:
 * {@link org.glance4j.benchmarks.server.AnswerServer} first.
 */
@NullMarked
package org.glance4j.benchmarks.server;

import org.jspecify.annotations.NullMarked;
