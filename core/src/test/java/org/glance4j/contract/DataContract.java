package org.glance4j.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.glance4j.error.ForbiddenException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.NoImageDataException;
import org.glance4j.error.RangeNotSatisfiableException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Visibility;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.junit.jupiter.api.Test;

/** Image data, and the statuses that depend on it. */
abstract class DataContract extends ResourceContract {
    private static final byte[] ALPHABET = "abcdefghijklmnopqrstuvwxyz".getBytes(StandardCharsets.US_ASCII);

    private static String hash(String algorithm, byte[] data) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance(algorithm).digest(data));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] downloaded(ImageTransport party, ImageId image) throws IOException {
        try (ImageDownload download = party.data().download(image)) {
            return download.stream().readAllBytes();
        }
    }

    private static byte[] part(ImageTransport party, ImageId image, ByteRange range) throws IOException {
        try (ImageDownload download = party.data().download(image, range)) {
            byte[] bytes = download.stream().readAllBytes();
            assertThat(download.sizeBytes().orElse(-1)).isEqualTo(bytes.length);
            assertThat(download.checksum()).hasValue(hash("MD5", ALPHABET));
            return bytes;
        }
    }

    @Test
    @Statement("S-099")
    final void uploadMakesTheImageActiveWithSizeAndHashes() {
        byte[] data = new byte[100_000];
        new Random(99).nextBytes(data);
        ImageId image = withData(data);
        Image active = owner().images().get(image);
        assertThat(active.status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(active.sizeBytes()).isEqualTo(data.length);
        assertThat(active.virtualSizeBytes()).isEqualTo(data.length);
        assertThat(active.checksum()).isEqualTo(hash("MD5", data));
        assertThat(active.hash()).isEqualTo(new ImageHash("sha512", hash("SHA-512", data)));
    }

    @Test
    @Statement("S-099")
    final void uploadOfUnknownLengthAndOfNothingAreUploads() throws IOException {
        ImageId streamed = shared();
        owner().data().upload(streamed, ImageData.of(new ByteArrayInputStream(ALPHABET)));
        assertThat(owner().images().get(streamed).sizeBytes()).isEqualTo(ALPHABET.length);
        ImageId empty = withData(new byte[0]);
        assertThat(owner().images().get(empty).status()).isEqualTo(ImageStatus.ACTIVE);
        assertThat(owner().images().get(empty).sizeBytes()).isZero();
        assertThat(owner().images().get(empty).checksum()).isEqualTo(hash("MD5", new byte[0]));
    }

    @Test
    @Statement("S-100")
    final void secondUploadIsConflictAndTheDataStays() throws IOException {
        ImageId image = withData(ALPHABET);
        Image before = owner().images().get(image);
        refused(ImageStatusConflictException.class, 409, () -> owner().data().upload(image, ImageData.of(new byte[7])));
        assertThat(owner().images().get(image)).isEqualTo(before);
        assertThat(downloaded(owner(), image)).isEqualTo(ALPHABET);
    }

    @Test
    @Statement("S-101")
    final void uploadWithoutFormatsIsBadRequest() {
        Image image = create(owner(), NewImage.named(uniqueName()).build());
        refused(InvalidRequestException.class, 400, () -> owner().data().upload(image.id(), ImageData.of(new byte[7])));
        assertThat(owner().images().get(image.id()).status()).isEqualTo(ImageStatus.QUEUED);
        assertThat(owner().images().get(image.id()).sizeBytes()).isNull();
    }

    @Test
    @Statement("S-102")
    final void uploadOfAnotherMediaTypeIsNotTaken() {
        Image image = create(builder -> builder);
        WireRequest upload = WireRequest.of("PUT", path(image.id()) + "/file");
        answers(415, Party.OWNER, upload.body("application/json", "{}"));
        answers(415, Party.OWNER, upload.body("text/plain", "data"));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
        answers(204, Party.OWNER, upload.body("application/octet-stream", "data"));
    }

    @Test
    @Statement("S-103")
    final void downloadGivesTheBytesAndTheirChecksum() throws IOException {
        ImageId image = withData(ALPHABET);
        try (ImageDownload download = owner().data().download(image)) {
            assertThat(download.stream().readAllBytes()).isEqualTo(ALPHABET);
            assertThat(download.sizeBytes()).hasValue(ALPHABET.length);
            assertThat(download.checksum()).hasValue(hash("MD5", ALPHABET));
        }
        WireAnswer answer = send(Party.OWNER, get(path(image) + "/file"));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(ALPHABET);
        assertThat(answer.header("content-md5")).hasValue(hash("MD5", ALPHABET));
        assertThat(answer.header("content-type").orElse("")).startsWith("application/octet-stream");
    }

    @Test
    @Statement("S-104")
    final void queuedImageHasNoContent() {
        ImageId image = shared();
        assertThatThrownBy(() -> owner().data().download(image)).isExactlyInstanceOf(NoImageDataException.class);
        WireAnswer answer = send(Party.OWNER, get(path(image) + "/file"));
        assertThat(answer.status()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    @Statement("S-105")
    final void rangeGivesThatPart() throws IOException {
        ImageId image = withData(ALPHABET);
        assertThat(part(owner(), image, ByteRange.between(3, 10))).isEqualTo(Arrays.copyOfRange(ALPHABET, 3, 11));
        assertThat(part(owner(), image, ByteRange.from(20))).isEqualTo(Arrays.copyOfRange(ALPHABET, 20, 26));
        assertThat(part(owner(), image, ByteRange.between(20, 100))).isEqualTo(Arrays.copyOfRange(ALPHABET, 20, 26));
        assertThat(part(owner(), image, ByteRange.last(2))).isEqualTo(Arrays.copyOfRange(ALPHABET, 24, 26));
        assertThat(part(owner(), image, ByteRange.last(100))).isEqualTo(ALPHABET);
        WireAnswer answer = send(Party.OWNER, get(path(image) + "/file").header("Range", "bytes=3-10"));
        assertThat(answer.status()).isEqualTo(206);
        assertThat(answer.text()).isEqualTo("defghijk");
        assertThat(answer.header("content-range")).hasValue("bytes 3-10/26");
    }

    @Test
    final void stagedDataHasALengthAndNothingToRead() {
        ImageId image = image(Visibility.PRIVATE).id();
        owner().imports().stage(image, ImageData.of(ALPHABET));
        assertThatThrownBy(
                        () -> owner().data().download(image, ByteRange.from(25)).close())
                .isInstanceOf(NoImageDataException.class);
        refused(
                RangeNotSatisfiableException.class,
                416,
                () -> owner().data().download(image, ByteRange.from(26)).close());
    }

    @Test
    @Statement("S-105")
    final void rangeOutsideTheDataIsNotSatisfiable() throws IOException {
        ImageId image = withData(ALPHABET);
        refused(
                RangeNotSatisfiableException.class,
                416,
                () -> owner().data().download(image, ByteRange.from(26)).close());
        for (String range : new String[] {"bytes=26-", "bytes=10-5", "bytes=", "lines=1-2", "junk"}) {
            answers(416, Party.OWNER, get(path(image) + "/file").header("Range", range));
        }
        answers(400, Party.OWNER, get(path(image) + "/file").header("Range", "bytes=0-1,3-4"));
        assertThat(downloaded(owner(), image)).isEqualTo(ALPHABET);
    }

    @Test
    @Statement("S-106")
    final void deactivatedImageIsDownloadedByAdminAlone() throws IOException {
        ImageId image = withData(ALPHABET);
        owner().images().deactivate(image);
        assertThat(owner().images().get(image).status()).isEqualTo(ImageStatus.DEACTIVATED);
        refused(ForbiddenException.class, 403, () -> downloaded(owner(), image));
        assertThat(downloaded(admin(), image)).isEqualTo(ALPHABET);
        owner().images().deactivate(image);
        owner().images().reactivate(image);
        assertThat(owner().images().get(image).status()).isEqualTo(ImageStatus.ACTIVE);
        owner().images().reactivate(image);
        assertThat(downloaded(owner(), image)).isEqualTo(ALPHABET);
    }

    @Test
    @Statement("S-107")
    final void queuedImageIsNotDeactivated() {
        Image image = create(builder -> builder);
        refused(ForbiddenException.class, 403, () -> owner().images().deactivate(image.id()));
        refused(ForbiddenException.class, 403, () -> owner().images().reactivate(image.id()));
        assertThat(owner().images().get(image.id())).isEqualTo(image);
    }

    @Test
    final void deactivatedImageTakesNoData() {
        ImageId image = withData(ALPHABET);
        owner().images().deactivate(image);
        refused(ImageStatusConflictException.class, 409, () -> owner().data().upload(image, ImageData.of(new byte[7])));
    }
}
