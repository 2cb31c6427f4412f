package org.glance4j.data;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;
import org.glance4j.internal.Calls;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.Pauser;
import org.jspecify.annotations.Nullable;

/**
 * Image data, up and down, never the whole of it in memory. It is hashed while it moves, in a thread that lives as long as the
 * transfer, and compared with the hash and the length on the image's record: what differs is an {@link
 * org.glance4j.error.ImageDataMismatchException}; what has nothing to be compared with is an {@link
 * org.glance4j.error.ImageDataNotVerifiedException}, unless the options accept it. The hash is the record's {@code os_hash_value}, or
 * its MD5 where the service keeps no other. Safe for use by several threads.
 *
 * <p>Source: Image API v2, image data; {@code glance/api/v2/image_data.py}, 25.1.0.
 */
public final class VerifiedData {
    private final Calls calls;
    private final Pauser pauser;
    private final RandomGenerator random;
    private final Ticker ticker;

    /**
     * Makes the operations; {@code ImageClient} does.
     *
     * @param calls begins calls
     * @param pauser lets time pass before another attempt
     * @param random varies the pauses, and names files
     * @param ticker what rates are told by
     */
    public VerifiedData(Calls calls, Pauser pauser, RandomGenerator random, Ticker ticker) {
        this.calls = requireNonNull(calls, "calls");
        this.pauser = requireNonNull(pauser, "pauser");
        this.random = requireNonNull(random, "random");
        this.ticker = requireNonNull(ticker, "ticker");
    }

    /**
     * Uploads the data of a queued image, which is active afterwards, and returns its hash, which is the one on record.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @return what was sent
     * @throws org.glance4j.error.ImageDataMismatchException if the service has other data than was sent; the image is active with it
     * @throws org.glance4j.error.ImageDataNotVerifiedException if the data is uploaded, and there is nothing to compare it with
     * @throws org.glance4j.error.UploadCutException if the service's answer was lost, the data is not there, and it cannot be sent
     *     again
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.ForbiddenException if the image is not the caller's
     * @throws org.glance4j.error.ImageStatusConflictException if the image is not queued
     * @throws org.glance4j.error.InvalidRequestException if disk or container format is not set
     * @throws org.glance4j.error.LimitExceededException if there is more data than the service takes
     * @throws org.glance4j.error.ImageGoneException if the image is deleted meanwhile
     * @throws org.glance4j.error.ImageDataSourceException if the data cannot be read, or is longer or shorter than it said
     */
    public TransferResult upload(ImageId id, ImageData data) {
        return upload(id, data, UploadOptions.defaults());
    }

    /**
     * Uploads the data of a queued image, as {@link #upload(ImageId, ImageData)} does.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @param options how
     * @return what was sent
     */
    public TransferResult upload(ImageId id, ImageData data, UploadOptions options) {
        requireNonNull(id, "id");
        requireNonNull(data, "data");
        ProgressMeter meter = new ProgressMeter(id, options.progress(), ticker);
        Deadline deadline = calls.deadline();
        return new Upload(calls.until(deadline), deadline, pauses(), id, data, options, meter).run();
    }

    /**
     * Downloads an image's data to a file that is not there yet. It appears under its name only when all data is there, right, and
     * on disk: until then there is another file beside it, which is removed where the download fails. A download that is cut goes on
     * where it was; where the service gives the rest only with what is before it, it begins anew, three times in all.
     *
     * @param id the image's id
     * @param file the file; its directory is there
     * @return what came
     * @throws org.glance4j.error.ImageDataMismatchException if what came is not what the service has on record; there is no file
     * @throws org.glance4j.error.ImageDataNotVerifiedException if there is nothing to compare the data with
     * @throws org.glance4j.error.ImageDataTargetException if the file is there already, or cannot be written
     * @throws org.glance4j.error.ConnectionFailedException if the service cannot be reached, or the data is cut again and again
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     */
    public TransferResult download(ImageId id, Path file) {
        return download(id, file, DownloadOptions.defaults());
    }

