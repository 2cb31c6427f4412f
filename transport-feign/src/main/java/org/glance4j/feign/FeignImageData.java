package org.glance4j.feign;

import static java.util.Objects.requireNonNull;

import java.io.Closeable;
import java.util.Map;
import java.util.Optional;
import org.glance4j.error.Effect;
import org.glance4j.error.NoImageDataException;
import org.glance4j.feign.call.Call;
import org.glance4j.feign.call.Calls;
import org.glance4j.feign.call.Exchange;
import org.glance4j.feign.call.Failures;
import org.glance4j.feign.http.Answer;
import org.glance4j.feign.http.Attempt;
import org.glance4j.feign.http.ExchangeFailure;
import org.glance4j.feign.http.HttpEngine;
import org.glance4j.feign.http.OutgoingRequest;
import org.glance4j.feign.http.PathSegments;
import org.glance4j.feign.http.UploadEntity;
import org.glance4j.internal.RequestChecks;
import org.glance4j.lifecycle.ImageRequest;
import org.glance4j.model.ByteRange;
import org.glance4j.model.ImageId;
import org.glance4j.model.Operation;
import org.glance4j.model.StoreId;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDataOperations;
import org.glance4j.transport.ImageDownload;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Image data over HTTP, streamed: Feign's bodies are arrays, so it goes past Feign. Safe for use by several threads. */
final class FeignImageData implements ImageDataOperations {
    private static final Logger LOG = LoggerFactory.getLogger(FeignImageData.class);
    private static final int NO_CONTENT = 204;

    private final Calls calls;
    private final HttpEngine engine;
    private final Deadline deadline;

    FeignImageData(Calls calls, HttpEngine engine, Deadline deadline) {
        this.calls = calls;
        this.engine = engine;
        this.deadline = deadline;
    }

    @Override
    public void upload(ImageId id, ImageData data) {
        try (Upload upload = new Upload(path(id), Map.of(), requireNonNull(data, "data"))) {
            RequestChecks.addressable(Operation.UPLOAD_DATA, id);
            send(new ImageRequest.Upload(id), upload);
        }
    }

    @Override
    public void upload(ImageId id, ImageData data, StoreId store) {
        Map<String, String> headers = Map.of("X-Image-Meta-Store", store.value());
        try (Upload upload = new Upload(path(id), headers, requireNonNull(data, "data"))) {
            RequestChecks.addressable(Operation.UPLOAD_DATA, id, store);
            send(new ImageRequest.Upload(id, store), upload);
        }
    }

    void stage(ImageId id, ImageData data) {
        String path = "/v2/images/" + PathSegments.encode(id.value()) + "/stage";
        try (Upload upload = new Upload(path, Map.of(), requireNonNull(data, "data"))) {
            RequestChecks.addressable(Operation.STAGE_DATA, id);
            send(new ImageRequest.Stage(id), upload);
        }
    }

    private void send(ImageRequest request, Upload upload) {
        Boolean unused = calls.run(Call.of(request, deadline), upload);
    }

    @Override
    public ImageDownload download(ImageId id) {
        return get(id, null);
    }

    @Override
    public ImageDownload download(ImageId id, ByteRange range) {
        return get(id, requireNonNull(range, "range"));
    }

    private ImageDownload get(ImageId id, @Nullable ByteRange range) {
        RequestChecks.addressable(Operation.DOWNLOAD_DATA, id);
        Call call = Call.of(new ImageRequest.Download(id), deadline);
        Map<String, String> headers = range == null ? Map.of() : Map.of("Range", "bytes=" + range.header());
        OutgoingRequest request = new OutgoingRequest("GET", path(id), headers, null, true);
        Optional<ImageDownload> download = calls.run(call, attempt -> {
            Answer answer = engine.send(attempt, request).successful();
            if (answer.status() == NO_CONTENT) {
                answer.release();
                return Optional.empty();
            }
            return Optional.of(download(call, range != null, answer));
        });
        return download.orElseThrow(() -> new NoImageDataException(
                call.failure()
                        .status(NO_CONTENT)
                        .effect(Effect.NOT_APPLIED)
                        .advice("upload data first")
                        .build(),
                null));
    }

    private static ImageDownload download(Call call, boolean part, Answer answer) {
        int expected = part ? 206 : 200;
        if (answer.status() != expected) {
            // The whole where a part was asked for would be taken for the part.
            answer.abort();
            throw answer.failure("has status " + answer.status() + " where the Image API says " + expected, null);
        }
        String length = answer.header("Content-Length");
        Long sizeBytes = length == null || !length.matches("[0-9]{1,18}") ? null : Long.valueOf(length);
        return new ImageDownload(
                answer.data(ended -> Failures.whileReading(call, ended)), sizeBytes, answer.header("Content-MD5"));
    }

    private static String path(ImageId id) {
        return "/v2/images/" + PathSegments.encode(id.value()) + "/file";
    }

    /** One upload, whose source is opened again only where it can be. */
    private final class Upload implements Exchange<Boolean>, AutoCloseable {
        private final String path;
        private final Map<String, String> headers;
        private final ImageData data;
        private @Nullable UploadEntity current;
        private boolean opened;

        Upload(String path, Map<String, String> headers, ImageData data) {
            this.path = path;
            this.headers = headers;
            this.data = data;
        }

        @Override
        public Boolean attempt(Attempt attempt) {
            engine.send(attempt, new OutgoingRequest("PUT", path, headers, entity(), true))
                    .successful()
                    .none();
            return true;
        }

        @Override
        public boolean repeatable() {
            return data.repeatable() || current == null || current.untouched();
        }

        private UploadEntity entity() {
            if (current != null && current.untouched()) {
                return current;
            }
            closeCurrent();
            opened = true;
            try {
                UploadEntity entity = new UploadEntity(requireNonNull(data.open(), "stream"), data.sizeBytes());
                current = entity;
                return entity;
            } catch (Throwable e) {
                throw ExchangeFailure.ofSource("the data cannot be opened: " + e.getMessage(), e);
            }
        }

        /** What can be opened only once is somebody's open stream, which is closed here also where it was not sent. */
        @Override
        public void close() {
            if (!opened && !data.repeatable()) {
                close(() -> data.open().close());
            }
            closeCurrent();
        }

        private void closeCurrent() {
            if (current != null) {
                close(current);
            }
        }

        private static void close(Closeable source) {
            try {
                source.close();
            } catch (Throwable e) {
                // What became of the upload is known; that a source cannot be closed does not change it.
                LOG.warn("the source of an upload cannot be closed", e);
            }
        }
    }
}
