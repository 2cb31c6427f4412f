package org.glance4j.feign.tls;

import java.io.ByteArrayOutputStream;
import java.security.InvalidKeyException;
import java.util.Arrays;

/**
 * As much of ASN.1's DER as it takes to wrap an older private key as PKCS#8. Source: RFC 5208, RFC 8017 (A.1), RFC 5915.
 */
final class Der {
    private static final int INTEGER = 0x02;
    private static final int OCTET_STRING = 0x04;
    private static final int OBJECT_ID = 0x06;
    private static final int SEQUENCE = 0x30;
    private static final int CURVE = 0xa0;

    private static final byte[] VERSION_0 = {INTEGER, 1, 0};

    /** rsaEncryption, 1.2.840.113549.1.1.1, and its parameters, which are null. */
    private static final byte[] RSA = {
        OBJECT_ID, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 1, 1, 1, 0x05, 0
    };

    /** ecPublicKey, 1.2.840.10045.2.1; the curve follows. */
    private static final byte[] EC = {OBJECT_ID, 7, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 2, 1};

    private Der() {}

    static byte[] pkcs8OfRsa(byte[] pkcs1) {
        return pkcs8(RSA, pkcs1);
    }

    static byte[] pkcs8OfEc(byte[] sec1) throws InvalidKeyException {
        return pkcs8(join(EC, curve(sec1)), sec1);
    }

    private static byte[] pkcs8(byte[] algorithm, byte[] key) {
        return element(SEQUENCE, join(VERSION_0, element(SEQUENCE, algorithm), element(OCTET_STRING, key)));
    }

    /** Finds the curve's id in a key: a sequence of version, number and, tagged 0, the curve. */
    private static byte[] curve(byte[] sec1) throws InvalidKeyException {
        int at = content(sec1, 0);
        at = end(sec1, at);
        at = end(sec1, at);
        if ((sec1[at] & 0xff) != CURVE) {
            throw new InvalidKeyException("the key does not name its curve");
        }
        return Arrays.copyOfRange(sec1, content(sec1, at), end(sec1, at));
    }

    private static int content(byte[] der, int at) {
        int length = der[at + 1] & 0xff;
        return at + 2 + (length < 0x80 ? 0 : length & 0x7f);
    }

    private static int end(byte[] der, int at) {
        int content = content(der, at);
        int length = der[at + 1] & 0xff;
        if (length < 0x80) {
            return content + length;
        }
        int count = 0;
        for (int i = at + 2; i < content; i++) {
            count = count << 8 | (der[i] & 0xff);
        }
        return content + count;
    }

    private static byte[] element(int tag, byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 5);
        out.write(tag);
        // DER has one way to write a length, the shortest; a key is never longer than two bytes can say.
        if (content.length >= 0x100) {
            out.write(0x82);
            out.write(content.length >> 8);
        } else if (content.length >= 0x80) {
            out.write(0x81);
        }
        out.write(content.length);
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
