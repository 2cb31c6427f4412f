package org.glance4j.feign.tls;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import org.glance4j.auth.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Whom to trust and who to be. Files are read when {@link #context()} is asked for, not before.
 *
 * @param authorities whose certificates to trust; null for those that the JVM trusts
 * @param certificate the client's certificate and those between it and its authority; null for none
 * @param key the client's private key; null where it stands beside the certificate
 * @param verify whether to check who the server is
 */
public record TlsSettings(
        @Nullable Source authorities,
        @Nullable Source certificate,
        @Nullable Source key,
        boolean verify) {

    /** The JVM's authorities, no client certificate, verified. */
    public static final TlsSettings DEFAULT = new TlsSettings(null, null, null, true);

    /** A PEM document, in a file or in memory. */
    public sealed interface Source {

        /**
         * A document in a file.
         *
         * @param path the file
         */
        record InFile(Path path) implements Source {}

        /**
         * A document in memory.
         *
         * @param document the document, one character for each byte
         */
        record InMemory(Secret document) implements Source {}

        /**
         * Returns the document.
         *
         * @param setting what messages call it
         * @return the document's blocks
         */
        private Pem read(String setting) {
            return this instanceof InFile file
                    ? Pem.of(setting, file.path())
                    : Pem.of(setting, ((InMemory) this).document().reveal());
        }
    }

    /**
     * Returns the context that connections are made from.
     *
     * @return the context
     * @throws TlsSettingsException if a document cannot be read, or certificate and key do not belong together
     */
    public SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(identity(), trust(), null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsSettingsException("certificates and keys cannot be used: " + e.getMessage(), e);
        }
    }

    private TrustManager @Nullable [] trust() throws GeneralSecurityException, IOException {
        // A bundle that cannot be read is a mistake, also where nobody would look at it.
        List<X509Certificate> trusted = authorities == null ? List.of() : Certificates.read(authorities.read("cacert"));
        if (!verify) {
            return new TrustManager[] {new TrustingAll()};
        }
        return trusted.isEmpty() ? null : Certificates.trust(trusted);
    }

    private KeyManager @Nullable [] identity() throws GeneralSecurityException, IOException {
        if (certificate == null) {
            if (key != null) {
                throw new TlsSettingsException("key without cert: set cert, the certificate that the key is for", null);
            }
            return null;
        }
        Pem certified = certificate.read("cert");
        List<X509Certificate> chain = Certificates.read(certified);
        Pem held = key == null ? certified : key.read("key");
        PrivateKey secret = PrivateKeys.read(held);
        if (!Certificates.belongTogether(chain.get(0).getPublicKey(), secret)) {
            throw new TlsSettingsException(
                    held.name() + " is not the key of the first certificate in " + certified.name(), null);
        }
        return Certificates.identity(chain, secret);
    }
}
