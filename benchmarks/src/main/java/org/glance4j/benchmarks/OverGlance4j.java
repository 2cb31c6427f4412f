package org.glance4j.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.Optional;
import java.util.function.Consumer;
import org.glance4j.ImageClient;
import org.glance4j.auth.Caller;
import org.glance4j.auth.Secret;
import org.glance4j.auth.TokenSource;
import org.glance4j.benchmarks.server.Answers;
import org.glance4j.data.TransferResult;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImageId;
import org.glance4j.model.ImageImport;
import org.glance4j.model.ImagePatch;
import org.glance4j.model.ImageQuery;
import org.glance4j.model.MemberStatus;
import org.glance4j.model.ProjectId;
import org.glance4j.model.metadef.NamespaceName;
import org.glance4j.transport.Deadline;
import org.glance4j.transport.ImageData;
import org.glance4j.transport.ImageDownload;
import org.glance4j.transport.Listing;

/** This library's HTTP adapter as it comes, with a token that is known already. */
final class OverGlance4j implements Contender {
    private static final ImageQuery PAGES =
            ImageQuery.builder().limit(Answers.PAGE).build();

    private final FeignTransport transport;
    private final ImageClient client;

    OverGlance4j(String endpoint, String token) {
        transport = FeignTransport.builder()
                .endpoint(URI.create(endpoint))
                .tokenSource(new KnownToken(Secret.of(token)))
                .build();
        client = ImageClient.of(transport);
    }

    @Override
    public Object getMember() {
        return transport.members().get(ImageId.of(Work.IMAGE_ID), ProjectId.of(Work.MEMBER_ID));
    }

    @Override
    public Object updateStatus() {
        return transport
                .members()
                .updateStatus(ImageId.of(Work.IMAGE_ID), ProjectId.of(Work.MEMBER_ID), MemberStatus.ACCEPTED);
    }

    @Override
    public int listMembers(int count) {
        return transport.members().list(ImageId.of(Answers.imageId(count))).size();
    }

    @Override
    public Object getImage() {
        return transport.images().get(ImageId.of(Work.IMAGE_ID));
    }

    @Override
    public Object updateImage() {
        return transport
                .images()
                .update(
                        ImageId.of(Work.IMAGE_ID),
                        ImagePatch.builder().name(Work.NEW_NAME).build());
    }

    @Override
    public void importImage() {
        transport.imports().importImage(ImageId.of(Work.IMAGE_ID), ImageImport.glanceDirect());
    }

    @Override
    public int listTasks() {
        return transport.imports().tasks(ImageId.of(Work.IMAGE_ID)).size();
    }

    @Override
    public Object getNamespace() {
        return transport.metadefs().namespaces().get(NamespaceName.of(Answers.NAMESPACE));
    }

    @Override
    public void walk(Consumer<Object> visitor) {
        Listing.ofImages(transport::images, PAGES).forEach(visitor);
    }

    @Override
    public void upload(InputStream data, long bytes) {
        transport.data().upload(ImageId.of(Answers.imageId(bytes)), ImageData.of(data, bytes));
    }

    @Override
    public void download(long bytes, Reader reader) throws IOException {
        try (ImageDownload download = transport.data().download(ImageId.of(Answers.imageId(bytes)))) {
            reader.read(download.stream());
        }
    }

    /** Returns the length that the service has on record of an image. */
    long recorded(long bytes) {
        Long size = client.images().get(ImageId.of(Answers.imageId(bytes))).sizeBytes();
        return size == null ? -1 : size;
    }

    /** Uploads, and fails where the service has another hash. */
    TransferResult uploadVerified(InputStream data, long bytes) {
        return client.data().upload(ImageId.of(Answers.imageId(bytes)), ImageData.of(data, bytes));
    }

    /** Downloads, and fails where the service has another hash. */
    TransferResult downloadVerified(long bytes) {
        return client.data().download(ImageId.of(Answers.imageId(bytes)), OutputStream.nullOutputStream());
    }

    @Override
    public void close() {
        transport.close();
    }

    /** A token that was found elsewhere, as an application gives it. */
    private record KnownToken(Secret secret) implements TokenSource {
        @Override
        public Secret token(Deadline deadline) {
            return secret;
        }

        @Override
        public boolean reject(Secret rejected) {
            return false;
        }

        @Override
        public Optional<Caller> caller() {
            return Optional.empty();
        }
    }
}
