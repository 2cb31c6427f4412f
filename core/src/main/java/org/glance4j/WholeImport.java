package org.glance4j;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.glance4j.data.HashedImageData;
import org.glance4j.data.TransferResult;
import org.glance4j.data.Verification;
import org.glance4j.error.CallInterruptedException;
import org.glance4j.error.ConnectionFailedException;
import org.glance4j.error.DeadlineExceededException;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.ImageDataMismatchException;
import org.glance4j.error.ImageNotFoundException;
import org.glance4j.error.ImageServiceException;
import org.glance4j.error.ImportFailedException;
import org.glance4j.error.NotFoundException;
import org.glance4j.error.RateLimitedException;
import org.glance4j.error.ServiceErrorException;
import org.glance4j.error.StatusUnreachableException;
import org.glance4j.error.TaskFailedException;
import org.glance4j.internal.Calls;
import org.glance4j.internal.Waiting;
import org.glance4j.lifecycle.ImageLifecycle;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.transport.ImageTransport;
import org.jspecify.annotations.Nullable;

/** Makes an image, has its data imported, and waits for the end; cleans up as it was told where that fails. Used by one thread. */
final class WholeImport {
    /** The image's property that names the import which holds it, for as long as it does. */
    private static final String LOCK = "os_glance_import_task";

    /** As many looks in a row may fail before the call does. */
    private static final int MOST_FAILED_LOOKS = 10;

    private final Calls calls;
    private final ImageTransport transport;
    private final Waiting waiting;
    private final Imports.OnFailure onFailure;
    private String seen = "not looked at yet";
    private boolean isSeen;
    private boolean wasImporting;
    private boolean isAccepted;
    private boolean isImported;
    private int failedLooks;

    WholeImport(Calls calls, ImageTransport transport, Waiting waiting, Imports.OnFailure onFailure) {
        this.calls = calls;
        this.transport = transport;
        this.waiting = waiting;
        this.onFailure = onFailure;
    }

    /** Imports into an image that was just made. */
    Image run(ImageId id, NewImage wanted, @Nullable HashedImageData data, ImageImport how) {
        try {
            if (data != null) {
                TransferResult unused = new Staging(id, data).run(() -> transport);
            }
            transport.imports().importImage(id, how);
            isAccepted = true;
            Image image = waiting.until(
                    () -> lookAgain(id),
                    Failure.of(Operation.IMPORT_IMAGE).imageId(id),
                    () -> "the image is still " + seen);
            isImported = true;
            if (data != null && !mayBeChanged(wanted, image, data)) {
                Verification unused = data.compareImported(image, () -> checkTime(id));
            }
            return image;
        } catch (ImageServiceException e) {
            throw failed(id, e, e.failure());
        } catch (RuntimeException e) {
            // Without the image's id the caller could not even clean up.
            Effect effect = isImported ? Effect.APPLIED : Effect.UNKNOWN;
            throw failed(
                    id,
                    e,
                    Failure.of(Operation.IMPORT_IMAGE)
                            .effect(effect)
                            .advice(e.toString())
                            .build());
        } catch (Error e) {
            if (onFailure == Imports.OnFailure.REMOVE && !isAccepted) {
                boolean unused = remove(id, e);
            }
            throw e;
        }
    }

    /**
     * Whether the site may have converted or unpacked the data, which it does not say. Source: {@code
     * glance/async_/flows/plugins/image_conversion.py} and {@code image_decompression.py}, 25.1.0.
     */
    private static boolean mayBeChanged(NewImage wanted, Image image, HashedImageData data) {
        boolean isConverted = !Objects.equals(image.diskFormat(), wanted.diskFormat());
        return isConverted || (data.isArchive() && !ContainerFormat.COMPRESSED.equals(wanted.containerFormat()));
    }

    private void checkTime(ImageId id) {
        Failure.Builder failure = Failure.of(Operation.IMPORT_IMAGE)
                .imageId(id)
                .effect(Effect.APPLIED)
                .advice("the data is imported, and was read again to be compared with the record");
        if (Thread.currentThread().isInterrupted()) {
            throw new CallInterruptedException(failure.build(), null);
        }
        if (waiting.deadline().hasPassed()) {
            throw new DeadlineExceededException(failure.build(), null);
        }
    }

