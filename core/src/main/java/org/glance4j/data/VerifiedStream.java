package org.glance4j.data;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;

/**
 * Downloaded data that is hashed while it is read, and keeps its last bytes back until the hash is right. Not safe for use by
 * several threads.
 */
final class VerifiedStream extends InputStream {
    private final InputStream source;
    private final ImageId id;
    private final Expected expected;
    private final @Nullable Long sizeBytes;
    private final ProgressMeter meter;
    private final MessageDigest digest;
    private long count;
    private boolean compared;

    VerifiedStream(InputStream source, ImageId id, Expected expected, @Nullable Long sizeBytes, ProgressMeter meter) {
        this.source = source;
        this.id = id;
        this.expected = expected;
        this.sizeBytes = expected.sizeBytes() == null ? sizeBytes : expected.sizeBytes();
        this.meter = meter;
        this.digest = Digests.get(expected.algorithm());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int n = source.read(bytes, offset, length);
        if (n > 0) {
            digest.update(bytes, offset, n);
            count += n;
            meter.at(count);
        }
        boolean last = sizeBytes != null ? count >= sizeBytes : n < 0;
        if (n < 0 && !last) {
            throw new IOException("the data ends after " + count + " of " + sizeBytes + " bytes");
        }
        if (last) {
            compare();
        }
        return n;
    }

    private void compare() {
        if (sizeBytes != null && count > sizeBytes) {
            throw mismatch("the service has " + sizeBytes + " bytes on record, and more came", null, null);
        }
        if (compared) {
            return;
        }
        compared = true;
        ImageHash found = Digests.hash(expected.algorithm(), digest.digest());
        if (!expected.matches(found)) {
            String both =
                    "the service has " + Upload.shown(expected.hash()) + ", and what came is " + Upload.shown(found);
            throw mismatch(both, expected.hash(), found);
        }
        meter.end(count);
    }

    private ImageDataMismatchException mismatch(String both, @Nullable ImageHash recorded, @Nullable ImageHash found) {
        String advice = both + "; what was read before is not to be used: download it again";
        Failure failure = Failure.of(Operation.DOWNLOAD_DATA)
                .imageId(id)
                .effect(Effect.NOT_APPLIED)
                .advice(advice)
                .build();
        return new ImageDataMismatchException(failure, recorded, found, null);
    }

    @Override
    public int available() throws IOException {
        return source.available();
    }

    @Override
    public void close() throws IOException {
        source.close();
    }
}
