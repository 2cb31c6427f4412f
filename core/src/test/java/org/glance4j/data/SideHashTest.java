package org.glance4j.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.MessageDigest;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class SideHashTest {

    @ParameterizedTest
    @ValueSource(
            ints = {0, 1, SideHash.BUFFER - 1, SideHash.BUFFER, SideHash.BUFFER + 1, 9 * SideHash.BUFFER, 5_000_000})
    void theHashIsThatOfTheWhole(int length) {
        byte[] data = new byte[length];
        new SplittableRandom(length).nextBytes(data);
        try (SideHash hash = new SideHash(Digests.get("sha512"))) {
            for (int at = 0; at < length; ) {
                byte[] buffer = hash.buffer();
                int n = Math.min(buffer.length, length - at);
                System.arraycopy(data, at, buffer, 0, n);
                hash.update(buffer, n);
                at += n;
            }
            assertThat(hash.finish()).isEqualTo(Digests.get("sha512").digest(data));
        }
    }

    @Test
    void buffersOfEveryFillingGoRoundForEver() {
        MessageDigest expected = Digests.get("sha256");
        SplittableRandom random = new SplittableRandom(7);
        try (SideHash hash = new SideHash(Digests.get("sha256"))) {
            for (int i = 0; i < 500; i++) {
                byte[] buffer = hash.buffer();
                int n = i % 3 == 0 ? buffer.length : random.nextInt(2_000);
                random.nextBytes(buffer);
                expected.update(buffer, 0, n);
                hash.update(buffer, n);
            }
            assertThat(hash.finish()).isEqualTo(expected.digest());
        }
    }

    @Test
    void thereIsAThreadOnlyWhileMoreThanABufferIsHashed() {
        Thread thread;
        try (SideHash hash = new SideHash(Digests.get("sha512"))) {
            hash.update(hash.buffer(), SideHash.BUFFER - 1);
            assertThat(hash.thread()).isNull();
            hash.update(hash.buffer(), SideHash.BUFFER);
            thread = hash.thread();
            assertThat(thread).isNotNull().matches(Thread::isAlive).matches(Thread::isDaemon);
        }
        assertThat(thread).matches(ended -> !ended.isAlive());
    }

    @Test
    void anInterruptNeitherLosesDataNorIsLost() {
        try (SideHash hash = new SideHash(Digests.get("sha512"))) {
            MessageDigest expected = Digests.get("sha512");
            Thread.currentThread().interrupt();
            for (int i = 0; i < 40; i++) {
                byte[] buffer = hash.buffer();
                expected.update(buffer);
                hash.update(buffer, buffer.length);
            }
            assertThat(hash.finish()).isEqualTo(expected.digest());
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void aHashFunctionThatFailsFailsTheTransferAndHoldsNothingUp() {
        MessageDigest broken = new MessageDigest("broken") {
            @Override
            protected void engineUpdate(byte input) {
                throw new IllegalStateException("no more");
            }

            @Override
            protected void engineUpdate(byte[] input, int offset, int length) {
                throw new IllegalStateException("no more");
            }

            @Override
            protected byte[] engineDigest() {
                return new byte[0];
            }

            @Override
            protected void engineReset() {
                throw new IllegalStateException("no more");
            }
        };
        try (SideHash hash = new SideHash(broken)) {
            for (int i = 0; i < 40; i++) {
                hash.update(hash.buffer(), SideHash.BUFFER);
            }
            assertThatThrownBy(hash::finish).hasMessageContaining("no more");
        }
    }
}
