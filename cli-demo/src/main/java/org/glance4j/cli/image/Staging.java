package org.glance4j.cli.image;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import org.glance4j.ImageClient;
import org.glance4j.cli.session.CommandFailedException;
import org.glance4j.cli.session.Shell;
import org.glance4j.data.HashedImageData;
import org.glance4j.data.UploadOptions;
import org.glance4j.model.ImageId;
import org.glance4j.transport.ImageData;

/** Stages data, and draws how far it is where somebody wants to see that. */
final class Staging {
    private Staging() {}

    static void stage(ImageClient client, ImageId id, ImageData data, Shell shell, boolean progress) {
        try (ProgressBar bar = new ProgressBar(shell, progress);
                HashedImageData watched =
                        new HashedImageData(id, data, UploadOptions.defaults().progress(bar), Ticker.systemTicker())) {
            client.imports().stage(id, watched);
            bar.end(id, watched.readBytes());
        } catch (IOException e) {
            throw new CommandFailedException("the data was staged, and cannot be closed: " + e.getMessage(), e);
        }
    }
}
