package org.glance4j.inmemory.http;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each route was asked for, refused requests included. Safe for use by several threads. */
final class RouteCounts {
    private final ConcurrentMap<String, LongAdder> counts = new ConcurrentHashMap<>();

    void count(String method, String route) {
        counts.computeIfAbsent(method + " " + route, key -> new LongAdder()).increment();
    }

    long of(String method, String route) {
        LongAdder count = counts.get(method + " " + route);
        return count == null ? 0 : count.sum();
    }
}
