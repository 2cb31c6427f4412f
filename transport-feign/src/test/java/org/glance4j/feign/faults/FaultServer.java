package org.glance4j.feign.faults;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.concurrent.locks.LockSupport;
import org.glance4j.inmemory.http.InMemoryImageServer;
import org.glance4j.inmemory.http.WireRequest;
import org.glance4j.inmemory.http.WireResponse;
import org.jspecify.annotations.Nullable;

/**
 * A server on a raw loopback socket in front of the in-memory service. A {@link Plan} says which request goes wrong, and how;
 * every other one is answered by the service, so that what was delivered was also done. Safe for use by several threads.
 */
final class FaultServer implements AutoCloseable {
    /** Small, so that a body of some size cannot hide in it. */
    private static final int RECEIVE_BUFFER_BYTES = 16 << 10;

    private static final int MOST_TRIES = 500;

    private static final byte[] CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    private static final RawReply NOTHING = RawReply.of(200, RawReply.JSON, "");

    private final InMemoryImageServer service;
    private final String elsewhere;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final Map<Fault, LongAdder> played = new ConcurrentHashMap<>();
    private final Object door = new Object();
    private final int port;
    private volatile ServerSocket listener;
    /** Holds the port while nobody listens: no client's connection is given it then. */
    private @Nullable Socket reservation;

    private volatile Future<?> accepting;
    private volatile Plan plan = Plan.HEALTHY;
    private volatile CountDownLatch over = new CountDownLatch(1);

    /**
     * Begins to listen.
     *
     * @param service what answers; it need not listen itself
     * @param elsewhere where redirects lead
     */
    FaultServer(InMemoryImageServer service, URI elsewhere) throws IOException {
        this.service = service;
        this.elsewhere = elsewhere.toString();
        this.listener = listener(0);
        this.port = listener.getLocalPort();
        this.accepting = accept(listener);
    }

    private static ServerSocket listener(int port) throws IOException {
        ServerSocket socket = new ServerSocket();
        socket.setReuseAddress(true);
        socket.setReceiveBufferSize(RECEIVE_BUFFER_BYTES);
        socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
        return socket;
    }

