package org.glance4j.feign.load;

import java.io.OutputStream;
import java.net.URI;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.data.TransferResult;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.NewImage;

/**
 * Uploads and downloads in a process of its own, hashing both ways. Prints the SHA-512 of what it sent, what the service has on
 * record and what it got back, then what the comparisons came to and its peak heap, a line each.
 */
final class LargeDataClient {
    private LargeDataClient() {}

    public static void main(String[] arguments) throws Exception {
        GeneratedData data = new GeneratedData(Long.parseLong(arguments[1]), Long.parseLong(arguments[2]));
        try (FeignTransport transport = FeignTransport.builder()
                .authUrl(URI.create(arguments[0]))
                .username("producer")
                .password(Secret.of("producer-password"))
                .userDomainName("Default")
                .projectName("producer")
                .projectDomainName("Default")
                .build()) {
            ImageClient client = ImageClient.of(transport);
            Image image = client.images()
                    .create(NewImage.named("large")
                            .diskFormat(DiskFormat.RAW)
                            .containerFormat(ContainerFormat.BARE)
                            .build());
            TransferResult sent = client.data().upload(image.id(), data);
            System.out.println(data.sha512());
            System.out.println(client.images().get(image.id()).hash().value());
            TransferResult came = client.data().download(image.id(), OutputStream.nullOutputStream());
            System.out.println(came.hash().value());
            System.out.println(sent.verification() + " " + came.verification());
            client.images().delete(image.id());
        }
        System.out.println(PeakHeap.mebibytes());
    }
}
