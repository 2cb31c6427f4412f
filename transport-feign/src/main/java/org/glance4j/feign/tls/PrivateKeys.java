package org.glance4j.feign.tls;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads the private key of a PEM document: PKCS#8, and the older forms of RSA (PKCS#1) and of elliptic curves (SEC1), which
 * Java cannot read unless they are wrapped as PKCS#8.
 */
final class PrivateKeys {
    private static final String PKCS8 = "PRIVATE KEY";
    private static final String PKCS1 = "RSA PRIVATE KEY";
    private static final String SEC1 = "EC PRIVATE KEY";
    private static final String ENCRYPTED = "ENCRYPTED PRIVATE KEY";
    private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

    private PrivateKeys() {}

    static PrivateKey read(Pem pem) {
        List<Pem.Block> keys = pem.with(label -> label.endsWith(PKCS8));
        if (keys.isEmpty()) {
            throw new TlsSettingsException(
                    pem.name() + " holds no private key but " + pem.labels() + ": name the key's file as key", null);
        }
        if (keys.size() > 1) {
            throw new TlsSettingsException(pem.name() + " holds " + keys.size() + " private keys: leave one", null);
        }
        Pem.Block key = keys.get(0);
        if (key.label().equals(ENCRYPTED) || key.isEncrypted()) {
            throw new TlsSettingsException(
                    pem.name() + " is encrypted, and there is no setting for its passphrase: write it without, for"
                            + " example with openssl pkcs8 -topk8 -nocrypt",
                    null);
        }
        try {
            return read(pem, key);
        } catch (GeneralSecurityException | IndexOutOfBoundsException e) {
            // The cause is left out: it could quote the key.
            throw new TlsSettingsException(pem.name() + " holds a damaged private key", null);
        }
    }

    private static PrivateKey read(Pem pem, Pem.Block key) throws GeneralSecurityException {
        byte[] der = key.der(pem.name());
        return switch (key.label()) {
            case PKCS8 -> any(pem, der);
            case PKCS1 -> KeyFactory.getInstance("RSA").generatePrivate(spec(Der.pkcs8OfRsa(der)));
            case SEC1 -> KeyFactory.getInstance("EC").generatePrivate(spec(Der.pkcs8OfEc(der)));
            default ->
                throw new TlsSettingsException(
                        pem.name() + " holds a " + key.label() + ", which cannot be used: RSA and EC keys can", null);
        };
    }

    private static PrivateKey any(Pem pem, byte[] der) throws GeneralSecurityException {
        for (String algorithm : ALGORITHMS) {
            PrivateKey key = as(algorithm, der);
            if (key != null) {
                return key;
            }
        }
        throw new TlsSettingsException(
                pem.name() + " holds a private key that is neither RSA nor EC nor EdDSA, or is damaged", null);
    }

    private static @Nullable PrivateKey as(String algorithm, byte[] der) throws NoSuchAlgorithmException {
        try {
            return KeyFactory.getInstance(algorithm).generatePrivate(spec(der));
        } catch (InvalidKeySpecException e) {
            // It is a key of another algorithm: the form does not say which without being read.
            return null;
        }
    }

    private static PKCS8EncodedKeySpec spec(byte[] der) {
        return new PKCS8EncodedKeySpec(der);
    }
}
