package org.glance4j;

import static java.util.Objects.requireNonNull;

import com.github.benmanes.caffeine.cache.Ticker;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.glance4j.data.HashedImageData;
import org.glance4j.data.TransferResult;
import org.glance4j.data.UploadOptions;
import org.glance4j.error.Effect;
import org.glance4j.error.Failure;
import org.glance4j.error.StatusUnreachableException;
import org.glance4j.internal.Backoff;
import org.glance4j.internal.Calls;
import org.glance4j.internal.Waiting;
import org.glance4j.lifecycle.ImageLifecycle;
import org.glance4j.model.Image;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.ImportMethod;
import org.glance4j.model.NewImage;
import org.glance4j.model.Operation;
import org.glance4j.model.Task;
import org.glance4j.model.TaskId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageTransport;
import org.glance4j.transport.Pauser;
import org.jspecify.annotations.Nullable;

/**
 * Image data that the service itself comes by: {@link #importImage} does all of it and waits for the end; {@link #stage}, {@link
 * #start} and {@link #awaitImage} are its steps.
 *
 * <pre>{@code
 * Image debian = client.within(Duration.ofMinutes(10))
 *         .imports()
 *         .importImage(image, ImageImport.webDownload(uri), OnFailure.REMOVE);
 * }</pre>
 *
 * <p>What is awaited is looked at in growing pauses of up to half a minute; through {@code ImageClient.within} a wait ends in time,
 * else it takes as long as it takes. Safe for use by several threads.
 *
 * <p>Source: Image API v2, interoperable image import.
 */
public final class Imports {
    private static final Set<ImportMethod> OF_DATA_THAT_IS_THERE =
            Set.of(ImportMethod.GLANCE_DIRECT, ImportMethod.COPY_IMAGE);

    private final Calls calls;
    private final Pauser pauser;
    private final Backoff backoff;
    private final Ticker ticker;

    Imports(Calls calls, Pauser pauser, Backoff backoff, Ticker ticker) {
        this.calls = calls;
        this.pauser = pauser;
        this.backoff = backoff;
        this.ticker = ticker;
    }

    /** What becomes of the image that was made for an import that fails. */
    public enum OnFailure {
        /** The image stays, for another try. */
        KEEP,
        /**
         * The image is deleted; but it stays where the import was accepted and no look tells any more what becomes of it, and where
         * the data is imported and the time was over, or the thread interrupted, before it was compared.
         */
        REMOVE
    }

    /**
     * Stages the data of a queued image, which is {@code uploading} afterwards and waits to be imported, and returns its hash. The
     * service keeps none of staged data: {@link #importImage(NewImage, ImageData, ImageImport, OnFailure)} compares it with the
     * image that comes of it.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @return what was sent, {@link org.glance4j.data.Verification#STAGED}
     * @throws org.glance4j.error.ImageServiceException whatever {@link org.glance4j.transport.ImageImportOperations#stage} throws
     */
    public TransferResult stage(ImageId id, ImageData data) {
        return stage(id, data, UploadOptions.defaults());
    }

    /**
     * Stages the data of a queued image, as {@link #stage(ImageId, ImageData)} does.
     *
     * @param id the image's id
     * @param data where the data comes from
     * @param options what it is hashed with, and who hears how far it is; the rest means nothing here
     * @return what was sent
     */
    public TransferResult stage(ImageId id, ImageData data, UploadOptions options) {
        requireNonNull(id, "id");
        requireNonNull(data, "data");
        return new Staging(id, new HashedImageData(id, data, options, ticker))
                .run(() -> calls.begin(Operation.STAGE_DATA));
    }

    /**
     * Has the service import data into an image. When this returns, the import is accepted and may not have begun.
     *
     * @param id the image's id
     * @param wanted what to import, and into which stores
     * @throws org.glance4j.error.ImageServiceException whatever {@link
     *     org.glance4j.transport.ImageImportOperations#importImage} throws
     */
    public void start(ImageId id, ImageImport wanted) {
        requireNonNull(id, "id");
        requireNonNull(wanted, "wanted");
        calls.begin(Operation.IMPORT_IMAGE).imports().importImage(id, wanted);
    }

