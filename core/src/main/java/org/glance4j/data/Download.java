package org.glance4j.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import java.util.OptionalLong;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageDataNotVerifiedException;
import org.glance4j.error.ImageDataTargetException;
import org.glance4j.error.InvalidRequestException;
import org.glance4j.error.ServiceUnavailableException;
import org.glance4j.model.ByteRange;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/**
 * One download: asks for the data, goes on by {@code Range} where it was cut, and compares what came with the image's record before
 * the target is completed. Used by one thread.
 *
 * <p>A store that cannot read at random refuses each range (400); only those of files and of Cinder can. Source: {@code
 * glance_store/capabilities.py}, {@code glance/api/v2/image_data.py} ({@code ResponseSerializer.download}), 25.1.0.
 */
final class Download {
    private static final int MOST_FRUITLESS = 5;

    /** A beginning can cost as much as the whole does. */
    private static final int MOST_BEGINNINGS = 3;

    private final ImageTransport transport;
    private final Deadline deadline;
    private final Pauses pauses;
    private final ImageId id;
    private final DownloadOptions options;
    private final ProgressMeter meter;
    private final Target target;
    private final @Nullable ByteRange range;
    private @Nullable Part part;
    private boolean wentOn;
    private int beginnings;
    private boolean isWholeOnly;

    Download(
            ImageTransport transport,
            Deadline deadline,
            Pauses pauses,
            ImageId id,
            DownloadOptions options,
            ProgressMeter meter,
            Target target,
            @Nullable ByteRange range) {
        this.transport = transport;
        this.deadline = deadline;
        this.pauses = pauses;
        this.id = id;
        this.options = options;
        this.meter = meter;
        this.target = target;
        this.range = range;
    }

    TransferResult run() {
        if (range != null && !options.acceptsUnverified()) {
            throw notVerified(id, Verification.PART, Effect.NOT_SENT, null);
        }
        onTarget(Effect.NOT_SENT, target::check);
        Image image = transport.images().get(id);
        Expected expected = range == null ? Expected.of(image) : ofPart(image, range);
        if (expected.onMatch() != Verification.VERIFIED && !options.acceptsUnverified()) {
            throw notVerified(transport, id, expected.onMatch());
        }
        boolean done = false;
        try {
            TransferResult result = transfer(expected);
            done = true;
            return result;
        } finally {
            if (!done) {
                String unused = left();
            }
        }
    }

    private Expected ofPart(Image image, ByteRange wanted) {
        Long sizeBytes = image.sizeBytes();
        if (sizeBytes == null) {
            throw noLength(wanted);
        }
        Part found = Part.of(wanted, sizeBytes);
        part = found;
        return Expected.of(found);
    }

    /** The service says first whether there is data at all. */
    private ImageDataNotVerifiedException noLength(ByteRange wanted) {
        IOException unclosed = null;
        try {
            transport.data().download(id, wanted).close();
        } catch (IOException e) {
            unclosed = e;
        }
        return new ImageDataNotVerifiedException(
                failure(
                        Effect.NOT_APPLIED,
                        "the record does not say how long the data is, nor so how long its parts are"),
                unclosed);
    }

    /**
     * What an earlier download left may be wrong, where nobody can tell from which byte on; and a store that cannot read at random gives
     * the rest only with what is before it.
     */
    private TransferResult transfer(Expected expected) {
        while (true) {
            beginnings++;
            try {
                Optional<TransferResult> result = attempt(expected);
                if (result.isPresent()) {
                    return result.get();
                }
                String unused = left();
            } catch (ImageDataMismatchException e) {
                if (!wentOn || beginnings == MOST_BEGINNINGS) {
                    throw e;
                }
            }
        }
    }

    /** Downloads all of it; empty where that takes another beginning. */
    private Optional<TransferResult> attempt(Expected expected) {
        try (SideHash hash = new SideHash(Digests.get(expected.algorithm()))) {
            long begun = onTarget(Effect.NOT_APPLIED, () -> target.begin(expected, hash, this::checkTime));
            wentOn = begun > 0;
            OptionalLong copied = copy(expected, begun, hash);
            if (copied.isEmpty()) {
                return Optional.empty();
            }
            long count = copied.getAsLong();
            ImageHash found = Digests.hash(expected.algorithm(), hash.finish());
            if (!expected.matches(found)) {
                String both = "the service has " + Upload.shown(expected.hash()) + ", and what came is "
                        + Upload.shown(found);
                throw mismatch(both, expected.hash(), found);
            }
            onTarget(Effect.NOT_APPLIED, target::complete);
            meter.end(count);
            return Optional.of(new TransferResult(id, count, found, expected.onMatch(), meter.failure()));
        }
    }

