package org.glance4j.feign.http;

import java.time.Duration;
import org.glance4j.feign.tls.TlsSettings;

/**
 * How connections are made.
 *
 * @param maxConnections how many connections there are at most
 * @param connectTimeout how long making one may take
 * @param responseTimeout how long the service may stay silent
 * @param userAgent what to call this client
 * @param tls whom to trust and who to be
 * @param proxies which proxy stands before which server
 */
public record HttpSettings(
        int maxConnections,
        Duration connectTimeout,
        Duration responseTimeout,
        String userAgent,
        TlsSettings tls,
        Proxies proxies) {}