    /**
     * Returns the tasks of an image that are the caller's own; all, to an admin. The service forgets a task two days after its end.
     *
     * @param id the image's id
     * @return the tasks, in no order that can be relied on
     * @throws org.glance4j.error.ImageNotFoundException if the image is not there or the caller does not see it
     */
    public List<Task> tasks(ImageId id) {
        requireNonNull(id, "id");
        return calls.begin(Operation.LIST_IMAGE_TASKS).imports().tasks(id);
    }

    /**
     * Returns the methods that the site enables.
     *
     * @return the methods, in the order of the answer
     */
    public List<ImportMethod> methods() {
        return calls.begin(Operation.LIST_IMPORT_METHODS).imports().methods();
    }

    /**
     * Returns an image once it has a status.
     *
     * @param id the image's id
     * @param goal the status to wait for
     * @return the image
     * @throws StatusUnreachableException at once when the image has a status which the goal cannot follow, in any number of steps
     * @throws org.glance4j.error.ImageNotFoundException if it is not there, at once when it is deleted
     * @throws org.glance4j.error.DeadlineExceededException if it has another status when the time is over
     * @throws org.glance4j.error.CallInterruptedException if the thread is interrupted meanwhile
     */
    public Image awaitImage(ImageId id, ImageStatus goal) {
        requireNonNull(id, "id");
        Deadline deadline = calls.deadline();
        return new ImageWait(calls.until(deadline), waiting(deadline)).until(id, goal);
    }

    /**
     * Returns a task of an image once it has ended well.
     *
     * @param id the image's id
     * @param task the task's id
     * @return the task
     * @throws org.glance4j.error.OperationNotOfferedException if the service does not tell the tasks of an image
     * @throws org.glance4j.error.TaskFailedException at once when the task has failed; the message says why as far as the service does
     * @throws org.glance4j.error.NotFoundException if the image or the task is not there
     * @throws org.glance4j.error.DeadlineExceededException if it has not ended when the time is over
     * @throws org.glance4j.error.CallInterruptedException if the thread is interrupted meanwhile
     */
    public Task awaitTask(ImageId id, TaskId task) {
        requireNonNull(id, "id");
        requireNonNull(task, "task");
        Deadline deadline = calls.deadline();
        ImageTransport transport = calls.until(deadline, Operation.LIST_IMAGE_TASKS);
        return TaskWait.until(
                () -> transport.imports().tasks(id).stream()
                        .filter(found -> found.id().equals(task))
                        .findFirst()
                        .orElseThrow(() -> TaskWait.absent(id, task)),
                id,
                waiting(deadline));
    }

    /**
     * Returns a task once it has ended well: one of {@link Tasks#create}, such as Rackspace's imports and exports, which no image has.
     *
     * @param task the task's id
     * @return the task, with its result
     * @throws org.glance4j.error.TaskFailedException at once when the task has failed; the message says why as far as the service does
     * @throws org.glance4j.error.TaskNotFoundException if it is not there, has expired, or is another project's
     * @throws org.glance4j.error.ForbiddenException if the cloud does not open tasks to the caller
     * @throws org.glance4j.error.DeadlineExceededException if it has not ended when the time is over
     * @throws org.glance4j.error.CallInterruptedException if the thread is interrupted meanwhile
     */
    public Task awaitTask(TaskId task) {
        requireNonNull(task, "task");
        Deadline deadline = calls.deadline();
        ImageTransport transport = calls.until(deadline);
        return TaskWait.until(() -> transport.tasks().get(task), Failure.of(Operation.GET_TASK), waiting(deadline));
    }

    /**
     * Returns a new image with data that the service comes by itself: from the web, or from another region.
     *
     * <p>Where the call fails and the image is to be removed, that takes up to half a minute more, after a deadline and an interrupt too;
     * another interrupt ends it.
     *
     * @param image what the image is to be
     * @param wanted what to import, and into which stores
     * @param onFailure what becomes of the image if the import fails
     * @return the image, active and in all stores that have taken it
     * @throws org.glance4j.error.ImportFailedException if the image was made and not imported; the message says what became of it
     * @throws org.glance4j.error.OperationNotOfferedException if the service imports nothing; then no image is made
     * @throws org.glance4j.error.ImageServiceException whatever {@link Images#create} throws
     * @throws IllegalArgumentException if the import is one of data that a new image does not have: {@link ImageImport#glanceDirect} is of
     *     what was staged before, {@link ImageImport#copyImage} of what is in another store
     */
    public Image importImage(NewImage image, ImageImport wanted, OnFailure onFailure) {
        if (OF_DATA_THAT_IS_THERE.contains(wanted.method())) {
            throw new IllegalArgumentException("a new image has no data for the method " + wanted.method());
        }
        return whole(image, null, wanted, onFailure);
    }

