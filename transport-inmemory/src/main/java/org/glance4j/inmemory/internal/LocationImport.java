package org.glance4j.inmemory.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.glance4j.model.ImageHash;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageLocation;
import org.glance4j.model.ImageStatus;
import org.glance4j.model.Operation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One address on its way to an image that is to have its data there. Where a hash is told, the image is {@code importing} until the data
 * was hashed, and active only if the hashes agree; otherwise it is active at once, and hashed afterwards. What fails leaves the image
 * queued, with the address: the web's data is not the service's to delete. The size stays as well, unless the hashes differ: what was
 * importing and is queued again has none. An image that is deleted meanwhile makes the task fail.
 *
 * <p>Runs under the cloud's lock, apart from the fetching.
 *
 * <p>Source: {@code glance/async_/flows/location_import.py}, 30.0.0.
 */
final class LocationImport {
    private static final Logger LOG = LoggerFactory.getLogger(LocationImport.class);
    private static final String ALGORITHM = "sha512";

    private final Cloud cloud;
    private final ImportSettings site;
    private final Locations locations;
    private final Downloads downloads;
    private final TaskRecord task;
    private final ImageId imageId;
    private final LocationCall call;

    LocationImport(
            Cloud cloud,
            ImportSettings site,
            Locations locations,
            Downloads downloads,
            TaskRecord task,
            ImageId imageId,
            LocationCall call) {
        this.cloud = cloud;
        this.site = site;
        this.locations = locations;
        this.downloads = downloads;
        this.task = task;
        this.imageId = imageId;
        this.call = call;
    }

    /** What is at the address. */
    private record Found(long size, String md5, String hash) {}

    /** Locks the image and sends a worker on its way. */
    void accept(Instant now) {
        cloud.tasks().add(task, now);
        Importing.setProperty(
                cloud.known(cloud.find(imageId)), Importing.LOCK, task.id().value(), now);
        cloud.agenda().at(cloud.clockTime().plus(site.delay()), this::begin);
    }

    private void begin(Instant at) {
        task.begin(cloud.at(at));
        cloud.agenda().errand(() -> fetch(at));
    }

    /** Runs without the cloud's lock. */
    private void fetch(Instant at) {
        Found found = null;
        try {
            found = locations.isTaken(call.url()) ? read() : null;
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            // The source is the application's code, and the caller who looks has nothing to do with it.
            LOG.debug("nothing is found at {} for image {}", ImageLocation.at(call.url()), imageId, e);
        } finally {
            Found data = found;
            cloud.note(() -> locate(data, at));
        }
    }

    private Found read() throws IOException, NoSuchAlgorithmException {
        StoredData data = downloads.fromWeb(Operation.ADD_LOCATION, imageId, call.url());
        try {
            String algorithm = call.hash() == null ? ALGORITHM : call.hash().algorithm();
            return new Found(
                    data.size(), data.md5(), algorithm.equals(ALGORITHM) ? data.sha512() : hash(data, algorithm));
        } finally {
            data.release();
        }
    }

    private static String hash(StoredData data, String algorithm) throws IOException, NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance(algorithm.replace("sha", "SHA-"));
        try (InputStream in = new DigestInputStream(data.open(0, data.size()), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void locate(@Nullable Found found, Instant at) {
        Instant now = cloud.at(at);
        ImageRecord image = cloud.find(imageId);
        if (image == null) {
            task.fail(Importing.FAILURE, now);
            return;
        }
        ImageLocation location = locations.kept(ImageLocation.at(call.url()));
        boolean fits = image.image().status() == ImageStatus.QUEUED
                && !image.locations().contains(location);
        if (!fits || found == null || found.size() == 0) {
            fail(image, now);
            return;
        }
        List<ImageLocation> more = new ArrayList<>(image.locations());
        more.add(location);
        image.relocate(more);
        image.change(image.image().toBuilder().sizeBytes(found.size()), now);
        if (image.image().diskFormat() == null || image.image().containerFormat() == null) {
            fail(image, now);
            return;
        }
        image.changeStatus(call.hash() == null ? ImageStatus.ACTIVE : ImageStatus.IMPORTING, now);
        cloud.agenda().at(at.plus(site.duration()), due -> end(found, due));
    }

    private void end(Found found, Instant at) {
        Instant now = cloud.at(at);
        ImageRecord image = cloud.find(imageId);
        if (image == null) {
            task.fail(Importing.FAILURE, now);
            return;
        }
        ImageHash told = call.hash();
        if (told != null && !told.value().equals(found.hash())) {
            image.requeue(now);
            fail(image, now);
            return;
        }
        String algorithm = told == null ? ALGORITHM : told.algorithm();
        image.change(image.image().toBuilder().checksum(found.md5()).hash(new ImageHash(algorithm, found.hash())), now);
        if (told != null) {
            image.changeStatus(ImageStatus.ACTIVE, now);
        }
        task.succeed(Map.of("image_id", imageId.value()), now);
        Importing.setProperty(image, Importing.LOCK, null, now);
    }

    private void fail(ImageRecord image, Instant now) {
        task.fail(Importing.FAILURE, now);
        Importing.setProperty(image, Importing.LOCK, null, now);
    }
}
