package org.glance4j.feign.load;

import java.net.URI;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ContainerFormat;
import org.glance4j.model.DiskFormat;
import org.glance4j.model.Image;
import org.glance4j.model.NewImage;
import org.glance4j.transport.ImageDownload;

/**
 * Uploads and downloads in a process of its own. Prints the SHA-512 of what it sent, what the service has on record and what it
 * got back, then its peak heap, a line each.
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
            client.data().upload(image.id(), data);
            System.out.println(data.sha512());
            System.out.println(client.images().get(image.id()).hash().value());
            System.out.println(download(client, image));
            client.images().delete(image.id());
        }
        System.out.println(PeakHeap.mebibytes());
    }

    private static String download(ImageClient client, Image image) throws Exception {
        MessageDigest sha512 = GeneratedData.newSha512();
        byte[] buffer = new byte[1 << 16];
        try (ImageDownload download = client.data().download(image.id());
                DigestInputStream stream = new DigestInputStream(download.stream(), sha512)) {
            while (stream.read(buffer) >= 0) {
                // The digest sees each byte.
            }
        }
        return HexFormat.of().formatHex(sha512.digest());
    }
}
