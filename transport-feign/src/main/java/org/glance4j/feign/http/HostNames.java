package org.glance4j.feign.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.hc.core5.net.InetAddressUtils;
import org.jspecify.annotations.Nullable;

/**
 * Looks up where hosts are. A look-up may take half a minute and notices neither deadline nor interrupt, so it has a thread of
 * its own, and who waits for it waits no longer than the exchange may take. A name is looked up once for all who wait for it.
 * Safe for use by several threads.
 */
final class HostNames {
    private static final long PERIOD_MILLIS = 10;

    private final LookUp lookUp;
    private final ConcurrentMap<String, Future<InetAddress[]>> underWay = new ConcurrentHashMap<>();

    /** Asks whoever knows, for as long as it takes. */
    interface LookUp {
        InetAddress[] addresses(String host) throws UnknownHostException;
    }

    HostNames(LookUp lookUp) {
        this.lookUp = lookUp;
    }

    /**
     * Returns a host's addresses.
     *
     * @throws UnknownHostException if it has none
     * @throws InterruptedIOException if the exchange has ended meanwhile
     * @throws IOException if the look-up fails otherwise
     */
    InetAddress[] addresses(String host, Watch watch) throws IOException {
        if (isKnownHere(host)) {
            return lookUp.addresses(host);
        }
        Future<InetAddress[]> answer = underWay.computeIfAbsent(host, this::begin);
        while (watch.reason() == null) {
            try {
                return answer.get(PERIOD_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                // Waits on, if the exchange may.
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (ExecutionException e) {
                throw failure(e.getCause());
            }
        }
        throw new InterruptedIOException("the exchange ended while the host's name was looked up");
    }

    /** Nobody else is asked for it. */
    private static boolean isKnownHere(String host) {
        return host.equals("localhost") || InetAddressUtils.isIPv4(host) || InetAddressUtils.isIPv6(host);
    }

    private Future<InetAddress[]> begin(String host) {
        FutureTask<InetAddress[]> task = new FutureTask<>(() -> lookUp.addresses(host)) {
            @Override
            protected void done() {
                underWay.remove(host, this);
            }
        };
        Thread thread = new Thread(task, "glance4j-host-names");
        thread.setDaemon(true);
        thread.start();
        return task;
    }

    private static IOException failure(@Nullable Throwable cause) {
        if (cause instanceof UnknownHostException unknown) {
            UnknownHostException mine = new UnknownHostException(unknown.getMessage());
            mine.initCause(unknown);
            return mine;
        }
        return new IOException("the host's name cannot be looked up", cause);
    }
}
