package org.glance4j.feign;

import java.net.InetAddress;
import java.net.URI;
import java.security.Security;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.feign.StubServer.Reply;
import org.glance4j.feign.tls.TlsFiles;

/**
 * A program in whose JVM every version of TLS is allowed, as in those of applications with old peers. Prints which versions a
 * service that speaks just one of them was reached with, by Java's own client and by this library.
 */
final class OldTls {
    private static final String[] VERSIONS = {"TLSv1.1", "TLSv1.2", "TLSv1.3"};

    private OldTls() {}

    public static void main(String[] arguments) throws Exception {
        Security.setProperty("jdk.tls.disabledAlgorithms", "");
        SSLContext context = TlsFiles.server("server.pem");
        for (String version : VERSIONS) {
            SSLServerSocket socket = (SSLServerSocket)
                    context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            socket.setEnabledProtocols(new String[] {version});
            try (StubServer server = new StubServer(request -> Reply.json(200, Stubs.image("")), socket)) {
                System.out.println(version + ": java " + isReached(context, server) + ", library " + isRead(server));
            }
        }
    }

    private static boolean isReached(SSLContext context, StubServer server) throws Exception {
        try (SSLSocket socket = (SSLSocket) context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
            socket.setEnabledProtocols(VERSIONS);
            socket.startHandshake();
            return true;
        }
    }

    private static boolean isRead(StubServer server) {
        try (FeignTransport transport = Stubs.builder(server)
                .endpoint(URI.create("https://localhost:" + server.url().getPort()))
                .cacert(TlsFiles.file("root.pem"))
                .maxAttempts(1)
                .build()) {
            return transport.images().get(Stubs.IMAGE).id().equals(Stubs.IMAGE);
        } catch (ConnectionFailedException refused) {
            return false;
        }
    }
}
