package org.glance4j.feign.http;

import java.time.Duration;

/**
 * How connections are made.
 *
 * @param maxConnections how many connections there are at most
 * @param connectTimeout how long making one may take
 * @param responseTimeout how long the service may stay silent
 * @param userAgent what to call this client
 */
public record HttpSettings(int maxConnections, Duration connectTimeout, Duration responseTimeout, String userAgent) {}
