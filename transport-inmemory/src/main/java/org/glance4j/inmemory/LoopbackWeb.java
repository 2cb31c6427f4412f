package org.glance4j.inmemory;

import java.io.FileNotFoundException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ProtocolException;
import java.net.Proxy;
import java.net.URI;
import java.util.Set;

/**
 * What can be fetched from this machine itself, from any of its ports, and from nowhere else. It follows no redirection, which could
 * lead away.
 */
final class LoopbackWeb implements WebSource {
    private static final Set<String> HOSTS = Set.of("127.0.0.1", "localhost");
    private static final int TIMEOUT_MILLIS = 10_000;

    @Override
    public boolean allows(URI uri) {
        boolean isHttp = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
        return isHttp && HOSTS.contains(uri.getHost());
    }

    @Override
    public InputStream open(URI uri) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection(Proxy.NO_PROXY);
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(TIMEOUT_MILLIS);
        connection.setReadTimeout(TIMEOUT_MILLIS);
        int status = connection.getResponseCode();
        if (status != HttpURLConnection.HTTP_OK) {
            connection.disconnect();
            String why = "the answer has the status " + status;
            throw status == HttpURLConnection.HTTP_NOT_FOUND
                    ? new FileNotFoundException(why)
                    : new ProtocolException(why);
        }
        return new Whole(connection.getInputStream(), connection.getContentLengthLong());
    }

    /** Fails where less comes than was announced. */
    private static final class Whole extends FilterInputStream {
        private final long announced;
        private long count;

        Whole(InputStream in, long announced) {
            super(in);
            this.announced = announced;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            int read = super.read(target, offset, length);
            if (read >= 0) {
                count += read;
            } else if (announced >= 0 && count != announced) {
                throw new IOException("of " + announced + " bytes came " + count);
            }
            return read;
        }
    }
}
