package org.glance4j.data;

import java.io.IOException;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageDataNotVerifiedException;
import org.glance4j.error.ImageDataSourceException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.ImageStatusConflictException;
import org.glance4j.error.TransportClosedException;
import org.glance4j.error.UploadCutException;
import org.glance4j.model.Image;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/**
 * One upload: sends the data, finds out what became of it where the service's answer was lost, sends it again where the image
 * takes it and the source can be read again, and compares what was sent with the image's record. Used by one thread.
 *
 * <p>Sending again does nothing twice: the image takes data only while it is queued, and what another delivery of the same data
 * has made of it is recognized by its hash. Source: {@code glance/api/v2/image_data.py} (upload), 25.1.0.
 */
final class Upload {
    private static final int MOST_SENDS = 3;
    private static final int MOST_LOOKS = 9;

    private final ImageTransport transport;
    private final Deadline deadline;
    private final Pauses pauses;
    private final ImageId id;
    private final UploadOptions options;
    private final ProgressMeter meter;
    private final HashedImageData data;
    private @Nullable ImageServiceException lookedFor;

    Upload(
            ImageTransport transport,
            Deadline deadline,
            Pauses pauses,
            ImageId id,
            ImageData data,
            UploadOptions options,
            ProgressMeter meter) {
        this.transport = transport;
        this.deadline = deadline;
        this.pauses = pauses;
        this.id = id;
        this.options = options;
        this.meter = meter;
        this.data = new HashedImageData(id, data, options.hashAlgorithm(), meter);
    }

    TransferResult run() {
        // Only where a transport did not open the data, or left it open, is there anything to close.
        try (data) {
            Image found = send();
            if (found == null || data.hash().isPresent()) {
                meter.end(data.readBytes());
            }
            return found == null ? verified(recorded()) : verified(found);
        } catch (IOException e) {
            throw new ImageDataSourceException(
                    failure(Effect.UNKNOWN, "the source of the data cannot be closed: " + e.getMessage()), e);
        }
    }

    /** Returns the image where its record had to be looked at to see that the data is there. */
    private @Nullable Image send() {
        ImageServiceException doubt = null;
        for (int sends = 1; ; sends++) {
            try {
                upload();
                return null;
            } catch (ImageServiceException e) {
                doubt = stillDoubtful(doubt, e);
            }
            Image image = look(doubt);
            if (image.status() == ImageStatus.ACTIVE && !(doubt instanceof ImageDataSourceException)) {
                lookedFor = doubt;
                return image;
            }
            if (image.status() != ImageStatus.QUEUED || sends == MOST_SENDS || !isSentAgain(doubt)) {
                throw cut(image, doubt);
            }
            pause(sends, doubt);
        }
    }

    private void upload() {
        StoreId store = options.store();
        if (store == null) {
            transport.data().upload(id, data);
        } else {
            transport.data().upload(id, data, store);
        }
    }

    /** Returns what makes it worth a look; throws where there is none: an earlier delivery keeps its doubt, whatever comes after it. */
    private ImageServiceException stillDoubtful(@Nullable ImageServiceException earlier, ImageServiceException now) {
        if (earlier == null && !isDoubtful(now)) {
            throw now;
        }
        if (earlier == null || isDoubtful(now)) {
            return now;
        }
        if (isEndOfCall(now)) {
            Effect effect = now.effect() == Effect.APPLIED ? Effect.APPLIED : Effect.UNKNOWN;
            ImageServiceException ended =
                    ended(now, effect, "what became of the upload is not known: look at the image", earlier);
            ended.addSuppressed(now);
            throw ended;
        }
        if (now instanceof ImageStatusConflictException || now.effect() == Effect.NOT_SENT) {
            earlier.addSuppressed(now);
            return earlier;
        }
        now.addSuppressed(earlier);
        throw now;
    }