    /**
     * Downloads an image's data to a file, as {@link #download(ImageId, Path)} does.
     *
     * @param id the image's id
     * @param file the file
     * @param options how
     * @return what came
     */
    public TransferResult download(ImageId id, Path file, DownloadOptions options) {
        requireNonNull(id, "id");
        requireNonNull(options, "options");
        return run(id, options, new FileTarget(requireNonNull(file, "file"), options, random), null);
    }

    /**
     * Downloads an image's data to a stream, which stays open. A download that is cut goes on where it was; nothing is written
     * twice, so that it fails where the service gives the rest only with what is before it, as it does from stores that cannot read
     * at random. Only the return of this method says that what was written is right.
     *
     * @param id the image's id
     * @param out the stream
     * @return what came
     * @throws org.glance4j.error.ImageDataMismatchException if what was written is not what the service has on record
     * @throws org.glance4j.error.ImageDataNotVerifiedException if there is nothing to compare the data with; nothing is written
     * @throws org.glance4j.error.ImageDataTargetException if the stream fails
     * @throws org.glance4j.error.ConnectionFailedException if the service cannot be reached, or the data is cut again and again, or
     *     is cut once and the service does not go on
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     */
    public TransferResult download(ImageId id, OutputStream out) {
        return download(id, out, DownloadOptions.defaults());
    }

    /**
     * Downloads an image's data to a stream, as {@link #download(ImageId, OutputStream)} does.
     *
     * @param id the image's id
     * @param out the stream
     * @param options how; what they say of files means nothing here
     * @return what came
     */
    public TransferResult download(ImageId id, OutputStream out, DownloadOptions options) {
        requireNonNull(id, "id");
        return run(id, options, new StreamTarget(requireNonNull(out, "out")), null);
    }

    /**
     * Downloads an image's data to a channel, which stays open, as {@link #download(ImageId, OutputStream)} does to a stream.
     *
     * @param id the image's id
     * @param channel the channel, in blocking mode
     * @return what came
     */
    public TransferResult download(ImageId id, WritableByteChannel channel) {
        return download(id, channel, DownloadOptions.defaults());
    }

    /**
     * Downloads an image's data to a channel, as {@link #download(ImageId, OutputStream)} does to a stream.
     *
     * @param id the image's id
     * @param channel the channel, in blocking mode
     * @param options how; what they say of files means nothing here
     * @return what came
     */
    public TransferResult download(ImageId id, WritableByteChannel channel, DownloadOptions options) {
        return download(id, Channels.newOutputStream(requireNonNull(channel, "channel")), options);
    }

    /**
     * Returns an image's data to be read, which is compared at its end: the read that would give its last bytes fails with an {@link
     * org.glance4j.error.ImageDataMismatchException} where the data is wrong. It is hashed by the thread that reads it, and does not
     * go on where it was cut; the other downloads do better where they can be used.
     *
     * @param id the image's id
     * @return the data, to be closed by the caller
     * @throws org.glance4j.error.ImageDataNotVerifiedException if there is nothing to compare the data with
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     */
    public ImageDownload download(ImageId id) {
        return download(id, DownloadOptions.defaults());
    }

    /**
     * Returns an image's data to be read, as {@link #download(ImageId)} does.
     *
     * @param id the image's id
     * @param options how; what they say of files means nothing here
     * @return the data, to be closed by the caller
     */
    public ImageDownload download(ImageId id, DownloadOptions options) {
        requireNonNull(id, "id");
        ImageTransport transport = calls.begin();
        Expected expected = Expected.of(transport.images().get(id));
        if (expected.onMatch() != Verification.VERIFIED && !options.acceptsUnverified()) {
            throw Download.notVerified(transport, id, expected.onMatch());
        }
        ImageDownload download = transport.data().download(id);
        OptionalLong size = download.sizeBytes();
        Long sizeBytes = size.isPresent() ? size.getAsLong() : null;
        ProgressMeter meter = new ProgressMeter(id, options.progress(), ticker);
        VerifiedStream stream = new VerifiedStream(download.stream(), id, expected, sizeBytes, meter);
        meter.begin(0, size);
        return new ImageDownload(stream, sizeBytes, download.checksum().orElse(null));
    }