    /** Copies all of the data, in as many parts as it takes, and returns how much there is; empty where nobody can go on. */
    private OptionalLong copy(Expected expected, long begun, SideHash hash) {
        Long size = expected.sizeBytes();
        meter.begin(begun, size == null ? OptionalLong.empty() : OptionalLong.of(size));
        long at = begun;
        if (size != null && at == size && at > 0) {
            return OptionalLong.of(at);
        }
        Exception last = null;
        for (int fruitless = 0; ; ) {
            long before = at;
            Exception cut;
            try (ImageDownload download = open(at)) {
                if (size == null && download.sizeBytes().isPresent()) {
                    size = at + download.sizeBytes().getAsLong();
                }
                Copy copy = new Copy(download.stream(), hash, size);
                cut = copy.run(at);
                at = copy.at;
            } catch (InvalidRequestException e) {
                refused(e, at, size, last);
                return OptionalLong.empty();
            } catch (ConnectionFailedException | ServiceUnavailableException e) {
                if (fruitless == 0 && at == begun) {
                    throw e;
                }
                cut = e;
            } catch (IOException e) {
                cut = e;
            }
            if (size != null ? at == size : cut == null) {
                return OptionalLong.of(at);
            }
            if (cut == null) {
                cut = new EOFException("the data ends after " + at + " of " + size + " bytes");
            }
            fruitless = at > before ? 0 : fruitless + 1;
            if (fruitless == MOST_FRUITLESS) {
                throw cutForGood(at, size, cut);
            }
            pause(fruitless, cut);
            last = cut;
        }
    }

    private ImageDownload open(long at) {
        if (part != null) {
            return transport.data().download(id, part.behind(at));
        }
        return at == 0 ? transport.data().download(id) : transport.data().download(id, ByteRange.from(at));
    }

    /** Takes the refusal of a range for the end of the download where it cannot begin anew. */
    private void refused(InvalidRequestException refusal, long at, @Nullable Long size, @Nullable Exception cut) {
        if (refusal.effect() == Effect.NOT_SENT || (at == 0 && part == null)) {
            throw refusal;
        }
        if (at == 0) {
            String advice = "the store of the image may give no part of its data: download the whole";
            throw new InvalidRequestException(
                    refusal.failure().toBuilder().advice(advice).build(), refusal);
        }
        isWholeOnly = target.beginsAnew();
        if (!isWholeOnly || beginnings == MOST_BEGINNINGS) {
            throw notGoneOn(at, size, cut, refusal);
        }
    }

    private ConnectionFailedException notGoneOn(
            long at, @Nullable Long size, @Nullable Exception cut, InvalidRequestException refusal) {
        String next = isWholeOnly
                ? "it was begun " + MOST_BEGINNINGS + " times"
                : "download it anew, or to a file, where that is done for you";
        String text = refusal.failure().serviceText();
        String advice = came(at, size) + ", and the service gives the rest only with what is before it"
                + (text == null ? "" : " (" + text + ")") + "; " + next + "; " + left();
        ConnectionFailedException failed =
                new ConnectionFailedException(failure(Effect.NOT_APPLIED, advice), cut == null ? refusal : cut);
        if (cut != null) {
            failed.addSuppressed(refusal);
        }
        return failed;
    }

    private static String came(long at, @Nullable Long size) {
        return at + (size == null ? " bytes" : " of " + size + " bytes") + " came";
    }

    /** What nobody can go on from is not kept. */
    private String left() {
        return target.abandon(isWholeOnly);
    }

    /** One stream on its way to the target. */
    private final class Copy {
        private final InputStream in;
        private final SideHash hash;
        private final @Nullable Long size;
        private long at;

        Copy(InputStream in, SideHash hash, @Nullable Long size) {
            this.in = in;
            this.hash = hash;
            this.size = size;
        }