    /**
     * Returns a new image with the caller's data, staged and imported. It is hashed on the way and compared with the active image: what
     * differs is a failure of the import, whose cause is an {@link org.glance4j.error.ImageDataMismatchException}.
     *
     * <p>A site can convert and unpack what it imports, and does not say so. Data is not compared where the image has another disk format
     * than it was to have, or where the data is a zip, gzip or LHA archive and the container format is not {@code compressed}; nor where
     * the record has no hash that it could be compared with, or has one by another algorithm and the source cannot be read again or has
     * changed since. Source: {@code glance/async_/flows/plugins/}, 25.1.0. For a site that changes
     * data in another way, {@link #stage}, {@link #start} and {@link #awaitImage} do the same without comparing.
     *
     * <p>Where the call fails and the image is to be removed, that takes up to half a minute more, after a deadline and an interrupt too;
     * another interrupt ends it.
     *
     * @param image what the image is to be
     * @param data where the data comes from
     * @param wanted {@link ImageImport#glanceDirect}, and into which stores
     * @param onFailure what becomes of the image if the import fails
     * @return the image, active and in all stores that have taken it
     * @throws org.glance4j.error.ImportFailedException if the image was made and not imported, or has other data, or could not be
     *     compared in time; the message says what became of it
     * @throws org.glance4j.error.OperationNotOfferedException if the service imports nothing; then no image is made
     * @throws org.glance4j.error.ImageServiceException whatever {@link Images#create} throws
     * @throws IllegalArgumentException if the import takes no staged data
     */
    public Image importImage(NewImage image, ImageData data, ImageImport wanted, OnFailure onFailure) {
        requireNonNull(data, "data");
        if (!wanted.method().equals(ImportMethod.GLANCE_DIRECT)) {
            throw new IllegalArgumentException("the method " + wanted.method() + " takes no staged data");
        }
        return whole(image, data, wanted, onFailure);
    }

    private Image whole(NewImage image, @Nullable ImageData data, ImageImport wanted, OnFailure onFailure) {
        requireNonNull(image, "image");
        requireNonNull(wanted, "wanted");
        requireNonNull(onFailure, "onFailure");
        Deadline deadline = calls.deadline();
        ImageTransport transport;
        ImageId id;
        try {
            transport = calls.until(deadline, Operation.IMPORT_IMAGE);
            id = transport.images().create(image).id();
        } catch (RuntimeException | Error e) {
            Staging.giveUp(data, e);
            throw e;
        }
        HashedImageData hashed = data == null ? null : new HashedImageData(id, data, UploadOptions.defaults(), ticker);
        return new WholeImport(calls, transport, waiting(deadline), onFailure).run(id, image, hashed, wanted);
    }

    private Waiting waiting(Deadline deadline) {
        return new Waiting(deadline, pauser, backoff);
    }

    /** Waits for an image's status. */
    private record ImageWait(ImageTransport transport, Waiting waiting) {

        Image until(ImageId id, ImageStatus goal) {
            String[] seen = {"in no status yet"};
            return waiting.until(
                    () -> {
                        Image image = transport.images().get(id);
                        seen[0] = image.statusWord();
                        return look(image, goal);
                    },
                    Failure.of(Operation.GET_IMAGE).imageId(id),
                    () -> "the image is still " + seen[0]);
        }

        private static Optional<Image> look(Image image, ImageStatus goal) {
            if (image.status() == goal) {
                return Optional.of(image);
            }
            if (!ImageLifecycle.canReach(image.status(), goal)) {
                throw new StatusUnreachableException(
                        Failure.of(Operation.GET_IMAGE)
                                .imageId(image.id())
                                .effect(Effect.NOT_APPLIED)
                                .advice("the image is " + image.statusWord() + " and cannot be " + goal.word()
                                        + " any more")
                                .build(),
                        null);
            }
            return Optional.empty();
        }
    }
}