    /**
     * Returns a part of an image's data, which nothing can be compared with: the service keeps a hash of the whole.
     *
     * @param id the image's id
     * @param range which part
     * @return the data, to be closed by the caller
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     * @throws org.glance4j.error.RangeNotSatisfiableException if the part lies outside the data
     * @throws org.glance4j.error.InvalidRequestException if the service gives only the whole, as it does from stores that cannot read
     *     at random
     */
    public ImageDownload download(ImageId id, ByteRange range) {
        requireNonNull(id, "id");
        requireNonNull(range, "range");
        return calls.begin().data().download(id, range);
    }

    /**
     * Downloads a part of an image's data to a file, which appears under its name only when all of the part is there and on disk, as
     * {@link #download(ImageId, Path)} has it. Nothing can be compared with it but its length: the service keeps a hash of the
     * whole. A download that is cut goes on where it was; of one that fails nothing is kept for another, whatever the options say.
     *
     * @param id the image's id
     * @param range which part
     * @param file the file; its directory is there
     * @param options how; they accept what is not verified
     * @return what came, with the hash of the part, {@link Verification#PART}
     * @throws org.glance4j.error.ImageDataNotVerifiedException if the options do not accept that, before anything is sent; or if the
     *     record does not say how long the data is
     * @throws org.glance4j.error.ImageDataMismatchException if more came than the part has; there is no file
     * @throws org.glance4j.error.ImageDataTargetException if the file is there already, or cannot be written
     * @throws org.glance4j.error.ConnectionFailedException if the service cannot be reached, or the data is cut again and again
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     * @throws org.glance4j.error.NoImageDataException if the image has no data yet
     * @throws org.glance4j.error.ForbiddenException if the image is deactivated, or the caller may only read records
     * @throws org.glance4j.error.RangeNotSatisfiableException if the part lies outside the data
     * @throws org.glance4j.error.InvalidRequestException if the service gives only the whole, as it does from stores that cannot read
     *     at random
     */
    public TransferResult download(ImageId id, ByteRange range, Path file, DownloadOptions options) {
        requireNonNull(id, "id");
        requireNonNull(options, "options");
        requireNonNull(range, "range");
        return run(id, options, new FileTarget(requireNonNull(file, "file"), options, random), range);
    }

    /**
     * Downloads a part of an image's data to a stream, which stays open, as {@link #download(ImageId, ByteRange, Path,
     * DownloadOptions)} does to a file. Only the return of this method says that all of the part was written.
     *
     * @param id the image's id
     * @param range which part
     * @param out the stream
     * @param options how; they accept what is not verified, and what they say of files means nothing here
     * @return what came
     */
    public TransferResult download(ImageId id, ByteRange range, OutputStream out, DownloadOptions options) {
        requireNonNull(id, "id");
        requireNonNull(options, "options");
        requireNonNull(range, "range");
        return run(id, options, new StreamTarget(requireNonNull(out, "out")), range);
    }

    /**
     * Downloads a part of an image's data to a channel, which stays open, as {@link #download(ImageId, ByteRange, OutputStream,
     * DownloadOptions)} does to a stream.
     *
     * @param id the image's id
     * @param range which part
     * @param channel the channel, in blocking mode
     * @param options how; they accept what is not verified, and what they say of files means nothing here
     * @return what came
     */
    public TransferResult download(ImageId id, ByteRange range, WritableByteChannel channel, DownloadOptions options) {
        return download(id, range, Channels.newOutputStream(requireNonNull(channel, "channel")), options);
    }

    private TransferResult run(ImageId id, DownloadOptions options, Target target, @Nullable ByteRange range) {
        ProgressMeter meter = new ProgressMeter(id, options.progress(), ticker);
        Deadline deadline = calls.deadline();
        return new Download(calls.until(deadline), deadline, pauses(), id, options, meter, target, range).run();
    }

    private Pauses pauses() {
        return new Pauses(pauser, random);
    }
}