    /** Whether it takes a look to know what became of the image. Where the time is over there is nobody left to look for. */
    private static boolean isDoubtful(ImageServiceException ended) {
        if (isEndOfCall(ended) || ended.effect() == Effect.NOT_SENT) {
            return false;
        }
        return ended.effect() != Effect.NOT_APPLIED || ended instanceof ImageDataSourceException;
    }

    private static boolean isEndOfCall(ImageServiceException ended) {
        return ended instanceof DeadlineExceededException
                || ended instanceof CallInterruptedException
                || ended instanceof TransportClosedException;
    }

    private boolean isSentAgain(ImageServiceException doubt) {
        return data.repeatable() && !(doubt instanceof ImageDataSourceException);
    }

    /** Looks at the image until the service has noticed that the upload is over. */
    private Image look(ImageServiceException doubt) {
        for (int looks = 1; ; looks++) {
            Image image;
            try {
                image = transport.images().get(id);
            } catch (ImageServiceException e) {
                throw lookFailed(doubt, e);
            }
            if (image.status() != ImageStatus.SAVING || looks == MOST_LOOKS) {
                return image;
            }
            pause(looks, doubt);
        }
    }

    private void pause(int attempts, ImageServiceException doubt) {
        try {
            pauses.after(attempts, deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            CallInterruptedException interrupted = new CallInterruptedException(
                    failure(doubt.effect(), "what became of the upload is not known: look at the image"), doubt);
            interrupted.addSuppressed(e);
            throw interrupted;
        }
    }

    private ImageServiceException cut(Image image, ImageServiceException doubt) {
        String state = "the image is " + image.statusWord()
                + (image.status() == ImageStatus.QUEUED ? ": it takes data again" : ": look again before sending data");
        if (doubt instanceof ImageDataSourceException) {
            String why = doubt.failure().advice();
            Failure.Builder failure = doubt.failure().toBuilder();
            return new ImageDataSourceException(
                    failure.advice(why == null ? state : why + "; " + state).build(), doubt.getCause());
        }
        Effect effect = image.status() == ImageStatus.QUEUED ? Effect.NOT_APPLIED : Effect.UNKNOWN;
        String source = data.repeatable() ? "" : "; the data has been read and cannot be sent again";
        return new UploadCutException(failure(effect, state + source), image.status(), doubt);
    }

    private ImageServiceException lookFailed(ImageServiceException doubt, ImageServiceException why) {
        ImageServiceException failed;
        if (isEndOfCall(why)) {
            failed = ended(why, doubt.effect(), "what became of the upload is not known: look at the image", doubt);
        } else if (doubt instanceof ImageDataSourceException) {
            failed = doubt;
        } else {
            String advice = why instanceof ImageNotFoundException
                    ? "the image is not there any more"
                    : "what became of the image could not be found out: look at it before sending data again";
            failed = new UploadCutException(failure(Effect.UNKNOWN, advice), null, doubt);
        }
        failed.addSuppressed(why);
        return failed;
    }

    /** The end of a call as the same end of this one, with what is known of the upload. */
    private ImageServiceException ended(ImageServiceException why, Effect effect, String advice, Throwable cause) {
        Failure failure = failure(effect, advice);
        if (why instanceof DeadlineExceededException) {
            return new DeadlineExceededException(failure, cause);
        }
        return why instanceof CallInterruptedException
                ? new CallInterruptedException(failure, cause)
                : new TransportClosedException(failure, cause);
    }

    /** Reads the record of an image that has its data; null where it cannot be read. */
    private @Nullable Image recorded() {
        try {
            return transport.images().get(id);
        } catch (ImageServiceException e) {
            if (isEndOfCall(e)) {
                throw ended(e, Effect.APPLIED, "the data is uploaded, and was not compared with the record", e);
            }
            if (!options.acceptsUnverified()) {
                throw notVerified(Verification.RECORD_NOT_READ, e);
            }
            return null;
        }
    }

    private TransferResult verified(@Nullable Image image) {
        ImageHash sent = data.hash().orElse(null);
        if (image == null) {
            return result(known(sent), Verification.RECORD_NOT_READ, null);
        }
        Expected expected = Expected.of(image);
        Long size = expected.sizeBytes();
        if (sent != null && size != null && size != data.readBytes()) {
            throw mismatch(
                    "the service has " + size + " bytes, and " + data.readBytes() + " bytes were sent", null, null);
        }
        if (sent != null && (expected.hash() == null || isOf(expected.algorithm(), sent))) {
            return compared(expected, new HashedImageData.Read(sent, data.readBytes()));
        }
        if (!data.repeatable()) {
            return result(known(sent), Verification.SOURCE_READ_ONCE, null);
        }
        try {
            HashedImageData.Read again = data.hashedAgain(expected.algorithm(), this::checkTime);
            if (sent == null) {
                meter.end(again.sizeBytes());
            }
            return compared(expected, again);
        } catch (IOException e) {
            return result(known(sent), Verification.SOURCE_READ_ONCE, e);
        }
    }

    private static boolean isOf(String algorithm, ImageHash hash) {
        return hash.algorithm().equalsIgnoreCase(algorithm);
    }

    /** What was not read to its end cannot have made the image what it is. */
    private ImageHash known(@Nullable ImageHash sent) {
        if (sent == null) {
            throw new UploadCutException(
                    failure(Effect.UNKNOWN, "the image is active, with data that another upload may have brought"),
                    ImageStatus.ACTIVE,
                    lookedFor);
        }
        return sent;
    }

    private TransferResult compared(Expected expected, HashedImageData.Read sent) {
        ImageHash recorded = expected.hash();
        if (!expected.matches(sent.hash())) {
            String both = "the service has " + shown(recorded) + ", and what was sent is " + shown(sent.hash());
            throw mismatch(both, recorded, sent.hash());
        }
        return result(sent, expected.onMatch(), null);
    }

    static String shown(@Nullable ImageHash hash) {
        return hash == null ? "no hash" : hash.algorithm() + " " + hash.value();
    }

    /** Where no answer has said that the data is ours, what differs may be another's. */
    private ImageServiceException mismatch(String both, @Nullable ImageHash recorded, @Nullable ImageHash sent) {
        if (lookedFor != null && lookedFor.effect() != Effect.APPLIED) {
            return new UploadCutException(
                    failure(Effect.UNKNOWN, both + ": the data may be of another upload, look at the image"),
                    ImageStatus.ACTIVE,
                    lookedFor);
        }
        String advice = both + ": delete the image, and upload to another one";
        return new ImageDataMismatchException(failure(Effect.APPLIED, advice), recorded, sent, null);
    }

    private TransferResult result(ImageHash sent, Verification verification, @Nullable IOException why) {
        return result(new HashedImageData.Read(sent, data.readBytes()), verification, why);
    }

    private TransferResult result(HashedImageData.Read sent, Verification verification, @Nullable IOException why) {
        if (verification != Verification.VERIFIED && !options.acceptsUnverified()) {
            throw notVerified(verification, why);
        }
        return new TransferResult(id, sent.sizeBytes(), sent.hash(), verification, meter.failure());
    }

    private ImageDataNotVerifiedException notVerified(Verification verification, @Nullable Throwable cause) {
        String advice = "the data is uploaded and not verified: " + verification.phrase()
                + "; accept that in the options, or look at the image";
        return new ImageDataNotVerifiedException(failure(Effect.APPLIED, advice), cause);
    }

    private void checkTime() {
        String advice = "the data is uploaded, and was read again to be compared with the record";
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(failure(Effect.APPLIED, advice), null);
        }
        if (deadline.hasPassed()) {
            throw new DeadlineExceededException(failure(Effect.APPLIED, advice), null);
        }
    }

    private Failure failure(Effect effect, String advice) {
        return Failure.of(Operation.UPLOAD_DATA)
                .imageId(id)
                .effect(effect)
                .advice(advice)
                .build();
    }
}
