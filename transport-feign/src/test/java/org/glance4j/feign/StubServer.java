package org.glance4j.feign;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;

/** A server on a raw socket: it sees every byte, and can misbehave in every way. */
final class StubServer implements AutoCloseable {
    private final ServerSocket listener;
    private final Script script;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Runnable onRequest = () -> {};

    /** Answers a request. */
    interface Script {
        Reply answer(Received request) throws Exception;

        /** Answers a request before its body is asked for; null to ask for it. */
        default Reply early(Received request) throws InterruptedException {
            return null;
        }

        /** Goes on where the reply has ended. */
        default void afterwards(OutputStream out) throws Exception {}
    }

    /** A request as it came; its body has one character for each byte. */
    record Received(String method, String target, Map<String, String> headers, String body, boolean complete) {
        String text() {
            return new String(body.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
        }

        boolean is(String method, String target) {
            return this.method.equals(method) && this.target.equals(target);
        }
    }

    /** What to send, one character for each byte, and whether the connection ends behind it. */
    record Reply(String bytes, boolean close) {
        static Reply raw(String ascii) {
            return new Reply(ascii, true);
        }

        static Reply nothing() {
            return raw("");
        }

        static Reply json(int status, String body, String... headers) {
            return of(status, "application/json", body, headers);
        }

        static Reply of(int status, String contentType, String body, String... headers) {
            return bytes(status, contentType, body.getBytes(StandardCharsets.UTF_8), headers);
        }

        static Reply bytes(int status, String contentType, byte[] body, String... headers) {
            StringBuilder head = new StringBuilder("HTTP/1.1 " + status + " Some Reason\r\n");
            head.append("Content-Type: ").append(contentType).append("\r\n");
            head.append("Content-Length: ").append(body.length).append("\r\n");
            for (String header : headers) {
                head.append(header).append("\r\n");
            }
            return new Reply(
                    head.append("\r\n")
                            .append(new String(body, StandardCharsets.ISO_8859_1))
                            .toString(),
                    false);
        }

        static Reply noContent() {
            return new Reply("HTTP/1.1 204 No Content\r\nContent-Length: 0\r\n\r\n", false);
        }
    }

    StubServer(Script script) throws IOException {
        this(script, new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
    }

    /** A server on a socket of another kind, such as one for TLS. */
    StubServer(Script script, ServerSocket listener) {
        this.script = script;
        this.listener = listener;
        threads.execute(this::accept);
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + listener.getLocalPort());
    }

    List<Received> received() {
        return received;
    }

    /** Sends this, of which more should follow, and then nothing. */
    static StubServer stalling(String half, CountDownLatch sent) throws IOException {
        AtomicReference<StubServer> self = new AtomicReference<>();
        self.set(new StubServer(new Script() {
            @Override
            public Reply answer(Received request) {
                return new Reply(half, false);
            }

            @Override
            public void afterwards(OutputStream out) throws Exception {
                sent.countDown();
                self.get().hang();
            }
        }));
        return self.get();
    }

    /** Sends this head, and then bytes until the client has gone. */
    static StubServer endless(String head, CountDownLatch gone) throws IOException {
        return new StubServer(new Script() {
            @Override
            public Reply answer(Received request) {
                return new Reply(head, false);
            }

            @Override
            public void afterwards(OutputStream out) {
                byte[] chunk = new byte[1 << 16];
                try {
                    while (true) {
                        out.write(chunk);
                    }
                } catch (IOException e) {
                    gone.countDown();
                }
            }
        });
    }

    /** Asks for an upload's body, answers with this after the first bytes of it, and closes. */
    static StubServer refusingUploads(String refusal) throws IOException {
        return new StubServer(new Script() {
            @Override
            public Reply answer(Received request) {
                throw new IllegalStateException("the body has no end");
            }

            @Override
            public Reply early(Received request) {
                return Reply.raw("HTTP/1.1 100 Continue\r\n\r\n" + refusal);
            }
        });
    }

    /** Runs this whenever a request has arrived, or what there is of it. */
    void onRequest(Runnable action) {
        onRequest = action;
    }

    /** How many connections are open just now, as the server sees it. */
    int openConnections() {
        return open.size();
    }

    /** Returns once the server has closed every connection. */
    void awaitNoConnection() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                open.wait();
            }
        }
    }

    /** Never returns while the server lives. */
    Reply hang() throws InterruptedException {
        closed.await();
        return Reply.nothing();
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                Socket socket = listener.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            InputStream in = new BufferedInputStream(socket.getInputStream());
            while (serveOne(in, socket.getOutputStream())) {
                // The client may send another request on the same connection.
            }
        } catch (Exception e) {
            // A connection that breaks is what some tests want.
        } finally {
            synchronized (open) {
                open.remove(socket);
                open.notifyAll();
            }
        }
    }

    private boolean serveOne(InputStream in, OutputStream out) throws Exception {
        String line = line(in);
        if (line == null) {
            return false;
        }
        String[] words = line.split(" ", -1);
        Map<String, String> headers = new HashMap<>();
        for (String header = line(in); header != null && !header.isEmpty(); header = line(in)) {
            int colon = header.indexOf(':');
            headers.put(
                    header.substring(0, colon).toLowerCase(Locale.ROOT),
                    header.substring(colon + 1).strip());
        }
        Received head = new Received(words[0], words[1], headers, "", false);
        if (headers.containsKey("expect")) {
            Reply early = script.early(head);
            if (early != null) {
                received.add(head);
                send(out, early);
                return false;
            }
            out.write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
        Received request;
        try {
            request = body(head, in);
        } catch (IOException e) {
            // The client has reset the connection.
            request = head;
        }
        received.add(request);
        onRequest.run();
        if (!request.complete()) {
            return false;
        }
        Reply reply = script.answer(request);
        send(out, reply);
        script.afterwards(out);
        return !reply.close();
    }

    private static void send(OutputStream out, Reply reply) throws IOException {
        out.write(reply.bytes().getBytes(StandardCharsets.ISO_8859_1));
        out.flush();
    }

    private static Received body(Received head, InputStream in) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        boolean complete = true;
        if ("chunked".equals(head.headers().get("transfer-encoding"))) {
            complete = false;
            for (String size = line(in); size != null && !size.isEmpty(); size = line(in)) {
                int length = Integer.parseInt(size, 16);
                body.writeBytes(in.readNBytes(length));
                if (line(in) == null) {
                    break;
                }
                if (length == 0) {
                    complete = true;
                    break;
                }
            }
        } else {
            int length = Integer.parseInt(head.headers().getOrDefault("content-length", "0"));
            body.writeBytes(in.readNBytes(length));
            complete = body.size() == length;
        }
        return new Received(
                head.method(), head.target(), head.headers(), body.toString(StandardCharsets.ISO_8859_1), complete);
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                return null;
            }
            if (b != '\r') {
                line.write(b);
            }
        }
        return line.toString(StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() throws IOException {
        closed.countDown();
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
