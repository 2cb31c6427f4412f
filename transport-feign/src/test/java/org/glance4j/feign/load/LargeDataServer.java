package org.glance4j.feign.load;

import org.glance4j.inmemory.http.InMemoryImageServer;

/** The in-memory service in a process of its own: prints its identity URL, and at the end of its input its peak heap. */
final class LargeDataServer {
    private LargeDataServer() {}

    public static void main(String[] arguments) throws Exception {
        try (InMemoryImageServer server = InMemoryImageServer.builder().build().start()) {
            System.out.println(server.authUrl());
            while (System.in.read() >= 0) {
                // Waits for the end of the input.
            }
        }
        System.out.println(PeakHeap.mebibytes());
    }
}