        /** Returns how the stream was cut; null where it has ended by itself. */
        @Nullable
        Exception run(long from) {
            at = from;
            while (true) {
                byte[] buffer = hash.buffer();
                int count = 0;
                Exception cut = null;
                RuntimeException ended = null;
                try {
                    for (int n = 0;
                            n >= 0 && count < buffer.length;
                            n = in.read(buffer, count, buffer.length - count)) {
                        count += n;
                        meter.at(at + count);
                    }
                } catch (IOException | ConnectionFailedException e) {
                    cut = e;
                } catch (RuntimeException e) {
                    // What has come is worth keeping for the next download.
                    ended = e;
                }
                take(buffer, count);
                if (ended != null) {
                    throw ended;
                }
                if (cut != null || count < buffer.length) {
                    return cut;
                }
            }
        }

        private void take(byte[] buffer, int count) {
            if (size != null && at + count > size) {
                String wanted = part == null
                        ? "the service has " + size + " bytes on record"
                        : "the part has " + size + " bytes";
                throw mismatch(wanted + ", and more came", null, null);
            }
            hash.update(buffer, count);
            onTarget(Effect.NOT_APPLIED, () -> target.write(buffer, count));
            at += count;
        }
    }

    private void pause(int fruitless, Exception cut) {
        try {
            pauses.after(fruitless, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CallInterruptedException interrupted = new CallInterruptedException(failure(Effect.NOT_APPLIED, null), cut);
            interrupted.addSuppressed(e);
            throw interrupted;
        }
    }

    private ConnectionFailedException cutForGood(long at, @Nullable Long size, Exception cut) {
        String advice = came(at, size) + ", and " + MOST_FRUITLESS + " attempts to get more brought nothing: "
                + cut.getMessage() + "; " + left();
        return new ConnectionFailedException(failure(Effect.NOT_APPLIED, advice), cut);
    }

    private ImageDataMismatchException mismatch(String both, @Nullable ImageHash recorded, @Nullable ImageHash found) {
        String advice =
                both + "; " + target.abandon(true) + ": download it again, and tell the operator if it stays so";
        return new ImageDataMismatchException(failure(Effect.NOT_APPLIED, advice), recorded, found, null);
    }

    /** The service says first whether there is data at all. */
    static ImageDataNotVerifiedException notVerified(ImageTransport transport, ImageId id, Verification why) {
        try {
            transport.data().download(id).close();
        } catch (IOException e) {
            // Nothing of it is wanted.
            return notVerified(id, why, Effect.NOT_APPLIED, e);
        }
        return notVerified(id, why, Effect.NOT_APPLIED, null);
    }

    private static ImageDataNotVerifiedException notVerified(
            ImageId id, Verification why, Effect effect, @Nullable Throwable cause) {
        return new ImageDataNotVerifiedException(
                Failure.of(Operation.DOWNLOAD_DATA)
                        .imageId(id)
                        .effect(effect)
                        .advice(why.phrase() + ": accept that in the options")
                        .build(),
                cause);
    }

    /** What is done to the target. */
    private interface Step<T> {
        T run() throws IOException;
    }

    private interface Action {
        void run() throws IOException;
    }

    private void onTarget(Effect effect, Action action) {
        Boolean unused = onTarget(effect, () -> {
            action.run();
            return true;
        });
    }

    private <T> T onTarget(Effect effect, Step<T> step) {
        try {
            return step.run();
        } catch (ClosedByInterruptException e) {
            throw new CallInterruptedException(failure(effect, left()), e);
        } catch (DeadlineExceededException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            String advice = "the data cannot be written: " + reason(e);
            throw new ImageDataTargetException(
                    failure(effect, effect == Effect.NOT_SENT ? advice : advice + "; " + left()), e);
        }
    }

    /** What the file system means: its messages are often no more than the file's name. */
    private static String reason(Exception e) {
        if (e instanceof FileAlreadyExistsException) {
            return e.getMessage() + " is there already, and is replaced only where the options say so";
        }
        if (e instanceof NoSuchFileException) {
            return "there is no " + e.getMessage();
        }
        if (e instanceof AccessDeniedException) {
            return "no permission to write " + e.getMessage();
        }
        String message = e.getMessage();
        return message == null ? e.getClass().getSimpleName() : message;
    }

    private void checkTime() {
        if (deadline.hasPassed()) {
            throw new DeadlineExceededException(
                    failure(Effect.NOT_APPLIED, "what is there already was read, to go on from there"), null);
        }
    }

    private Failure failure(Effect effect, @Nullable String advice) {
        return Failure.of(Operation.DOWNLOAD_DATA)
                .imageId(id)
                .effect(effect)
                .advice(advice)
                .build();
    }
}
