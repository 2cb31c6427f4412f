package org.glance4j.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Serves {@link Answers} on a free port of the loopback, one thread a connection, until its standard input ends. */
public final class AnswerServer {
    private static final int BACKLOG = 100;

    private AnswerServer() {}

    /**
     * Prints the port and serves.
     *
     * @param arguments none
     * @throws IOException if there is no port to listen on
     */
    public static void main(String[] arguments) throws IOException {
        Answers answers = new Answers();
        try (ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress())) {
            Thread acceptor = new Thread(() -> accept(server, answers), "acceptor");
            acceptor.setDaemon(true);
            acceptor.start();
            System.out.println(server.getLocalPort());
            // Whoever started this process ends it so, also by dying.
            System.in.readAllBytes();
        }
    }

    private static void accept(ServerSocket server, Answers answers) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                socket.setTcpNoDelay(true);
                Thread thread = new Thread(new Conversation(socket, answers), "conversation");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                if (!server.isClosed()) {
                    throw new IllegalStateException("no connection can be accepted", e);
                }
            }
        }
    }
}
