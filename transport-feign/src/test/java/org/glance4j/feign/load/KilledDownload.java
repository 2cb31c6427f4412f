package org.glance4j.feign.load;

import java.net.URI;
import java.nio.file.Path;
import org.glance4j.ImageClient;
import org.glance4j.auth.Secret;
import org.glance4j.data.DownloadOptions;
import org.glance4j.data.TransferResult;
import org.glance4j.feign.FeignTransport;
import org.glance4j.model.ImageId;

/** Downloads an image to a file in a process of its own, which is there to be killed. Prints a line when data has begun to come. */
final class KilledDownload {
    private KilledDownload() {}

    /** Takes the identity URL, the image, the file, and whether what comes is kept. */
    public static void main(String[] arguments) {
        try (FeignTransport transport = FeignTransport.builder()
                .authUrl(URI.create(arguments[0]))
                .username("producer")
                .password(Secret.of("producer-password"))
                .userDomainName("Default")
                .projectName("producer")
                .projectDomainName("Default")
                .build()) {
            DownloadOptions options = DownloadOptions.defaults().progress(progress -> {
                if (progress.bytes() == 0) {
                    System.out.println("begun");
                }
            });
            TransferResult result = ImageClient.of(transport)
                    .data()
                    .download(
                            ImageId.of(arguments[1]),
                            Path.of(arguments[2]),
                            Boolean.parseBoolean(arguments[3]) ? options.keepPart() : options);
            System.out.println(result.verification());
        }
    }
}