    /** A service that is away for a while goes on with the import afterwards. */
    private Optional<Image> lookAgain(ImageId id) {
        try {
            Optional<Image> found = look(id);
            failedLooks = 0;
            return found;
        } catch (ConnectionFailedException | RateLimitedException | ServiceErrorException e) {
            failedLooks++;
            if (failedLooks == MOST_FAILED_LOOKS) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** An image can be active before the last of its stores has it, and can wait for ever once its task has failed. */
    private Optional<Image> look(ImageId id) {
        Image image = transport.images().get(id);
        seen = image.statusWord();
        isSeen = true;
        boolean isLocked = image.properties().containsKey(LOCK);
        if (image.status() == ImageStatus.ACTIVE && !isLocked) {
            return Optional.of(image);
        }
        newest(id)
                .ifPresent(task -> TaskWait.succeeded(
                        task, Failure.of(Operation.LIST_IMAGE_TASKS).imageId(id)));
        boolean isGivenUp = wasImporting && image.status() == ImageStatus.QUEUED;
        wasImporting |= image.status() == ImageStatus.IMPORTING;
        if (isGivenUp || !ImageLifecycle.canReach(image.status(), ImageStatus.ACTIVE)) {
            throw new StatusUnreachableException(
                    Failure.of(Operation.IMPORT_IMAGE)
                            .imageId(id)
                            .effect(Effect.NOT_APPLIED)
                            .advice("the image is " + seen + " after the import")
                            .build(),
                    null);
        }
        return Optional.empty();
    }

    /** A service that does not tell the tasks of an image leaves only the image to look at. */
    private Optional<Task> newest(ImageId id) {
        List<Task> tasks;
        try {
            tasks = transport.imports().tasks(id);
        } catch (NotFoundException e) {
            return Optional.empty();
        }
        return tasks.stream().max(Comparator.comparing(Task::createdAt));
    }

    private ImportFailedException failed(ImageId id, RuntimeException cause, Failure known) {
        boolean isOther = cause instanceof ImageDataMismatchException;
        // Only the comparison was not ended: nothing says that the image is not what was sent.
        boolean isUncompared = isImported && !isOther;
        boolean isEnd = cause instanceof DeadlineExceededException || cause instanceof CallInterruptedException;
        boolean isBlind = isAccepted && !isImported && !isEnd && !tellsOfTheImport(cause);
        boolean isGone = false;
        String state;
        if (onFailure == Imports.OnFailure.REMOVE && !isBlind && !isUncompared) {
            isGone = remove(id, cause);
            state = isGone ? "the image was removed" : "the image could not be removed";
        } else {
            state = isEnd ? lastSeen() : kept(id, cause);
        }
        if (isBlind) {
            state = "the import was accepted and may go on; " + state;
        }
        // An import that was accepted may go on, also where the answer that says so cannot be read.
        boolean isUndone = known.effect() == Effect.NOT_APPLIED || known.effect() == Effect.NOT_SENT;
        Effect ended = isUndone && !isEnd && !isBlind ? Effect.NOT_APPLIED : Effect.UNKNOWN;
        Effect effect = isImported ? Effect.APPLIED : ended;
        return new ImportFailedException(
                known.toBuilder()
                        .imageId(id)
                        .effect(isGone ? Effect.NOT_APPLIED : effect)
                        .advice((known.advice() == null ? "" : known.advice() + "; ") + state)
                        .build(),
                cause);
    }

    /** Returns whether the image is gone. An interrupt that has ended the call does not end its removal; another one does. */
    private boolean remove(ImageId id, Throwable cause) {
        boolean interrupted = Thread.interrupted();
        try {
            calls.cleanUp().images().delete(id);
            return true;
        } catch (ImageServiceException e) {
            cause.addSuppressed(e);
            return false;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private String kept(ImageId id, Throwable cause) {
        try {
            return "the image was kept and is "
                    + calls.cleanUp().images().get(id).statusWord();
        } catch (ImageServiceException e) {
            cause.addSuppressed(e);
            return "the image was kept";
        }
    }

    /** Where the time is over nobody looks again. */
    private String lastSeen() {
        return isSeen ? "the image was kept and was " + seen + " when it was looked at last" : "the image was kept";
    }

    /** Whether a look has found that the import has failed. Any other failure is one of the look. */
    private static boolean tellsOfTheImport(RuntimeException cause) {
        return cause instanceof TaskFailedException
                || cause instanceof StatusUnreachableException
                || cause instanceof ImageDataMismatchException
                || cause instanceof ImageNotFoundException;
    }
}