    /** A client's connection may have got the port meanwhile, and keeps it for a moment. */
    private static ServerSocket again(int port) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                return listener(port);
            } catch (BindException e) {
                if (tries == MOST_TRIES) {
                    throw e;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
            }
        }
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Goes by another plan from now on. Connections that hang for the old one end. */
    void plan(Plan next) {
        plan = next;
        over.countDown();
        over = new CountDownLatch(1);
    }

    /** Frees the port, so that connections are refused, until {@link #listen}. Does nothing if it is free. */
    void refuseConnections() throws IOException {
        synchronized (door) {
            if (listener.isClosed()) {
                return;
            }
            count(Fault.CONNECT_REFUSED);
            listener.close();
            try {
                // A thread that waits for a connection keeps the port, and may still get one.
                accepting.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            } catch (ExecutionException e) {
                throw new IOException(e);
            }
            reserve();
        }
    }

    private void reserve() throws IOException {
        Socket bound = new Socket();
        bound.setReuseAddress(true);
        try {
            bound.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            reservation = bound;
        } catch (BindException e) {
            // Somebody was quicker: it will be waited for.
            bound.close();
        }
    }

    private void release() throws IOException {
        if (reservation != null) {
            reservation.close();
            reservation = null;
        }
    }

    /** Listens again, if it does not already. */
    void listen() throws IOException {
        synchronized (door) {
            if (listener.isClosed()) {
                release();
                listener = again(port);
                accepting = accept(listener);
            }
        }
    }

    /** Returns how often a fault was played. */
    long played(Fault fault) {
        LongAdder count = played.get(fault);
        return count == null ? 0 : count.sum();
    }

    int openConnections() {
        return open.size();
    }

    /** Returns once every connection has ended. */
    void awaitNoConnection() throws InterruptedException {
        synchronized (open) {
            while (!open.isEmpty()) {
                open.wait();
            }
        }
    }

    private Future<?> accept(ServerSocket from) {
        return threads.submit(() -> {
            while (!from.isClosed()) {
                try {
                    Socket socket = from.accept();
                    socket.setTcpNoDelay(true);
                    open.add(socket);
                    threads.execute(() -> serve(socket));
                } catch (IOException e) {
                    return;
                }
            }
        });
    }

    private void serve(Socket socket) {
        try (socket) {
            Wire wire = new Wire(socket, new BufferedInputStream(socket.getInputStream()), () -> over);
            if (plan.resetsConnection()) {
                count(Fault.RESET_BEFORE_REQUEST);
                wire.reset();
            }
            while (!socket.isClosed() && serveOne(wire)) {
                // The client may send another request on the same connection.
            }
        } catch (IOException e) {
            // The client has gone, or the fault was that the connection ends.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (open) {
                open.remove(socket);
                open.notifyAll();
            }
        }
    }

    private boolean serveOne(Wire wire) throws IOException, InterruptedException {
        RawRequest request = RawRequest.read(wire.in());
        if (request == null) {
            return false;
        }
        Plan now = plan;
        Injection injection = now.on(request);
        if (injection == null) {
            answer(wire, request, now);
            return true;
        }
        count(injection.fault());
        if (injection.fault().reach() == Fault.Reach.HEAD) {
            refuse(wire, request, injection, now);
        } else {
            spoil(wire, request, injection, now);
        }
        return true;
    }

    private void answer(Wire wire, RawRequest request, Plan now) throws IOException {
        wire.send(deliver(request, body(wire, request), null, true, now));
    }

    /** Plays a fault that needs no more than the head. What the client sends behind it is dropped. */
    private void refuse(Wire wire, RawRequest request, Injection injection, Plan now)
            throws IOException, InterruptedException {
        byte[] body = null;
        if (!request.expectsContinue() && injection.fault().sign() != Fault.Sign.LOST) {
            body = injection.fault().sign() == Fault.Sign.SILENT ? null : request.body(wire.in());
        }
        now.delivered(new Delivery(request, body == null ? null : text(body), injection, null));
        injection.fault().play(wire, NOTHING, elsewhere);
        if (body == null) {
            request.body(wire.in());
        }
    }

    private void spoil(Wire wire, RawRequest request, Injection injection, Plan now)
            throws IOException, InterruptedException {
        byte[] body = body(wire, request);
        boolean applied = injection.applied() || injection.fault().reach() == Fault.Reach.APPLIED;
        injection.fault().play(wire, deliver(request, body, injection, applied, now), elsewhere);
    }

    private static byte[] body(Wire wire, RawRequest request) throws IOException {
        if (request.expectsContinue()) {
            wire.send(CONTINUE);
        }
        return request.body(wire.in());
    }

    /** The service is asked one request at a time: the plan hears of them in the order in which they were carried out. */
    private synchronized RawReply deliver(
            RawRequest request, byte[] body, @Nullable Injection injection, boolean applied, Plan now)
            throws IOException {
        RawReply reply = applied ? ask(request, body) : NOTHING;
        now.delivered(new Delivery(request, text(body), injection, applied ? reply.status() : null));
        return reply;
    }

    private static String text(byte[] body) {
        return new String(body, StandardCharsets.ISO_8859_1);
    }

    private RawReply ask(RawRequest request, byte[] body) throws IOException {
        InputStream bytes = new ByteArrayInputStream(body);
        WireRequest asked = new WireRequest(request.method(), request.target(), request.headers(), bytes);
        try (WireResponse response = service.answer(asked)) {
            return RawReply.of(response);
        }
    }

    private void count(Fault fault) {
        played.computeIfAbsent(fault, key -> new LongAdder()).increment();
    }

    @Override
    public void close() throws IOException {
        over.countDown();
        synchronized (door) {
            release();
        }
        listener.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
