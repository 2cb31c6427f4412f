package org.glance4j.feign.call;

import java.time.InstantSource;
import java.util.random.RandomGenerator;

/**
 * How calls are repeated.
 *
 * @param maxAttempts how many attempts a call makes at most, from 1
 * @param pauses the pauses between attempts
 * @param random what the pauses are varied by, safe for use by several threads
 * @param clock what tells the time where a service says by a date when to come again, and not what time it is there
 */
public record RetrySettings(int maxAttempts, Pauses pauses, RandomGenerator random, InstantSource clock) {}
