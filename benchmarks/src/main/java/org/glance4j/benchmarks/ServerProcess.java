package org.glance4j.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.glance4j.benchmarks.server.AnswerServer;

/** The server, in a process of its own: its time and memory are not the client's. */
final class ServerProcess implements AutoCloseable {
    private final Process process;
    private final String endpoint;

    private ServerProcess(Process process, String endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    static ServerProcess start() throws IOException {
        Process process = Jvm.start(AnswerServer.class, List.of("-Xmx256m", "-XX:+UseSerialGC"), List.of());
        BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
        String port = out.readLine();
        if (port == null) {
            throw new IOException("the server did not start: what it said stands above");
        }
        return new ServerProcess(process, "http://127.0.0.1:" + port);
    }

    String endpoint() {
        return endpoint;
    }

    @Override
    public void close() throws IOException {
        process.getOutputStream().close();
        try {
            process.waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            process.destroy();
        }
    }
}
